import type { LoadFindings } from '../../../load/findings.ts';
import { count } from '../../../model/quantities.ts';
import { wanted } from '../../draw-words.ts';
import { defineRule } from '../../rule.ts';

export const drawTooLarge = defineRule({
  id: 'draw/too-large',
  severity: 'warning',
  why: 'Every learner gets the same questions in every attempt, and fewer than the author asked for.',
  examples: {
    bad: {
      'quizzes/test.yaml': `title: Test
pass: 100%
questions:
  - { draw: 3, from: loaf-bank }
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
  message(args: LoadFindings['draw/too-large']) {
    const { size, taken } = args;
    const earlier =
      taken === 0
        ? ''
        : `; an earlier draw of this quiz has ${taken} more, since a question belongs to the first draw that it fits`;
    return {
      message: `This draws ${count(args.count, 'question')}, but only ${size} ${size === 1 ? 'is' : 'are'} ${wanted(args)}${earlier}. Each attempt asks ${size === 1 ? 'that one' : `those ${size}`}.`,
      help:
        size === 1
          ? 'Add questions to the bank, so that attempts differ.'
          : `Draw fewer than ${size}, so that attempts differ, or add questions to the bank.`,
    };
  },
});
