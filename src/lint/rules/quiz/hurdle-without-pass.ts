import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const quizHurdleWithoutPass = defineRule({
  id: 'quiz/hurdle-without-pass',
  severity: 'warning',
  why: 'A hurdle is there to be passed. Without a pass mark handing in any answers is enough.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: hurdles
  items: [flour, test, water]
`,
      'quizzes/test.yaml': `title: Test
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
questions:
  - id: q1
    prompt: Which flour is strong?
    options: [{ text: Bread flour, correct: true }, { text: Cake flour }]
`,
    },
  },
  message(args: { readonly id: string; readonly section: string }) {
    return {
      message: `The quiz ${code(args.id)} is a hurdle in ${code(args.section)}, but it has no pass mark: any answers let the learner go on.`,
      help: 'Add `pass: 80%` to the quiz, or put it into a `linear` section if it should hold nobody back.',
    };
  },
  *check({ course, items, loaded }) {
    for (const quiz of course?.items ?? []) {
      if (quiz.kind !== 'quiz' || quiz.pass !== undefined || quiz.parent === undefined) continue;
      const parent = items.get(quiz.parent);
      const source = loaded.quizzes.get(quiz.id);
      if (parent?.kind !== 'section' || parent.type !== 'hurdles' || source === undefined) continue;
      yield { args: { id: quiz.id, section: parent.id }, span: source.title.span };
    }
  },
});
