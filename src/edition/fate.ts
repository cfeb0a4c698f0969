import { type Edition, type EditionEntry, type EditionName, ownId } from '../model/edition.ts';
import { holders, nameInBank, namesSince, presentName } from '../model/edition-names.ts';

/** What course.yaml says about names of earlier editions. */
export interface Carried {
  /** Old names with new ones, as written: also such that lead on to another old name, or to nothing. */
  readonly renamed: ReadonlyMap<EditionName, EditionName>;
  readonly retired: ReadonlySet<EditionName>;
}

/** What became of one published name. */
export type Fate =
  /** There, under this name: the old one or, where `to` differs from it, another. */
  | { readonly type: 'there'; readonly to: EditionName; readonly is: EditionEntry }
  /** Gone on purpose. `by`: what is written under `retired`, the name itself or what it belongs to; or the bank that has it still, for a question that a quiz does not draw any more. */
  | { readonly type: 'retired'; readonly by: EditionName }
  /** Gone without a word. `to`: what `renamed` says, where that leads to nothing; `by`: what it belongs to and went with. */
  | { readonly type: 'missing'; readonly to?: EditionName; readonly by?: EditionName };

/** What became of a name, now that `now` is what there is. */
export function fateOf(name: EditionName, now: Edition, carried: Carried): Fate {
  const to = nameNow(name, now, carried.renamed);
  const is = now.entries.get(to);
  if (is !== undefined && is.gone === undefined) return { type: 'there', to, is };
  // It may have been retired under any name that it had.
  const names = namesSince(name, (each) => isThere(each, now), carried.renamed);
  const named = [...new Set([...names, to])].flatMap((each) => [
    each,
    nameInBank(each) ?? each,
    // A badge may be named by its id alone: without a lock nobody knew what was meant.
    ownId(each),
    ...holders(each),
  ]);
  const retired = named.find((each) => carried.retired.has(each));
  if (retired !== undefined) return { type: 'retired', by: retired };
  const by = holders(name).find((holder) => isGone(holder, now, carried));
  // What went with its quiz is missed with it, also where the bank still has it.
  const bank = by === undefined ? bankWith(to, now, carried) : undefined;
  if (bank !== undefined) return { type: 'retired', by: bank };
  // What only the line about its item or bank would have led to, nobody has written.
  const isWritten = [name, nameInBank(name) ?? name].some((each) => carried.renamed.has(each));
  return { type: 'missing', ...(to !== name && isWritten && { to }), ...(by !== undefined && { by }) };
}

/** The bank that holds a question which no draw of its quiz takes now. */
function bankWith(name: EditionName, now: Edition, { renamed }: Carried): EditionName | undefined {
  const [bank, id] = (nameInBank(name) ?? name).split('#');
  if (bank === undefined || id === undefined) return undefined;
  const to = nameNow(bank, now, renamed);
  const entry = now.entries.get(to);
  return entry?.kind === 'bank' && entry.gone === undefined && entry.holds?.includes(id) ? to : undefined;
}

/** `presentName` in an edition. */
export function nameNow(
  name: EditionName,
  now: Edition,
  renamed: ReadonlyMap<EditionName, EditionName>,
): EditionName {
  return presentName(name, (each) => isThere(each, now), renamed, quizzesIn(now));
}

/** Of each edition looked for once: every name of another edition may ask for them. */
const QUIZZES = new WeakMap<Edition, readonly EditionName[]>();

function quizzesIn(edition: Edition): readonly EditionName[] {
  const known = QUIZZES.get(edition);
  if (known !== undefined) return known;
  const found = [...edition.entries].flatMap(([name, { kind, gone }]) =>
    kind === 'quiz' && gone === undefined ? [name] : [],
  );
  QUIZZES.set(edition, found);
  return found;
}

function isThere(name: EditionName, { entries }: Edition): boolean {
  const entry = entries.get(name);
  return entry !== undefined && entry.gone === undefined;
}

function isGone(holder: EditionName, now: Edition, { renamed }: Carried): boolean {
  return !isThere(nameNow(holder, now, renamed), now);
}
