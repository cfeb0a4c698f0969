import { inCourseFile } from '../../../edition/name-words.ts';
import { lockExample } from '../../lock-example.ts';
import { defineRule, type Words } from '../../rule.ts';
import { code } from '../../words.ts';

export const editionRenamedInUse = defineRule({
  id: 'edition/renamed-in-use',
  severity: 'error',
  why: 'An id that is in use keeps its progress. A line that says it has another one does nothing, or meant something else.',
  examples: {
    bad: {
      'course.yaml': `renamed: { flour: water }
pathway:
  type: linear
  items: [flour, water]
`,
    },
    good: {
      'course.yaml': `renamed: { grain: flour }
pathway:
  type: linear
  items: [flour, water]
`,
      'course-lock.json': lockExample({
        basics: undefined,
        'basics#strong': undefined,
        flour: undefined,
        grain: { kind: 'module', title: 'Flour' },
      }),
    },
  },
  message(args: {
    readonly from: string;
    readonly to: string;
    /** The new name is one that was published and is gone. */
    readonly reversed: boolean;
    /** An earlier edition had renamed the new name to the old one: this takes that back. */
    readonly back: boolean;
  }): Words {
    if (args.back)
      return {
        message: `${code(args.from)} has its old name again, and \`renamed\` still says that it is ${code(args.to)}.`,
        help: `Take the line ${code(`${args.from}: ${args.to}`)} away: the line ${code(`${args.to}: ${args.from}`)} is enough.`,
      };
    if (args.reversed)
      return {
        message: `\`renamed\` says that ${code(args.from)} is ${code(args.to)} now, but it is ${code(args.to)} that is gone: what learners did there would be lost.`,
        help: `The old name comes first: ${code(`renamed: { ${args.to}: ${args.from} }`)}.`,
      };
    return {
      message: `\`renamed\` says that ${code(args.from)} is ${code(args.to)} now, but there is a ${code(args.from)}: it keeps what learners did there, and nothing goes along.`,
      help: `Take the line away, or give what is called ${code(args.from)} now another id.`,
    };
  },
  *check(context) {
    const facts = context.editions();
    if (facts === undefined) return;
    for (const { from, to } of context.loaded.editions.renamed)
      if (facts.isThere(from.value))
        yield {
          args: {
            from: inCourseFile(from.value, facts.lock),
            to: inCourseFile(to.value, facts.lock),
            back: facts.carried.renamed.get(to.value) === from.value,
            reversed:
              !facts.uncertain && !facts.isThere(to.value) && facts.lock?.entries.has(to.value) === true,
          },
          span: from.span,
        };
  },
});
