import type { Edition, EditionEntry, EditionName } from '../model/edition.ts';
import { type Judgement, judge } from './judge.ts';

/** What course.yaml says about names of earlier editions. */
export interface Carried {
  /** Old names with new ones, as written: also such that lead on to another old name, or to nothing. */
  readonly renamed: ReadonlyMap<EditionName, EditionName>;
  readonly retired: ReadonlySet<EditionName>;
}

/** What became of one published name. */
export type Fate =
  /** There, under this name: the old one or, where `to` differs from it, another. */
  | {
      readonly type: 'there';
      readonly to: EditionName;
      readonly is: EditionEntry;
      readonly judgement: Judgement;
    }
  /** Gone on purpose. `by`: what is written under `retired`, the name itself or what it belongs to. */
  | { readonly type: 'retired'; readonly by: EditionName }
  /** Gone without a word. `to`: what `renamed` says, where that leads to nothing; `by`: what it belongs to and went with. */
  | { readonly type: 'missing'; readonly to?: EditionName; readonly by?: EditionName };

/** What became of a name that stood for `was`, now that `now` is what there is. */
export function fateOf(name: EditionName, was: EditionEntry, now: Edition, carried: Carried): Fate {
  const to = nameNow(name, now, carried.renamed);
  const is = now.entries.get(to);
  if (is !== undefined && is.gone === undefined) return { type: 'there', to, is, judgement: judge(was, is) };
  const retired = [name, to, ...holders(name), ...holders(to)].find((each) => carried.retired.has(each));
  if (retired !== undefined) return { type: 'retired', by: retired };
  const by = holders(name).find((holder) => isGone(holder, now, carried));
  return { type: 'missing', ...(to !== name && { to }), ...(by !== undefined && { by }) };
}

/**
 * The present name of what had another one: its own new name, or that of what it belongs to with the same end; through several editions
 * if need be. A name that is in use is never renamed. A ring of names leads to nothing: the name itself is given.
 */
export function nameNow(
  name: EditionName,
  now: Edition,
  renamed: ReadonlyMap<EditionName, EditionName>,
): EditionName {
  const seen = new Set<EditionName>();
  let found = name;
  while (!isThere(found, now)) {
    if (seen.has(found)) return name;
    seen.add(found);
    const next = oneStep(found, renamed);
    if (next === undefined) return found;
    found = next;
  }
  return found;
}

function oneStep(name: EditionName, renamed: ReadonlyMap<EditionName, EditionName>): EditionName | undefined {
  const own = renamed.get(name);
  if (own !== undefined) return own;
  const { item, bank, id } = partsOf(name);
  if (item === undefined || id === undefined) return undefined;
  const newItem = renamed.get(item);
  const newBank = bank === undefined ? undefined : renamed.get(bank);
  if (newItem === undefined && newBank === undefined) return undefined;
  const local = bank === undefined ? id : `${newBank ?? bank}/${id}`;
  return `${newItem ?? item}#${local}`;
}

/** What a name belongs to: the item of a question, and the bank of one that is drawn. */
export function holders(name: EditionName): readonly EditionName[] {
  const { item, bank } = partsOf(name);
  return [item, bank].flatMap((each) => each ?? []);
}

/** The parts of a question's name: `QUIZ#BANK/ID`, `ITEM#ID`. Ids of banks may hold `/`, those of questions not. */
function partsOf(name: EditionName): {
  readonly item?: EditionName;
  readonly bank?: EditionName;
  readonly id?: string;
} {
  const hash = name.indexOf('#');
  if (hash < 0) return {};
  const local = name.slice(hash + 1);
  const slash = local.lastIndexOf('/');
  return {
    item: name.slice(0, hash),
    ...(slash >= 0 && { bank: local.slice(0, slash) }),
    id: local.slice(slash + 1),
  };
}

function isThere(name: EditionName, { entries }: Edition): boolean {
  const entry = entries.get(name);
  return entry !== undefined && entry.gone === undefined;
}

function isGone(holder: EditionName, now: Edition, { renamed }: Carried): boolean {
  return !isThere(nameNow(holder, now, renamed), now);
}
