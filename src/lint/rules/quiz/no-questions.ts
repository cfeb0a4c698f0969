import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const quizNoQuestions = defineRule({
  id: 'quiz/no-questions',
  severity: 'error',
  why: 'There is nothing to answer, so nobody can pass it.',
  examples: {
    bad: {
      'quizzes/test.yaml': `title: Test
questions: []
`,
    },
    good: {
      'quizzes/test.yaml': `title: Test
questions:
  - id: q1
    prompt: Which flour is strong?
    options: [{ text: Bread flour, correct: true }, { text: Cake flour }]
`,
    },
  },
  message(args: { readonly id: string }) {
    return {
      message: `The quiz ${code(args.id)} has no questions.`,
      help: 'Add some, or take it out of the pathway.',
    };
  },
  *check({ loaded, broken }) {
    for (const [id, quiz] of loaded.quizzes) {
      if (quiz.questions.length === 0 && !broken({ file: quiz.file, start: 0, end: Infinity }))
        yield { args: { id }, span: quiz.title.span };
    }
  },
});
