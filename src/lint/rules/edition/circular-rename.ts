import { defineRule } from '../../rule.ts';
import { choices, code } from '../../words.ts';

export const editionCircularRename = defineRule({
  id: 'edition/circular-rename',
  severity: 'error',
  why: 'Names that lead to each other lead to nothing: progress under them would be lost.',
  examples: {
    bad: {
      'course.yaml': `renamed: { grain: corn, corn: grain }
pathway:
  type: linear
  items: [flour, water]
`,
    },
    good: {
      'course.yaml': `renamed: { grain: corn, corn: flour }
pathway:
  type: linear
  items: [flour, water]
`,
    },
  },
  message(args: { readonly ring: readonly string[] }) {
    const [first = '', ...others] = args.ring;
    return {
      message:
        others.length === 0
          ? `${code(first)} is renamed to itself, and there is nothing of that name.`
          : `${choices(args.ring, 'and')} are renamed to each other in a ring, and none of them is there.`,
      help: 'Let the last of these lines name what is there now.',
    };
  },
  *check(context) {
    const facts = context.editions();
    if (facts === undefined) return;
    const { renamed } = facts.carried;
    const told = new Set<string>();
    for (const { from } of context.loaded.editions.renamed) {
      const ring: string[] = [];
      let name: string | undefined = from.value;
      const seen = new Set<string>();
      while (name !== undefined && !facts.isThere(name) && !told.has(name) && !seen.has(name)) {
        seen.add(name);
        ring.push(name);
        name = renamed.get(name);
      }
      for (const each of ring) told.add(each);
      // Names that lead into a ring are not part of it.
      const start = name === undefined ? -1 : ring.indexOf(name);
      if (start < 0) continue;
      const members = ring.slice(start);
      const at = context.loaded.editions.renamed.find((each) => each.from.value === members[0]);
      yield { args: { ring: members }, span: at?.from.span ?? from.span };
    }
  },
});
