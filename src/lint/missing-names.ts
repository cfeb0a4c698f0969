import type { EditionDiff, NameDiff } from '../edition/diff.ts';
import type { EditionKind, EditionName } from '../model/edition.ts';
import { holders, nameInBank } from '../model/edition-names.ts';
import type { EditionFacts } from './editions.ts';

type Missing = NameDiff & { readonly verdict: 'missing' };

/** Something published that is gone without a word, as one finding tells it. */
export interface MissingName {
  readonly found: Missing;
  /** What course.yaml would name: of a bank's question its name in the bank, which speaks for all quizzes that draw it. */
  readonly name: EditionName;
  readonly likely?: { readonly to: EditionName; readonly sure: boolean };
  /** How many questions went with it. */
  readonly questions: number;
}

/** What is missing, each mistake once: questions go with what they belonged to, and what `renamed` speaks of has findings of its own. */
export function missingNames({ carried, isThere }: EditionFacts, since: EditionDiff): MissingName[] {
  const all = since.names.filter((each): each is Missing => each.verdict === 'missing');
  const byName = new Map(all.map((each) => [each.name, each]));
  const spoken = new Set(carried.renamed.keys());
  // Lines that are the wrong way round.
  for (const [from, to] of carried.renamed) if (isThere(from)) spoken.add(to);
  const along = new Map<EditionName, number>();
  for (const each of all)
    for (const holder of holders(each.name)) along.set(holder, (along.get(holder) ?? 0) + 1);
  const inBanks = new Set<EditionName>();
  const only = onlyOnes(all, since);
  return all.flatMap((found) => {
    const { name, kind } = found;
    const gone = holders(name).flatMap((holder) => byName.get(holder) ?? []);
    const bankName = nameInBank(name);
    if (spoken.has(name) || spoken.has(bankName ?? name) || goesAlong(found, gone)) return [];
    const likely = found.likely ?? only.get(kind);
    const bankLikely = likely && nameInBank(likely.to);
    const questions = along.get(name) ?? 0;
    if (bankName === undefined || gone.length > 0)
      return [{ found, name, ...(likely && { likely }), questions }];
    if (inBanks.has(bankName)) return [];
    inBanks.add(bankName);
    const shown = likely && { to: bankLikely ?? likely.to, sure: likely.sure };
    return [{ found, name: bankName, ...(shown && { likely: shown }), questions }];
  });
}

/** Whether a question went with what it belonged to, or where that went. One that surely stands elsewhere now is worth a word of its own. */
function goesAlong({ likely }: Missing, gone: readonly Missing[]): boolean {
  if (gone.length === 0) return false;
  if (!likely?.sure) return true;
  return gone.some((holder) => holder.likely !== undefined && holders(likely.to).includes(holder.likely.to));
}

const WITHOUT_TEXT: ReadonlySet<EditionKind> = new Set(['section', 'quiz', 'bank', 'badge', 'competency']);

/** Where one of a kind is gone and one is new, and neither has a text to compare, they may be the same. */
function onlyOnes(
  missing: readonly Missing[],
  { names }: EditionDiff,
): ReadonlyMap<EditionKind, NonNullable<MissingName['likely']>> {
  const found = new Map<EditionKind, NonNullable<MissingName['likely']>>();
  for (const kind of WITHOUT_TEXT) {
    const gone = missing.filter((each) => each.kind === kind);
    const [fresh, other] = names.filter((each) => each.verdict === 'new' && each.kind === kind);
    if (gone.length === 1 && fresh && other === undefined) found.set(kind, { to: fresh.name, sure: false });
  }
  return found;
}
