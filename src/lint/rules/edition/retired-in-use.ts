import { defineRule, type Words } from '../../rule.ts';
import { code } from '../../words.ts';

export const editionRetiredInUse = defineRule({
  id: 'edition/retired-in-use',
  severity: 'error',
  why: 'What is retired counts nowhere, and its id is never given to anything else. What is there, or was renamed, is not retired.',
  examples: {
    bad: {
      'course.yaml': `retired: [water]
pathway:
  type: linear
  items: [flour, water]
`,
    },
    good: {
      'course.yaml': `retired: [yeast]
pathway:
  type: linear
  items: [flour, water]
`,
    },
  },
  message(args: { readonly id: string; readonly renamedTo?: string }): Words {
    const { id, renamedTo } = args;
    if (renamedTo !== undefined)
      return {
        message: `${code(id)} is retired here, and renamed to ${code(renamedTo)} above: progress can go along, or count nowhere, not both.`,
        help: `Take one of the two away: the line under \`renamed\` if learners' work under ${code(id)} is to count no more, else the id under \`retired\`.`,
      };
    return {
      message: `${code(id)} is retired, but it is there: what learners did there would go on to count.`,
      help: `Take it off the list if it is the old one. If it is new, give it another id: learners who knew the old one would get credit for it.`,
    };
  },
  *check(context) {
    const facts = context.editions();
    if (facts === undefined) return;
    const { renamed } = facts.carried;
    for (const { value: id, span } of context.loaded.editions.retired) {
      const renamedTo = renamed.get(id);
      const at = facts.placeOf(id);
      if (facts.isThere(id)) yield { args: { id }, span, related: at ? [{ message: 'Here', span: at }] : [] };
      else if (renamedTo !== undefined) yield { args: { id, renamedTo }, span };
    }
  },
});
