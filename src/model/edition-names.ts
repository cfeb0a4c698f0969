import type { EditionName } from './edition.ts';

/** Through more editions nobody renames one thing; a file that was made to be slow might. */
const MAX_STEPS = 200;

/**
 * The present name of what had another one: its own new name, or that of what it belongs to with the same end; through several editions
 * if need be. A name that is in use is never renamed. A ring of names leads to nothing: the name itself is given.
 *
 * @param quizzes of the present edition: a question that moved into a bank is in those that draw it, rather in the quiz that had it
 */
export function presentName(
  name: EditionName,
  isThere: (name: EditionName) => boolean,
  renamed: ReadonlyMap<EditionName, EditionName>,
  quizzes: Iterable<EditionName> = [],
): EditionName {
  const seen = new Set<EditionName>();
  let found = name;
  while (!isThere(found)) {
    if (seen.has(found) || seen.size === MAX_STEPS) return name;
    seen.add(found);
    const next = oneStep(found, isThere, renamed);
    if (next === undefined) {
      // Whatever is no question was in no bank.
      if (partsOf(found).item === undefined) return found;
      const item = partsOf(name).item ?? name;
      const own = item === name ? item : presentName(item, isThere, renamed);
      return acrossBanks(found, [own, ...quizzes]).find(isThere) ?? found;
    }
    found = next;
  }
  return found;
}

/** Every name that something had on the way from an old one, that first, to where `renamed` leads. */
export function namesSince(
  name: EditionName,
  isThere: (name: EditionName) => boolean,
  renamed: ReadonlyMap<EditionName, EditionName>,
): readonly EditionName[] {
  const names = new Set<EditionName>();
  let found: EditionName | undefined = name;
  while (found !== undefined && !names.has(found) && names.size < MAX_STEPS) {
    names.add(found);
    found = isThere(found) ? undefined : oneStep(found, isThere, renamed);
  }
  return [...names];
}

function oneStep(
  name: EditionName,
  isThere: (name: EditionName) => boolean,
  renamed: ReadonlyMap<EditionName, EditionName>,
): EditionName | undefined {
  const own = renamed.get(name);
  if (own !== undefined) return own;
  const { item, bank, id } = partsOf(name);
  if (item === undefined || id === undefined) return undefined;
  const inBank = bank === undefined ? undefined : renamed.get(`${bank}#${id}`);
  if (inBank !== undefined) return isThere(inBank) ? inBank : `${item}#${inBank.replace('#', '/')}`;
  const newItem = renamed.get(item);
  const newBank = bank === undefined ? undefined : renamed.get(bank);
  if (newItem === undefined && newBank === undefined) return undefined;
  const local = bank === undefined ? id : `${newBank ?? bank}/${id}`;
  return `${newItem ?? item}#${local}`;
}

/** What a question may be called that moved between a quiz and a bank: with its bank's name for a quiz's, and the other way round. */
function acrossBanks(name: EditionName, quizzes: readonly EditionName[]): readonly EditionName[] {
  const { item, bank, id } = partsOf(name);
  if (item === undefined || id === undefined) return [];
  return bank === undefined ? quizzes.map((quiz) => `${quiz}#${item}/${id}`) : [`${bank}#${id}`];
}

/** What a name belongs to: the item of a question, and the bank of one that is drawn. */
export function holders(name: EditionName): readonly EditionName[] {
  const { item, bank } = partsOf(name);
  return [item, bank].flatMap((each) => each ?? []);
}

/** The name of a drawn question in its bank, `BANK#ID`: course.yaml may name it so for all quizzes that draw it. */
export function nameInBank(name: EditionName): EditionName | undefined {
  const { bank, id } = partsOf(name);
  return bank === undefined ? undefined : `${bank}#${id}`;
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
