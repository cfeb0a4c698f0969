import type { Edition, EditionKind, EditionName } from '../model/edition.ts';
import { holders, nameInBank } from '../model/edition-names.ts';
import type { NameDiff } from './diff.ts';
import { type Carried, fateOf, nameNow } from './fate.ts';
import type { Likely } from './likely.ts';

export type Missing = NameDiff & { readonly verdict: 'missing' };

/**
 * What is missing, each mistake to be told once, for `course validate` and `course diff` alike: what needs no line of its own in course.yaml
 * is marked `along`, and a bank's question gets its name in the bank, which speaks for all quizzes that draw it.
 *
 * @param names every name of the old edition and those that are new
 * @param carried what course.yaml says today
 */
export function missedNames(
  names: readonly NameDiff[],
  likely: ReadonlyMap<EditionName, Likely>,
  now: Edition,
  carried: Carried,
): readonly Missing[] {
  const all = names.filter((each): each is Missing => each.verdict === 'missing');
  const byName = new Map(all.map((each) => [each.name, each]));
  const only = onlyOnes(all, names);
  const likelyOf = (each: Missing) => likely.get(each.name) ?? only.get(each.kind);
  // Course.yaml as it would be if what questions belong to were written down where it is sure.
  const written = new Map(carried.renamed);
  for (const { name, kind } of all) {
    const found = likely.get(name);
    if (kind !== 'question' && found?.sure) written.set(name, found.to);
  }
  const inBanks = new Set<EditionName>();
  return all.map((each): Missing => {
    const found = likelyOf(each);
    const gone = holders(each.name).flatMap((holder) => byName.get(holder) ?? []);
    const told: Missing = { ...each, ...(found && { likely: found }) };
    if (gone.length > 0 && goesAlong(each.name, found, gone.map(likelyOf), now, written))
      return { ...told, along: true };
    const inBank = nameInBank(each.name);
    if (inBank === undefined) return told;
    if (inBanks.has(inBank)) return { ...told, along: true };
    inBanks.add(inBank);
    return { ...told, inBank, ...(found && { likely: { ...found, to: nameInBank(found.to) ?? found.to } }) };
  });
}

/** Whether the line about what a question belongs to (each with its likely name) speaks for it as well. */
function goesAlong(
  name: EditionName,
  likely: Likely | undefined,
  holding: readonly (Likely | undefined)[],
  now: Edition,
  written: Carried['renamed'],
): boolean {
  // All that it belongs to has surely a name: under that it is, or it is not.
  if (holding.every((each) => each?.sure)) {
    const there = now.entries.get(nameNow(name, now, written));
    return there !== undefined && there.gone === undefined;
  }
  if (!likely?.sure) return true;
  return holding.some((each) => each !== undefined && holders(likely.to).includes(each.to));
}

const WITHOUT_TEXT: ReadonlySet<EditionKind> = new Set(['section', 'quiz', 'bank', 'badge', 'competency']);

/** Where one of a kind is gone and one is new, and neither has a text to compare, they may be the same. */
function onlyOnes(missing: readonly Missing[], names: readonly NameDiff[]): ReadonlyMap<EditionKind, Likely> {
  const found = new Map<EditionKind, Likely>();
  for (const kind of WITHOUT_TEXT) {
    const [fresh, other] = names.filter((each) => each.verdict === 'new' && each.kind === kind);
    if (fresh === undefined || other !== undefined) continue;
    if (missing.filter((each) => each.kind === kind).length === 1)
      found.set(kind, { to: fresh.name, sure: false, because: [] });
  }
  return found;
}

/**
 * Names that an earlier edition had renamed and that lead nowhere now, as far as nothing else speaks of them: their line was deleted, or what
 * they belonged to has its old name again and does not lead there any more.
 *
 * @param before the lines under `renamed` of the old edition, where they are known
 */
export function forgottenNames(
  old: Edition,
  now: Edition,
  carried: Carried,
  before: Carried['renamed'],
): readonly Missing[] {
  const both = new Map([...before, ...carried.renamed]);
  const origins = new Map<EditionName, EditionName[]>();
  for (const [from, to] of carried.renamed) {
    const list = origins.get(to);
    if (list) list.push(from);
    else origins.set(to, [from]);
  }
  return [...old.entries].flatMap(([name, entry]): Missing[] => {
    const isTold = (each: EditionName) => carried.renamed.has(each);
    if (entry.gone !== 'renamed' || isTold(name) || isTold(nameInBank(name) ?? name)) return [];
    if (fateOf(name, now, carried).type !== 'missing') return [];
    const end = old.entries.get(nameNow(name, now, carried.renamed));
    if (end !== undefined && end.gone === undefined) return [];
    const goes = holders(name).some(
      (holder) => old.entries.has(holder) && fateOf(holder, now, carried).type === 'missing',
    );
    if (goes) return [];
    const to = nameNow(name, now, both);
    const isWritten = to !== name && now.entries.get(to)?.gone === undefined && now.entries.has(to);
    const likely = isWritten
      ? {
          // Not as one quiz calls what it draws, unless it is that quiz's name.
          to: nameInBank(name) === undefined ? (nameInBank(to) ?? to) : to,
          sure: true,
          because: [{ type: 'written' as const }],
        }
      : whereItWent(name, now, carried, origins);
    const { kind, title } = entry;
    return [{ name, kind, title, verdict: 'missing', forgotten: true, ...(likely && { likely }) }];
  });
}

/** Where the lines about the other names of what a question belongs to lead with it. */
function whereItWent(
  name: EditionName,
  now: Edition,
  { renamed }: Carried,
  origins: ReadonlyMap<EditionName, readonly EditionName[]>,
): Likely | undefined {
  const [item, id] = name.split('#');
  if (item === undefined || id === undefined) return undefined;
  for (const other of [renamed.get(item) ?? [], origins.get(item) ?? []].flat()) {
    const to = nameNow(`${other}#${id}`, now, renamed);
    if (now.entries.get(to)?.gone === undefined && now.entries.has(to))
      return { to, sure: true, because: [{ type: 'lines', of: `${other}#${id}` }] };
  }
  return undefined;
}
