import { defineRule } from '../../rule.ts';
import { hasUnread } from '../../unread.ts';
import { code } from '../../words.ts';

export const competencyNoQuestions = defineRule({
  id: 'competency/no-questions',
  severity: 'warning',
  why: 'Mastery is shown by answers. Without a question nobody can master it.',
  examples: {
    bad: {
      'course.yaml': `competencies:
  flour: { title: Choose the right flour }
pathway:
  type: linear
  items: [flour, water]
`,
    },
    good: {
      'course.yaml': `competencies:
  flour: { title: Choose the right flour }
pathway:
  type: linear
  items: [flour, test]
`,
      'quizzes/test.yaml': `title: Test
questions:
  - id: q1
    prompt: Which flour is strong?
    options: [{ text: Bread flour, correct: true }, { text: Cake flour }]
    competency: flour
`,
    },
  },
  message(args: { readonly id: string }) {
    return {
      message: `No question in the pathway feeds the competency ${code(args.id)}, so nobody can master it.`,
      help: `Give questions ${code(`competency: ${args.id}`)} (${code(`competency=${args.id}`)} in Markdown), or remove it.`,
    };
  },
  *check(context) {
    const { course, place } = context;
    if (course === undefined || hasUnread(context)) return;
    const fed = new Set(
      course.items.flatMap((item) =>
        item.kind === 'section' ? [] : item.questions.flatMap((question) => question.competencies),
      ),
    );
    for (const competency of course.competencies) {
      if (!fed.has(competency.id)) yield { args: { id: competency.id }, span: place(competency, 'id') };
    }
  },
});
