import { aKind } from '../../../edition/kind-words.ts';
import { inCourseFile } from '../../../edition/name-words.ts';
import type { EditionKind } from '../../../model/edition.ts';
import { formOf, publishedAs } from '../../editions.ts';
import { lockExample } from '../../lock-example.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const editionOtherKind = defineRule({
  id: 'edition/other-kind',
  severity: 'error',
  why: "What learners did in a quiz says nothing about a module, and a module's work none about a question. Progress cannot go along.",
  examples: {
    bad: {
      'course.yaml': `renamed: { flour-quiz: flour }
pathway:
  type: linear
  items: [flour, water]
`,
      'course-lock.json': lockExample({
        basics: undefined,
        'basics#strong': undefined,
        'flour-quiz': { kind: 'quiz', title: 'A quiz about flour' },
      }),
    },
    good: {
      'course.yaml': `retired: [flour-quiz]
pathway:
  type: linear
  items: [flour, water]
`,
      'course-lock.json': lockExample({
        basics: undefined,
        'basics#strong': undefined,
        'flour-quiz': { kind: 'quiz', title: 'A quiz about flour' },
      }),
    },
  },
  message(args: {
    readonly from: string;
    readonly to: string;
    readonly was: EditionKind | 'item';
    readonly is: EditionKind;
  }) {
    const was = args.was === 'item' ? 'a module, quiz, section or bank' : aKind(args.was);
    return {
      message: `${code(args.from)} was ${was}, and ${code(args.to)} is ${aKind(args.is)}: what learners did in the one cannot count in the other.`,
      help: `Name ${args.was === 'item' ? 'one' : aKind(args.was)}, or write ${code(`retired: [${args.from}]`)} instead.`,
    };
  },
  *check(context) {
    const facts = context.editions();
    if (facts === undefined) return;
    const { now, lock } = facts;
    for (const { from, to } of context.loaded.editions.renamed) {
      const is = now.entries.get(to.value);
      if (is === undefined || facts.isThere(from.value)) continue;
      const entry = lock?.entries.get(from.value);
      const form = formOf(from.value);
      const was = entry?.kind ?? form;
      if (was === is.kind || (was === 'item' && formOf(to.value) === 'item')) continue;
      yield {
        args: { from: inCourseFile(from.value, lock), to: inCourseFile(to.value, lock), was, is: is.kind },
        span: to.span,
        related: entry ? publishedAs(context, from.value, entry) : [],
      };
    }
  },
});
