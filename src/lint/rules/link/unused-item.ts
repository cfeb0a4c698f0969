import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const linkUnusedItem = defineRule({
  id: 'link/unused-item',
  severity: 'error',
  why: 'The site has pages only for what stands in the pathway, so the link leads nowhere.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items: [page]
`,
      'modules/page.md': `Go on with [water](water).
`,
      'modules/water.md': `Warm.
`,
    },
    good: {
      'course.yaml': `pathway:
  type: linear
  items: [page, water]
`,
      'modules/page.md': `Go on with [water](water).
`,
    },
  },
  message(args: { readonly id: string; readonly bank: boolean }) {
    if (args.bank)
      return {
        message: `This link leads to ${code(args.id)}, a bank of questions: quizzes draw from it, and the site has no page for it.`,
        help: 'Link to a quiz that draws from it, or remove the link.',
      };
    return {
      message: `This link leads to ${code(args.id)}, which no part of the pathway uses, so the site has no page for it.`,
      help: `Add ${code(args.id)} to the pathway in course.yaml, as \`optional\` perhaps, or remove the link.`,
    };
  },
  *check({ refs, course, place, broken }) {
    // A pathway that could not be read in full names fewer items than its author wrote.
    if (course === undefined || broken(place(course, 'pathway'))) return;
    for (const { ref, resolved } of refs) {
      if (resolved.type !== 'unused') continue;
      yield { args: { id: resolved.item, bank: resolved.bank ?? false }, span: ref.span };
    }
  },
});
