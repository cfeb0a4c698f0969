import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const drawInBank = defineRule({
  id: 'draw/in-bank',
  severity: 'error',
  why: 'A bank asks nobody anything: it only holds what quizzes draw.',
  examples: {
    bad: {
      'quizzes/test.yaml': `title: Test
pass: 100%
questions:
  - { draw: 1, from: loaf-bank }
`,
      'quizzes/loaf-bank.yaml': `bank: true
questions:
  - { draw: 1, from: loaf-bank }
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
  },
  message(args: LoadFindings['draw/in-bank']) {
    return {
      message: `This is a draw in the bank ${code(args.bank)}, and banks hold questions only.`,
      help: 'Move it to the quiz that shall ask: a draw can name several banks, `from: [A, B]`.',
    };
  },
});
