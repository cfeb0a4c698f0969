import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { choices, code } from '../../words.ts';

export const drawPointsDiffer = defineRule({
  id: 'draw/points-differ',
  severity: 'error',
  why: 'One learner would have to earn more points than another for the same score.',
  examples: {
    bad: {
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
    points: 2
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
  - { draw: 1, from: loaf-bank, points: 2 }
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
    points: 2
    prompt: What makes dough rise?
    options:
      - { text: Yeast, correct: true }
      - { text: Sugar, feedback: Only as food for what does. }
`,
    },
  },
  message(args: LoadFindings['draw/points-differ']) {
    if (args.points.includes(0))
      return {
        message:
          'Some of the questions that this can draw are graded and some are not: what an attempt is worth would hang on luck.',
        help: 'Give those that are not graded a tag, or a bank, of their own, and draw them apart.',
      };
    return {
      message: `The questions that this can draw are worth ${choices(args.points.map(String), 'and')} points: what an attempt is worth would hang on luck.`,
      help: `Say what each drawn question is worth: ${code(`points: ${args.points.at(-1)}`)}. Or draw those of different worth apart.`,
    };
  },
});
