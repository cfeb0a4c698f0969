import type { Item } from '../../../model/course.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const pathwayDuplicateTitle = defineRule({
  id: 'pathway/duplicate-title',
  severity: 'warning',
  why: 'In the course map and in results the two cannot be told apart.',
  examples: {
    bad: {
      'modules/a.md': `---
title: Kneading
---

By hand.
`,
      'modules/b.md': `---
title: Kneading
---

By machine.
`,
    },
    good: {
      'modules/a.md': `---
title: Kneading by hand
---

Push.
`,
      'modules/b.md': `---
title: Kneading by machine
---

Switch on.
`,
    },
  },
  message(args: { readonly id: string; readonly other: string; readonly title: string }) {
    return {
      message: `${code(args.id)} has the same title as ${code(args.other)}: ${code(args.title)}. In the course map learners cannot tell them apart.`,
      help: 'Reword one of the titles.',
    };
  },
  *check({ course, titleSpan }) {
    const first = new Map<string, Item>();
    for (const item of course?.items ?? []) {
      const title = item.title.trim().toLowerCase();
      const other = first.get(title);
      if (other === undefined) first.set(title, item);
      else if (other.kind === item.kind && item.kind !== 'section') {
        yield {
          args: { id: item.id, other: other.id, title: item.title },
          span: titleSpan(item),
          related: [{ message: 'the first one', span: titleSpan(other) }],
        };
      }
    }
  },
});
