import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code, didYouMean } from '../../words.ts';

export const drawUnknownBank = defineRule({
  id: 'draw/unknown-bank',
  severity: 'error',
  why: 'Nothing can be drawn from what is no bank of questions.',
  examples: {
    bad: {
      'quizzes/test.yaml': `title: Test
pass: 100%
questions:
  - { draw: 1, from: loaf-bnk }
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
  message(args: LoadFindings['draw/unknown-bank']) {
    const { id, found, file, suggestion } = args;
    if (found === 'quiz')
      return {
        message: `This draws from ${code(id)}, which is a quiz: learners would meet its questions twice.`,
        help: `If ${code(file ?? id)} only holds questions to draw from, write \`bank: true\` in it. Else name a bank.`,
      };
    if (found === 'module')
      return {
        message: `This draws from ${code(id)}, which is a module, not a bank of questions.`,
        help: 'Name a bank: a file in `quizzes/` with `bank: true` and `questions`.',
      };
    return {
      message: `This draws from ${code(id)}, but there is no bank of questions of that id.${didYouMean(suggestion)}`,
      help:
        suggestion === undefined
          ? `Write the bank (${code(`quizzes/${id}.yaml`)}, with \`bank: true\` and \`questions\`), or correct the id.`
          : 'Correct the id. It is the path of the file below `quizzes/` without its ending, unless the file says another `id`.',
    };
  },
});
