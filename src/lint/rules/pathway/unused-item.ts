import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const pathwayUnusedItem = defineRule({
  id: 'pathway/unused-item',
  severity: 'warning',
  why: 'Nobody reaches it: it is not part of the site.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items: [flour]
`,
      'modules/salt.md': `Two percent.
`,
    },
    good: {
      'course.yaml': `pathway:
  type: linear
  items: [flour, { item: salt, optional: true }]
`,
      'modules/salt.md': `Two percent.
`,
    },
  },
  message(args: { readonly id: string; readonly kind: 'module' | 'quiz' }) {
    return {
      message: `No part of the pathway uses the ${args.kind} ${code(args.id)}, so no learner ever sees it.`,
      help: `Add ${code(args.id)} to the pathway in course.yaml (as \`optional\` perhaps), or move the file out of the course.`,
    };
  },
  *check({ loaded, course, items, refs, place, broken }) {
    // A pathway that could not be read in full names fewer items than its author wrote.
    if (course === undefined || broken(place(course, 'pathway'))) return;
    // A link to such an item is an error that says the same.
    const linked = new Set(refs.map(({ resolved }) => resolved.type === 'unused' && resolved.item));
    const unused = (id: string) => !items.has(id) && !linked.has(id);
    for (const [id, page] of loaded.pages) {
      if (unused(id)) yield { args: { id, kind: 'module' }, span: page.meta.title.span };
    }
    for (const [id, quiz] of loaded.quizzes) {
      // One that cannot be read may be a bank.
      if (!quiz.bank && !quiz.unreadable && unused(id))
        yield { args: { id, kind: 'quiz' }, span: quiz.title.span };
    }
  },
});
