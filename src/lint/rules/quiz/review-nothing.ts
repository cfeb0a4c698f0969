import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const quizReviewNothing = defineRule({
  id: 'quiz/review-nothing',
  severity: 'error',
  why: 'Learners who have used their attempts are sent to review, and nothing is named to be reviewed.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: hurdles
  items: [flour, test, water]
`,
      'quizzes/test.yaml': `title: Test
pass: 80%
attempts: 2
exhausted: review
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
  message(args: { readonly id: string }) {
    return {
      message: `When the attempts at the quiz ${code(args.id)} are used, learners have to review, but it does not say what.`,
      help: 'Name the items under `review: [ID]`.',
    };
  },
  *check({ loaded }) {
    for (const [id, quiz] of loaded.quizzes) {
      if (quiz.exhausted === 'review' && quiz.review.length === 0)
        yield { args: { id }, span: quiz.title.span };
    }
  },
});
