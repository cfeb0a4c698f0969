import type { Edition, EditionEntry, EditionKind, EditionName, PublishedQuestion } from '../model/edition.ts';
import { holders } from '../model/edition-names.ts';
import { nearest } from '../model/nearest.ts';
import type { NameDiff, Published } from './diff.ts';
import { nameNow } from './fate.ts';
import { foldedTitle, likeness, weight } from './sketch.ts';

/** The name that something which is missing probably has now, and what speaks for that. */
export interface Likely {
  readonly to: EditionName;
  /** Enough speaks for it to propose it in writing; else it is worth a question. */
  readonly sure: boolean;
  readonly because: readonly Reason[];
}

export type Reason =
  /** It asks the very same. */
  | { readonly type: 'asks' }
  /** So much of what both say is the same. */
  | { readonly type: 'text'; readonly likeness: number; readonly short?: true }
  /** So many of its questions are there, of so many that it had. */
  | { readonly type: 'questions'; readonly same: number; readonly of: number }
  | { readonly type: 'title' }
  /** Nearly the same name, or, for a question, the same id in another file. */
  | { readonly type: 'spelling'; readonly same?: true }
  /** It stands where the other stood. */
  | { readonly type: 'place' }
  /** The older edition had a line under `renamed` that leads there. */
  | { readonly type: 'written' }
  /** The lines under `renamed` lead another name of it there. */
  | { readonly type: 'lines'; readonly of: EditionName };

/** Above it two texts are versions of one; between it and the lower bound somebody has to be asked. docs/decisions.md has the measurements. */
const SURE: Readonly<Partial<Record<EditionKind, number>>> = { module: 0.5, question: 0.5 };
const PERHAPS: Readonly<Partial<Record<EditionKind, number>>> = { module: 0.38, question: 0.25 };
/** Shorter texts are alike by chance: then something else has to speak for the name, too. */
const TELLING = 30;

/** More pairs than these are not compared one by one: what asks the same, or has the same title, is still found. */
const PAIRS = 2_000_000;
/** Of names that are alike without a look at the texts as many are taken then: enough to see that there is a rival. */
const RIVALS = 3;
/** Names that people type are shorter; how alike two of them are written takes as long as both. */
const SPELT = 100;

interface Pair extends Likely {
  readonly from: EditionName;
  readonly score: number;
}

/** For each missing name the new one that it probably has, at most one to one. */
export function likelyNames(
  old: Edition,
  names: readonly NameDiff[],
  now: Published,
): ReadonlyMap<EditionName, Likely> {
  const missing = names.filter(({ verdict }) => verdict === 'missing');
  const fresh = names.filter(({ verdict }) => verdict === 'new');
  if (missing.length === 0 || fresh.length === 0) return new Map();
  const members = membersOf(old, now.edition);
  const title = titles();
  const pairs: Pair[] = [];
  for (const kind of new Set(missing.map((each) => each.kind))) {
    const sources = missing.filter((each) => each.kind === kind);
    const targets = fresh.filter((each) => each.kind === kind).map(({ name }) => name);
    const thorough = sources.length * targets.length <= PAIRS;
    const candidates = thorough ? () => targets : plainly(targets, now.edition, title);
    const spelt = thorough ? targets.map(localOf).filter(({ length }) => length <= SPELT) : [];
    for (const { name } of sources) {
      const was = old.entries.get(name);
      if (was === undefined) continue;
      const near = localOf(name).length <= SPELT ? nearest(localOf(name), spelt) : undefined;
      const place = holders(name).map((holder) => nameNow(holder, now.edition, now.renamed));
      for (const to of candidates(was)) {
        const is = now.edition.entries.get(to);
        if (is === undefined) continue;
        const because = reasons(was, is, {
          title: title(was) === title(is),
          members: members(name, to),
          spelling: near !== undefined && near === localOf(to),
          sameId: localOf(name) === localOf(to),
          place: place.length > 0 && holders(to).every((holder) => place.includes(holder)),
        });
        const score = scoreOf(because);
        if (score > 0) pairs.push({ from: name, to, because, score, sure: isSure(kind, because) });
      }
    }
  }
  return oneToOne(pairs);
}

/** Each name at most once on either side, the likeliest first; what has a rival as likely as itself is not sure. */
function oneToOne(pairs: readonly Pair[]): ReadonlyMap<EditionName, Likely> {
  const taken = new Set<EditionName>();
  const found = new Map<EditionName, Likely>();
  const sorted = [...pairs].sort((a, b) => b.score - a.score);
  const scores = new Map<EditionName, number[]>();
  for (const { from, to, score } of sorted)
    for (const name of [`from ${from}`, `to ${to}`]) {
      const list = scores.get(name);
      if (list) list.push(score);
      else scores.set(name, [score]);
    }
  const hasRival = ({ from, to, score }: Pair) =>
    [scores.get(`from ${from}`), scores.get(`to ${to}`)].some((list) => (list?.[1] ?? 0) > score - 0.1);
  for (const pair of sorted) {
    const { from, to, because } = pair;
    if (found.has(from) || taken.has(to)) continue;
    taken.add(to);
    found.set(from, { to, because, sure: pair.sure && !hasRival(pair) });
  }
  return found;
}

function reasons(
  was: EditionEntry,
  is: EditionEntry,
  about: {
    readonly title: boolean;
    readonly members: { readonly same: number; readonly of: number };
    readonly spelling: boolean;
    readonly sameId: boolean;
    readonly place: boolean;
  },
): readonly Reason[] {
  const found: Reason[] = [];
  if (isAsking(was, is)) found.push({ type: 'asks' });
  else if (was.sketch !== undefined && is.sketch !== undefined) {
    const share = likeness(was.sketch, is.sketch);
    if (share >= (PERHAPS[was.kind] ?? 1)) {
      const short = Math.min(weight(was.sketch), weight(is.sketch)) < TELLING;
      found.push({ type: 'text', likeness: share, ...(short && { short }) });
    }
  }
  const { same, of } = about.members;
  if (same * 2 >= of && same > 0) found.push({ type: 'questions', same, of });
  if (was.kind !== 'question' && about.title) found.push({ type: 'title' });
  if (about.spelling || about.sameId) found.push({ type: 'spelling', ...(about.sameId && { same: true }) });
  // Standing in the same place says something only together with another reason.
  if (about.place && found.length > 0) found.push({ type: 'place' });
  return found;
}

const WEIGHTS: Readonly<Record<Exclude<Reason['type'], 'text' | 'questions'>, number>> = {
  asks: 3,
  title: 2,
  spelling: 0.8,
  place: 0.5,
  lines: 3,
  written: 3,
};

function scoreOf(because: readonly Reason[]): number {
  return because.reduce((sum, reason) => {
    if (reason.type === 'text') return sum + 2 * reason.likeness;
    if (reason.type === 'questions') return sum + (2 * reason.same) / reason.of;
    return sum + WEIGHTS[reason.type];
  }, 0);
}

function isSure(kind: EditionKind, because: readonly Reason[]): boolean {
  return because.some(
    (reason) =>
      reason.type === 'asks' ||
      reason.type === 'title' ||
      reason.type === 'questions' ||
      (reason.type === 'text' &&
        reason.likeness >= (SURE[kind] ?? 1) &&
        (!reason.short || because.some(({ type }) => type === 'place'))),
  );
}

function isAsking(was: EditionEntry, is: EditionEntry): boolean {
  return was.kind === 'question' && is.kind === 'question' && was.asks === is.asks && was.asks !== '';
}

/** The names that are like something without a look at the texts: they ask the same, or have its title. */
function plainly(
  targets: readonly EditionName[],
  { entries }: Edition,
  title: ReturnType<typeof titles>,
): (was: EditionEntry) => readonly EditionName[] {
  const known = new Map<string, EditionName[]>();
  const sign = (entry: EditionEntry) => (entry.kind === 'question' ? entry.asks : title(entry));
  for (const name of targets) {
    const entry = entries.get(name);
    if (entry === undefined || sign(entry) === '') continue;
    const list = known.get(sign(entry));
    if (list === undefined) known.set(sign(entry), [name]);
    else if (list.length < RIVALS) list.push(name);
  }
  return (was) => known.get(sign(was)) ?? [];
}

/** Titles as they are compared, each made ready once. */
function titles(): (entry: EditionEntry) => string {
  const known = new Map<EditionEntry, string>();
  return (entry) => {
    const found = known.get(entry) ?? foldedTitle(entry.title);
    known.set(entry, found);
    return found;
  };
}

/** How many questions of an item of the old edition an item of the new one asks, word for word. */
function membersOf(
  old: Edition,
  now: Edition,
): (from: EditionName, to: EditionName) => { readonly same: number; readonly of: number } {
  const asked = ({ entries }: Edition) => {
    const byHolder = new Map<EditionName, Set<string>>();
    for (const [name, entry] of entries) {
      if (entry.kind !== 'question' || entry.gone !== undefined) continue;
      for (const holder of holders(name)) {
        const list = byHolder.get(holder) ?? new Set();
        byHolder.set(holder, list.add(asksOf(entry)));
      }
    }
    return byHolder;
  };
  const [before, after] = [asked(old), asked(now)];
  return (from, to) => {
    const mine = before.get(from) ?? new Set();
    const theirs = after.get(to) ?? new Set();
    return { same: [...mine].filter((asks) => theirs.has(asks)).length, of: mine.size };
  };
}

function asksOf({ asks, type }: PublishedQuestion): string {
  return `${type} ${asks}`;
}

/** What an author chose of a name. */
function localOf(name: EditionName): string {
  return name.slice(Math.max(name.indexOf('#'), name.indexOf(':')) + 1);
}
