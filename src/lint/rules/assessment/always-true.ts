import { defineRule } from '../../rule.ts';

/** As many statements show a habit. */
const LEAST = 4;

const STATEMENTS = [
  'Flour is mostly starch.',
  'Yeast is a fungus.',
  'Salt slows yeast down.',
  'Water wakes yeast.',
];

function quiz(answers: readonly boolean[]): string {
  const questions = STATEMENTS.map(
    (prompt, i) => `  - id: s${i + 1}
    prompt: ${prompt}
    answer: ${answers[i]}
    explanation: It is in the module on it.
`,
  );
  return `title: Test\npass: 75%\nquestions:\n${questions.join('')}`;
}

export const assessmentAlwaysTrue = defineRule({
  id: 'assessment/always-true',
  severity: 'warning',
  why: 'Authors find it easier to write what is true, and learners who are not sure take “true”. Statements of which about half are false measure knowledge rather than that habit: see the keys that Haladyna, Downing and Rodriguez (2002), Applied Measurement in Education 15(3), 309–334, ask to balance.',
  examples: {
    bad: { 'quizzes/test.yaml': quiz([true, true, true, true]) },
    good: {
      'quizzes/test.yaml': quiz([true, true, true, false]).replace(
        'Water wakes yeast.',
        'Boiling water wakes yeast.',
      ),
    },
  },
  message({ questions, answer }: { readonly questions: number; readonly answer: boolean }) {
    return {
      message: `All ${questions} statements of this file are ${answer}: who always answers “${answer}” gets all of them right.`,
      help: `Turn some of them into ${answer ? 'mistakes that learners make' : 'what is so'}.`,
    };
  },
  *check(context) {
    for (const { questions } of context.assessed()) {
      const keys = questions.flatMap(({ question }) =>
        question.type === 'true-false' ? [{ question, answer: question.answer }] : [],
      );
      const [first, ...more] = keys;
      if (first === undefined || keys.length < LEAST) continue;
      if (more.some(({ answer }) => answer !== first.answer)) continue;
      yield {
        args: { questions: keys.length, answer: first.answer },
        span: first.question.id.span,
        related: more.slice(0, 3).map(({ question }) => ({ message: 'here, too', span: question.id.span })),
      };
    }
  },
});
