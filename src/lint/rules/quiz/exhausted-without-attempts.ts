import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const quizExhaustedWithoutAttempts = defineRule({
  id: 'quiz/exhausted-without-attempts',
  severity: 'warning',
  why: 'Attempts that have no limit never run out, so the policy never applies.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: hurdles
  items: [flour, test, water]
`,
      'quizzes/test.yaml': `title: Test
pass: 80%
exhausted: continue
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
exhausted: continue
questions:
  - id: q1
    prompt: Which flour is strong?
    options: [{ text: Bread flour, correct: true }, { text: Cake flour }]
`,
    },
  },
  message(args: { readonly id: string }) {
    return {
      message: `The quiz ${code(args.id)} says what happens when all attempts are used, but its attempts have no limit.`,
      help: 'Add `attempts: 3`, or remove `exhausted`.',
    };
  },
  *check({ loaded }) {
    for (const [id, quiz] of loaded.quizzes) {
      if (quiz.exhausted !== undefined && quiz.attempts === undefined)
        yield { args: { id }, span: quiz.title.span };
    }
  },
});
