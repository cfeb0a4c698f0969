import { diff, type EditionDiff } from '../edition/diff.ts';
import { editionOf } from '../edition/edition.ts';
import { type Carried, fateOf } from '../edition/fate.ts';
import { carriedNames } from '../edition/lock.ts';
import { LOCK, placeInLock } from '../load/lock.ts';
import type { Related } from '../model/diagnostic.ts';
import type { Edition, EditionEntry, EditionKind, EditionName } from '../model/edition.ts';
import { holders, nameInBank } from '../model/edition-names.ts';
import type { Span } from '../model/span.ts';
import type { LintContext } from './context.ts';
import { isUnclear } from './proving.ts';
import { hasUnread } from './unread.ts';

/** What the rules about editions look at. */
export interface EditionFacts {
  readonly now: Edition;
  readonly carried: Carried;
  /** What was published before; undefined without a lock file, and where it is another course's. */
  readonly lock: Edition | undefined;
  /** What became of it. Undefined where something could not be read as it was meant: what seems to be gone may be there. */
  readonly since: EditionDiff | undefined;
  /** Something could not be read: of names that are not there nothing is known. */
  readonly uncertain: boolean;
  /** Whether there is something of that name; questions of banks also as `BANK#ID`. */
  isThere(name: EditionName): boolean;
}

/** Gathers it; undefined where there is nothing to say: no lock file, and no name of an earlier edition in course.yaml. */
export function editionFacts(context: LintContext): EditionFacts | undefined {
  const { loaded, course } = context;
  const { editions, lock: found } = loaded;
  if (course === undefined) return undefined;
  if (found === undefined && editions.renamed.length + editions.retired.length === 0) return undefined;
  const lock = found?.course === course.id ? found : undefined;
  const now = editionOf({ ...loaded, course });
  const carried = carriedNames(editions);
  const uncertain =
    isUnclear(loaded) ||
    hasUnread(context) ||
    loaded.findings.some(({ rule }) => /^draw\/|^file\/extension$/.test(rule));
  const inBanks = new Set(
    [...now.entries].flatMap(([bank, entry]) =>
      entry.kind === 'bank' ? (entry.holds ?? []).map((id) => `${bank}#${id}`) : [],
    ),
  );
  return {
    now,
    carried,
    lock,
    since: lock && !uncertain ? diff({ edition: lock, ...NOTHING }, { edition: now, ...carried }) : undefined,
    uncertain,
    isThere: (name) => now.entries.has(name) || inBanks.has(name),
  };
}

const NOTHING: Carried = { renamed: new Map(), retired: new Set() };

/** Names that earlier editions had published, also those of questions in their banks. */
export function publishedNames(lock: Edition): ReadonlySet<EditionName> {
  const names = new Set(lock.entries.keys());
  for (const name of lock.entries.keys()) names.add(nameInBank(name) ?? name);
  return names;
}

/** A file that was made to be slow can hold 200,000 names: so many findings of one rule are enough to begin with. */
export const MOST = 100;

/** What kind of thing a name belongs to by its form alone. */
export function formOf(name: EditionName): 'question' | 'badge' | 'competency' | 'item' {
  if (name.includes('#')) return 'question';
  if (name.startsWith('badge:')) return 'badge';
  return name.startsWith('competency:') ? 'competency' : 'item';
}

/** Where something stands that is there: in its own file if it has one. */
export function placeOfName(context: LintContext, name: EditionName): Span | undefined {
  const { course, items, place, titleSpan, loaded } = context;
  if (course === undefined) return undefined;
  const item = items.get(name);
  if (item !== undefined) return titleSpan(item);
  const [owner, question] = name.split('#');
  if (owner !== undefined && question !== undefined) {
    const holder = items.get(owner);
    const ref =
      holder && holder.kind !== 'section' ? holder.questions.find(({ key }) => key === name) : undefined;
    if (ref !== undefined) return place(ref, 'id');
  }
  const bank = loaded.quizzes.get(name);
  if (bank !== undefined) return bank.title.span;
  const id = name.slice(name.indexOf(':') + 1);
  const list = formOf(name) === 'badge' ? course.badges : course.competencies;
  const found = list.find((each) => each.id === id);
  return found && place(found);
}

/** Where something was taken from that is gone, as well as can be known: its file, the file of what it belonged to, else course.yaml. */
export function placeOfGone(context: LintContext, name: EditionName, facts: EditionFacts): Span {
  const { course, loaded, place, entry, items } = context;
  // A file that no pathway uses any more.
  const own = loaded.pages.get(name)?.meta.title.span ?? loaded.quizzes.get(name)?.title.span;
  if (own !== undefined) return own;
  for (const holder of [...holders(name)].reverse()) {
    const fate = fateOf(holder, facts.now, facts.carried);
    const found = fate.type === 'there' ? placeOfName(context, fate.to) : undefined;
    if (found !== undefined) return found;
  }
  const root = course && items.get(course.pathway);
  const form = formOf(name);
  const field = form === 'badge' ? 'badges' : form === 'competency' ? 'competencies' : undefined;
  const list = course && field !== undefined ? loaded.spans.of(course, field) : undefined;
  if (list !== undefined) return { ...list, end: list.start };
  return root ? entry(root) : place({});
}

/** What a name stood for when it was published. */
export function publishedAs(
  context: LintContext,
  name: EditionName,
  entry: EditionEntry,
): readonly Related[] {
  const file = context.loaded.texts.get(LOCK);
  const span = file && placeInLock(file, name);
  return span ? [{ message: `Published as the ${entry.kind} “${entry.title}”`, span }] : [];
}

const ARTICLES: Readonly<Record<EditionKind, string>> = {
  module: 'a module',
  quiz: 'a quiz',
  section: 'a section',
  bank: 'a bank of questions',
  badge: 'a badge',
  competency: 'a competency',
  question: 'a question',
};

/** A kind with its article. */
export function aKind(kind: EditionKind): string {
  return ARTICLES[kind];
}

/** A name as course.yaml takes it: badges and competencies by their ids, unless an item had that id as well. */
export function inCourseFile(name: EditionName, lock: Edition | undefined): string {
  const form = formOf(name);
  if (form !== 'badge' && form !== 'competency') return name;
  const id = name.slice(name.indexOf(':') + 1);
  return lock?.entries.has(id) || lock?.entries.has(`${form === 'badge' ? 'competency' : 'badge'}:${id}`)
    ? name
    : id;
}
