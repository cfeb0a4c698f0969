import { diff, type EditionDiff } from '../edition/diff.ts';
import { editionOf } from '../edition/edition.ts';
import { type Carried, fateOf } from '../edition/fate.ts';
import { carriedNames } from '../edition/lock.ts';
import { placesOfNames } from '../edition/place.ts';
import { LOCK, placeInLock } from '../load/lock.ts';
import type { Finding, Related } from '../model/diagnostic.ts';
import type { Edition, EditionEntry, EditionName } from '../model/edition.ts';
import { holders, nameInBank } from '../model/edition-names.ts';
import { isFields } from '../model/fields.ts';
import type { Span } from '../model/span.ts';
import { brokenPlaces } from './broken.ts';
import type { LintContext } from './context.ts';
import { once } from './once.ts';
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
  /** Where something stands that is there: in its own file if it has one. */
  placeOf(name: EditionName): Span | undefined;
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
  const places = once(() => placesOfNames(loaded));
  const hiding = loaded.findings.filter(hidesNames);
  const uncertain =
    isUnclear({ ...loaded, findings: hiding }) ||
    hasUnread({ ...context, broken: brokenPlaces(hiding) }) ||
    hiding.some(({ rule }) => /^draw\/|^file\/extension$/.test(rule));
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
    placeOf: (name) => places()(name),
  };
}

/** Whether a finding may be why a name seems to be gone: not where what was meant is clear, and stands in its place meanwhile. */
function hidesNames({ args }: Finding): boolean {
  return !(isFields(args) && args.replaced === true);
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

/** Where something was taken from that is gone, as well as can be known. */
export interface Gone {
  readonly span: Span;
  /** What held it, when it was published. */
  readonly from?: EditionEntry;
}

/** Sections within sections: a lock file that was made to be slow might have more. */
const DEEP = 100;

/** What held something when it was published, from the inside out: of a question its bank and its item, of a bank the quizzes that drew from it. */
function heldBy(name: EditionName, { entries }: Edition): readonly EditionName[] {
  const entry = entries.get(name);
  if (entry?.kind === 'question') return [...holders(name)].reverse();
  if (entry?.kind === 'bank')
    return [...entries.keys()].flatMap((each) => {
      const [item = '', bank] = holders(each);
      return bank === name ? [item] : [];
    });
  const found: EditionName[] = [];
  const sectionOf = (each: EditionEntry | undefined) => (each && 'in' in each ? each.in : undefined);
  for (let at = sectionOf(entry); at !== undefined && found.length < DEEP; at = sectionOf(entries.get(at)))
    found.push(at);
  return found;
}

/** Finds that place: its own file, that of what it belonged to, the list of the section that held it, else the list in course.yaml that it was in. */
export function placeOfGone(
  context: LintContext,
  name: EditionName,
  { lock, now, carried, placeOf }: EditionFacts & { readonly lock: Edition },
): Gone {
  const { course, loaded, place, items } = context;
  // A file that no pathway uses any more.
  const own = loaded.pages.get(name)?.meta.title.span ?? loaded.quizzes.get(name)?.title.span;
  const holding = heldBy(name, lock);
  const was = lock.entries.get(holding[0] ?? '');
  const from = was && was.kind !== 'bank' ? { from: was } : {};
  if (own !== undefined) return { span: own, ...from };
  for (const holder of holding) {
    const fate = fateOf(holder, now, carried);
    const item = fate.type === 'there' ? items.get(fate.to) : undefined;
    const found =
      (item?.kind === 'section' ? listOf(context, item, CHILDREN) : undefined) ??
      (fate.type === 'there' ? placeOf(fate.to) : undefined);
    if (found !== undefined) return { span: found, ...from };
  }
  const form = formOf(name);
  const root = course && items.get(course.pathway);
  const list =
    form === 'badge' || form === 'competency'
      ? course && listOf(context, course, [form === 'badge' ? 'badges' : 'competencies'])
      : root && listOf(context, root, CHILDREN);
  return { span: list ?? (course ? place(course, 'id') : place({})), ...from };
}

const CHILDREN = ['items', 'branches', 'options'];

/** The key of the list of a section, or of the course. */
function listOf({ loaded }: LintContext, node: object, keys: readonly string[]): Span | undefined {
  const key = keys.find((each) => loaded.spans.of(node, each) !== undefined);
  const list = key === undefined ? undefined : loaded.spans.of(node, key);
  if (key === undefined || list === undefined) return undefined;
  const before = loaded.texts.get(list.file)?.text.slice(0, list.start).trimEnd() ?? '';
  // Else a comment stands between them.
  const start = before.endsWith(`${key}:`) ? before.length - key.length - 1 : list.start;
  return { file: list.file, start, end: start === list.start ? start : start + key.length };
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
