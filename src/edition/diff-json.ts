import type { EditionDiff, NameDiff, Verdict } from './diff.ts';
import { HEADINGS, nameWords } from './diff-words.ts';
import { gist, isLossy } from './gist.ts';
import { type RuleContext, ruleWords } from './rule-words.ts';

/** The version of the format; it changes when a field changes its meaning or goes away. */
const VERSION = 1;

/** One side as programs name it. */
export interface SideFacts {
  readonly kind: 'folder' | 'site' | 'portable' | 'lock' | 'revision';
  /** As the user named it; of a revision also the commit. */
  readonly from: string;
  readonly commit?: string;
  readonly course: { readonly id: string; readonly title: string };
}

/** Where something stands: 1-based line and column. */
export interface PlaceFacts {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * A comparison for other programs: `{ version, old, now, lossy, gist, counts, names, rulesKnown, rules }`; docs/reference/diff.md lists the fields.
 * Names stand in the order of the old edition, then those that are new; `rules` is null where the rules of one side are not known.
 */
export function diffJson(
  diff: EditionDiff,
  about: {
    readonly old: SideFacts;
    readonly now: SideFacts;
    readonly place: (found: NameDiff) => PlaceFacts | undefined;
    readonly words: RuleContext;
  },
): string {
  const { old, now, place, words } = about;
  const verdicts: readonly Verdict[] = [...HEADINGS.keys()];
  const report = {
    version: VERSION,
    old,
    now,
    lossy: isLossy(diff),
    gist: gist(diff),
    ...(diff.otherCourse && { otherCourse: diff.otherCourse }),
    ...(diff.translation && { translation: diff.translation }),
    counts: Object.fromEntries(
      verdicts.map((verdict) => [verdict, diff.names.filter((each) => each.verdict === verdict).length]),
    ),
    names: diff.names.map((each) => {
      const text = nameWords(each, words);
      const at = place(each);
      // Of what a name stands for now its sketch says nothing to others.
      const now = each.verdict === 'reused' && { now: { kind: each.now.kind, title: each.now.title } };
      return { ...each, ...now, ...(text !== undefined && { text }), ...(at && { at }) };
    }),
    rulesKnown: diff.rules === undefined ? 'none' : diff.marksOnly ? 'marks' : 'all',
    rules: diff.rules?.map((change) => ({ ...change, text: ruleWords(change, words) })) ?? null,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
