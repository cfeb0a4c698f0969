import type { LoadFindings } from '../../../load/findings.ts';
import { count } from '../../../model/quantities.ts';
import { wanted } from '../../draw-words.ts';
import { defineRule } from '../../rule.ts';
import { choices } from '../../words.ts';

export const drawNothing = defineRule({
  id: 'draw/nothing',
  severity: 'error',
  why: 'The quiz would ask less than its author meant, perhaps nothing.',
  examples: {
    bad: {
      'quizzes/test.yaml': `title: Test
pass: 100%
questions:
  - { draw: 1, from: loaf-bank, tags: [slat] }
  - { draw: 1, from: loaf-bank }
`,
      'quizzes/loaf-bank.yaml': `bank: true
questions:
  - id: salt
    tags: [salt]
    prompt: How much salt do bakers use?
    options:
      - { text: "Two percent of the flour", correct: true }
      - { text: "Ten percent of the flour", feedback: That would stop the yeast. }
  - id: yeast
    prompt: What makes dough rise?
    options:
      - { text: Yeast, correct: true }
      - { text: Sugar, feedback: Only as food for what does. }
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
  - id: yeast
    prompt: What makes dough rise?
    options:
      - { text: Yeast, correct: true }
      - { text: Sugar, feedback: Only as food for what does. }
`,
    },
  },
  message(args: LoadFindings['draw/nothing']) {
    const { taken } = args;
    return {
      message:
        taken > 0
          ? `There is nothing left to draw: ${count(taken, 'question')} ${taken === 1 ? 'is' : 'are'} ${wanted(args)}, and an earlier draw of this quiz has ${taken === 1 ? 'it' : 'them'}, since a question belongs to the first draw that it fits.`
          : `There is nothing to draw: no question of ${choices(args.banks, 'and')} is ${wanted(args)}.`,
      help:
        taken > 0
          ? 'Put this draw first, or ask for something else in one of them.'
          : args.tags.length + args.difficulties.length > 0
            ? 'Correct what the draw asks for, or give questions of the bank that tag or difficulty.'
            : 'Add questions to the bank.',
    };
  },
});
