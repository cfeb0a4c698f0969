import { fateOf } from '../../../edition/fate.ts';
import { judge } from '../../../edition/judge.ts';
import { aKind } from '../../../edition/kind-words.ts';
import { inCourseFile } from '../../../edition/name-words.ts';
import type { EditionKind } from '../../../model/edition.ts';
import { MOST, publishedAs } from '../../editions.ts';
import { lockExample } from '../../lock-example.ts';
import { defineRule, type Words } from '../../rule.ts';
import { code } from '../../words.ts';

export const editionReused = defineRule({
  id: 'edition/reused',
  severity: 'error',
  why: 'An id that stands for something else now gives learners credit for what they never saw, and takes away what they did.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items: [flour, water]
`,
      'course-lock.json': lockExample({
        basics: undefined,
        'basics#strong': undefined,
        water: { kind: 'quiz', title: 'A quiz about water' },
      }),
    },
    good: {
      'course.yaml': `retired: [water-quiz]
pathway:
  type: linear
  items: [flour, water]
`,
      'course-lock.json': lockExample({
        basics: undefined,
        'basics#strong': undefined,
        'water-quiz': { kind: 'quiz', title: 'A quiz about water' },
      }),
    },
  },
  message(args: {
    /** As course.yaml takes it. */
    readonly id: string;
    readonly was: { readonly kind: EditionKind; readonly title: string };
    readonly is: { readonly kind: EditionKind; readonly title: string };
    /** It was retired, and has come back as something else. */
    readonly retired: boolean;
    /** It and this one changed places. */
    readonly swapped?: string;
  }): Words {
    const { id, was, is, retired, swapped } = args;
    if (swapped !== undefined)
      return {
        message: `${code(id)} and ${code(swapped)} changed places: each stands for what the other was published for, so learners would get credit for what they never saw.`,
        help: 'Swap the two ids back; what is told apart by its id may stand anywhere.',
      };
    const before = retired ? 'was retired, and stood for' : 'was published for';
    const same = was.kind === is.kind;
    return {
      message: same
        ? `${code(id)} ${before} the ${was.kind} “${was.title}”, and stands now for one that has hardly a word in common with it: learners would get credit for what they never saw.`
        : `${code(id)} ${before} ${aKind(was.kind)} (“${was.title}”), and is ${aKind(is.kind)} now: what learners did there would be lost, or count for something else.`,
      help: retired
        ? `Give the new one another id: one that is retired is never given to anything else.`
        : same
          ? `Give the new one another id, and write ${code(`retired: [${id}]`)} in course.yaml. If it is the same ${was.kind}, written anew or translated: give it another id all the same, and write ${code(`renamed: { ${id}: … }`)}.`
          : `Give the ${is.kind} another id, and write ${code(`retired: [${id}]`)} in course.yaml, or put the ${was.kind} back.`,
    };
  },
  *check(context) {
    const facts = context.editions();
    if (facts?.lock === undefined || facts.since === undefined) return;
    const { lock, now, carried } = facts;
    const swapped = new Map(
      facts.since.names.flatMap((each) =>
        each.verdict === 'reused' && each.swapped !== undefined ? [[each.name, each.swapped] as const] : [],
      ),
    );
    let told = 0;
    for (const [name, was] of lock.entries) {
      if (told === MOST) return;
      const fate = fateOf(name, now, carried);
      if (fate.type !== 'there' || fate.to !== name) continue;
      if (judge(was, fate.is, facts.since.translation !== undefined).type !== 'reused') continue;
      told++;
      const { is } = fate;
      const other = swapped.get(name);
      yield {
        args: {
          id: inCourseFile(name, lock),
          was: { kind: was.kind, title: was.title },
          is: { kind: is.kind, title: is.title },
          retired: was.gone === 'retired',
          ...(other !== undefined && { swapped: inCourseFile(other, lock) }),
        },
        span: facts.placeOf(name) ?? context.place({}),
        related: publishedAs(context, name, was),
      };
    }
  },
});
