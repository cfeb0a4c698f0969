import type { LoadFindings } from '../../../load/findings.ts';
import { count } from '../../../model/quantities.ts';
import { wanted } from '../../draw-words.ts';
import { defineRule } from '../../rule.ts';
import { choices, code, didYouMean } from '../../words.ts';

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
  message(args: LoadFindings['draw/nothing']) {
    const { taken, tags, difficulties, known } = args;
    if (taken > 0) {
      const [are, them] = taken === 1 ? ['is', 'it'] : ['are', 'them'];
      return {
        message: `There is nothing left to draw: ${count(taken, 'question')} ${are} ${wanted(args)}, and an earlier draw of this quiz has ${them}, since a question belongs to the first draw that it fits.`,
        help: 'Put this draw first, or ask for something else in one of them.',
      };
    }
    const give = `give questions of the bank ${tags.length > 0 ? 'that tag' : 'that difficulty'}`;
    return {
      message: `There is nothing to draw: no question of ${choices(args.banks)} is ${wanted(args)}.${didYouMean(args.suggestion)}`,
      help:
        tags.length === 0 || known.length === 0
          ? `Correct ${code(difficulties.length > 0 && tags.length === 0 ? 'difficulty' : 'tags')}, or ${give}.`
          : `The tags in there are ${choices(known, 'and')}. Name one of them, or ${give}.`,
    };
  },
});
