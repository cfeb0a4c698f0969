import { safeId } from '../../../load/ids.ts';
import { type ReviewProblem, reviewProblem } from '../../review.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const quizReviewClosed = defineRule({
  id: 'quiz/review-closed',
  severity: 'error',
  why: 'After a failed attempt the review comes first. What a learner cannot enter is never reviewed, so there is no next attempt.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: hurdles
  items: [flour, test, water]
`,
      'quizzes/test.yaml': `title: Test
pass: 80%
review: [water]
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
review: [flour]
questions:
  - id: q1
    prompt: Which flour is strong?
    options: [{ text: Bread flour, correct: true }, { text: Cake flour }]
`,
    },
  },
  message(args: { readonly quiz: string; readonly id: string; readonly problem: ReviewProblem }) {
    const { quiz, id, problem } = args;
    if (problem.type === 'itself')
      return {
        message: `The quiz ${code(quiz)} names itself to be reviewed before the next attempt at it.`,
        help: 'Name modules or quizzes that come before it.',
      };
    return {
      message: `Learners who fail ${code(quiz)} have to review ${code(id)}, and may not be able to enter it: ${reason(problem, quiz, id)}.`,
      help: `Name what is open whenever ${code(quiz)} is, such as a module before it.`,
    };
  },
  *check({ loaded, items, broken }) {
    for (const [id, source] of loaded.quizzes) {
      const quiz = items.get(id);
      // Nobody fails a quiz without a pass mark.
      if (quiz?.kind !== 'quiz' || quiz.pass === undefined) continue;
      for (const { value, span } of source.review) {
        const target = items.get(safeId(value));
        if (target === undefined || target.kind === 'section' || broken(span)) continue;
        const problem = reviewProblem(quiz, target.id, items);
        if (problem !== undefined) yield { args: { quiz: id, id: target.id, problem }, span };
      }
    }
  },
});

function reason(problem: Exclude<ReviewProblem, { type: 'itself' }>, quiz: string, id: string): string {
  const inside = (section: string) => (section === id ? 'it' : `${code(section)}, which holds it,`);
  switch (problem.type) {
    case 'later':
      return `it comes after the quiz in ${code(problem.section)}`;
    case 'branch':
      return `${inside(problem.branch)} is closed while the branch with ${code(quiz)} is not finished`;
    case 'option':
      return `${inside(problem.option)} is an option that they may not have`;
    case 'condition':
      return `${inside(problem.of)} has a ${code(problem.field)} that may not hold then`;
  }
}
