import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { choices, code, didYouMean } from '../../words.ts';

export const drawUnknownTag = defineRule({
  id: 'draw/unknown-tag',
  severity: 'warning',
  why: 'The draw takes less than its author meant.',
  examples: {
    bad: {
      'quizzes/test.yaml': `title: Test
pass: 100%
questions:
  - { draw: 1, from: loaf-bank, tags: [salt, slat] }
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
  message({ tag, known, suggestion }: LoadFindings['draw/unknown-tag']) {
    return {
      message: `No question in these banks has the tag ${code(tag)}, so the draw takes none for it.${didYouMean(suggestion)}`,
      help: `The tags in there are ${choices(known, 'and')}.`,
    };
  },
});
