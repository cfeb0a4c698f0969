import { defineRule } from '../../rule.ts';

export const pathTrap = defineRule({
  id: 'path/trap',
  severity: 'error',
  why: 'A learner who gets there can never finish the course, whatever they do. The story shows the shortest way into the trap.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: hurdles
  items: [flour, test, water]
`,
      'quizzes/test.yaml': `title: Test
pass: 80%
attempts: 2
questions:
  - id: q1
    prompt: Which flour is strong?
    options: [{ text: Bread flour, correct: true }, { text: Cake flour }]
`,
    },
    good: {
      'course.yaml': `pathway:
  type: hurdles
  items: [flour, test, water]
`,
      'quizzes/test.yaml': `title: Test
pass: 80%
attempts: 2
exhausted: review
review: [flour]
questions:
  - id: q1
    prompt: Which flour is strong?
    options: [{ text: Bread flour, correct: true }, { text: Cake flour }]
`,
    },
  },
  message(args: { readonly everyone: boolean; readonly clause: string; readonly help: string }) {
    const who = args.everyone ? 'Nobody can' : 'Some learners can never';
    return { message: `${who} finish the course: ${args.clause}.`, help: args.help };
  },
  *check(context) {
    for (const { rule, span, related, witness, cause, everyone } of context.verdicts()) {
      if (rule !== 'path/trap') continue;
      const clause = cause?.clause ?? 'after these steps nothing that is left leads to the end';
      const help = cause?.help ?? 'Open another way from there, or ask for less.';
      yield { args: { everyone, clause, help }, span, related, witness };
    }
  },
});
