import { inCourseFile } from '../../../edition/name-words.ts';
import { suggester } from '../../../load/suggest.ts';
import { MOST, publishedNames } from '../../editions.ts';
import { lockExample } from '../../lock-example.ts';
import { defineRule } from '../../rule.ts';
import { code, didYouMean } from '../../words.ts';

export const editionUnknownName = defineRule({
  id: 'edition/unknown-name',
  severity: 'warning',
  why: 'A line about an id that was never published does nothing, and is probably a slip for one that was.',
  examples: {
    bad: {
      'course.yaml': `retired: [yest]
pathway:
  type: linear
  items: [flour, water]
`,
      'course-lock.json': lockExample({ basics: undefined, 'basics#strong': undefined }),
    },
    good: {
      'course.yaml': `retired: [yeast]
pathway:
  type: linear
  items: [flour, water]
`,
      'course-lock.json': lockExample({
        basics: undefined,
        'basics#strong': undefined,
        yeast: { kind: 'module', title: 'Yeast' },
      }),
    },
  },
  message(args: {
    readonly id: string;
    readonly field: 'renamed' | 'retired';
    readonly suggestion?: string;
  }) {
    return {
      message: `${code(args.field)} names ${code(args.id)}, which by the lock file was never published, so the line does nothing.${didYouMean(args.suggestion)}`,
      help: `${args.suggestion === undefined ? 'Correct the id' : `Write ${code(args.suggestion)}`}, or take the line away.`,
    };
  },
  *check(context) {
    const facts = context.editions();
    if (facts?.lock === undefined) return;
    const { lock } = facts;
    const { renamed, retired } = context.loaded.editions;
    const published = publishedNames(lock);
    const suggest = suggester();
    const targets = new Set(renamed.map(({ to }) => to.value));
    const missing = (facts.since?.names ?? []).flatMap(({ name, verdict }) =>
      verdict === 'missing' ? [name] : [],
    );
    const lines = [
      ...renamed.map(({ from }) => ({ field: 'renamed' as const, ...from })),
      ...retired.map((name) => ({ field: 'retired' as const, ...name })),
    ];
    for (const { field, value, span } of lines) {
      // A name between two editions that were both published without a lock in between.
      if (targets.has(value) || facts.isThere(value) || published.has(value)) continue;
      const suggestion = suggest(value, missing.slice(0, 20 * MOST));
      yield {
        args: {
          id: inCourseFile(value, lock),
          field,
          ...(suggestion !== undefined && { suggestion: inCourseFile(suggestion, lock) }),
        },
        span,
      };
    }
  },
});
