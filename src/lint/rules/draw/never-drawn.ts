import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { choices, code, didYouMean } from '../../words.ts';

export const drawNeverDrawn = defineRule({
  id: 'draw/never-drawn',
  severity: 'warning',
  why: 'It was written, and no learner will ever be asked it.',
  examples: {
    bad: {
      'quizzes/test.yaml': `title: Test
pass: 100%
questions:
  - { draw: 1, from: loaf-bank, tags: [salt] }
`,
      'quizzes/loaf-bank.yaml': `bank: true
questions:
  - id: salt
    tags: [salt]
    prompt: How much salt do bakers use?
    options:
      - { text: "Two percent of the flour", correct: true }
      - { text: "Ten percent of the flour", feedback: That would stop the yeast. }
  - id: sea-salt
    tags: [slat]
    prompt: Which salt dissolves first?
    options:
      - { text: The finest, correct: true }
      - { text: The coarsest, feedback: It has the least surface. }
`,
    },
    good: {
      'quizzes/test.yaml': `title: Test
pass: 100%
questions:
  - { draw: 1, from: loaf-bank, tags: [salt] }
`,
      'quizzes/loaf-bank.yaml': `bank: true
questions:
  - id: salt
    tags: [salt]
    prompt: How much salt do bakers use?
    options:
      - { text: "Two percent of the flour", correct: true }
      - { text: "Ten percent of the flour", feedback: That would stop the yeast. }
  - id: sea-salt
    tags: [salt]
    prompt: Which salt dissolves first?
    options:
      - { text: The finest, correct: true }
      - { text: The coarsest, feedback: It has the least surface. }
`,
    },
  },
  message({ question, bank, tags, wanted, suggestion }: LoadFindings['draw/never-drawn']) {
    const has = tags.length === 0 ? 'It has no tag' : `Its tags are ${choices(tags, 'and')}`;
    const ask = wanted.length === 0 ? '' : `; draws from there ask for ${choices(wanted, 'and')}`;
    return {
      message: `No draw of any quiz takes the question ${code(question)} of the bank ${code(bank)}.${didYouMean(suggestion)}`,
      help: `${has}${ask}. Change its tags or its difficulty, let a draw ask for it, or remove it.`,
    };
  },
});
