import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const pathwayBank = defineRule({
  id: 'pathway/bank',
  severity: 'error',
  why: 'A bank is no quiz: learners meet its questions where a quiz draws them.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items: [flour, test, loaf-bank]
`,
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
    good: {
      'course.yaml': `pathway:
  type: linear
  items: [flour, test]
`,
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
  message(args: LoadFindings['pathway/bank']) {
    return {
      message: `The section ${code(args.section)} holds ${code(args.id)}, which is a bank of questions, not a quiz.`,
      help: `Put a quiz there that draws from it (${code(`- { draw: 5, from: ${args.id} }`)} among its \`questions\`), or remove \`bank: true\` from the file.`,
    };
  },
});
