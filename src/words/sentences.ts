import type { Condition, Instant, Share } from '../model/condition.ts';
import type { ItemId } from '../model/ids.ts';
import { besideMark } from '../model/quantities.ts';
import type { Reason } from '../path/types.ts';

/** Part of a sentence: text, or an item whose title stands there and may become a link. */
export type Piece = string | { readonly item: ItemId };

/** What a language needs to know to name things. */
export interface Names {
  competency(id: string): string;
  badge(id: string): string;
  date(at: Instant): string;
}

/** Why something is locked and what conditions ask for, in one language: whole sentences, since word order differs. */
export interface Sentences {
  /** A full sentence: what opens the item. */
  reason(reason: Reason, names: Names): Piece[];
  /** A clause that can follow the language's "when": "you have passed X". */
  condition(condition: Condition, names: Names): Piece[];
  /** A title within a sentence. */
  title(title: string): string;
}

/** The same with dates, for who has none of its own. */
export interface Words extends Sentences {
  date(at: Instant): string;
}

/** A sentence with items in it: say`Finish ${{ item }} first.` */
export function say(texts: TemplateStringsArray, ...parts: readonly (Piece | readonly Piece[])[]): Piece[] {
  return texts.flatMap((text, i) => [text, ...[parts[i] ?? []].flat()]);
}

/** `a`, `a and b`, `a, b and c`; `last` stands before the last one, with its spaces. */
export function join(parts: readonly (readonly Piece[])[], last: string): Piece[] {
  return parts.flatMap((part, i) => (i === 0 ? part : [i === parts.length - 1 ? last : ', ', ...part]));
}

/** Items in a row. */
export function list(items: readonly ItemId[], and: string): Piece[] {
  return join(
    items.map((item) => [{ item }]),
    and,
  );
}

/** The clauses of conditions in a row, in brackets where "and" and "or" would mix; `none` when there are none. */
export function clauses(
  words: Sentences,
  of: readonly Condition[],
  names: Names,
  last: string,
  none = '',
): Piece[] {
  const parts = of.map((part) => {
    const clause = words.condition(part, names);
    return 'of' in part && Array.isArray(part.of) && part.of.length > 1 ? ['(', ...clause, ')'] : clause;
  });
  return parts.length === 0 ? [none] : join(parts, last);
}

/** How a quiz that was not passed stands, at the end of a sentence: `: best so far 60 %, 1 attempt left.` */
export function standing(
  {
    best,
    mark,
    attemptsLeft,
  }: {
    readonly best?: Share | undefined;
    readonly mark?: Share | undefined;
    readonly attemptsLeft?: number | undefined;
  },
  bestOf: (best: Share) => string,
  left: (attempts: number) => string,
  colon = ': ',
): string {
  const facts = [
    ...(best === undefined ? [] : [bestOf(besideMark(best, mark))]),
    ...(attemptsLeft === undefined ? [] : [left(attemptsLeft)]),
  ];
  return facts.length > 0 ? `${colon}${facts.join(', ')}.` : '.';
}
