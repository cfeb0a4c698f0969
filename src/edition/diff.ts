import type { Course } from '../model/course.ts';
import type { Edition, EditionEntry, EditionKind, EditionName } from '../model/edition.ts';
import { holders } from '../model/edition-names.ts';
import type { QuestionKey } from '../model/ids.ts';
import type { QuestionSource } from '../questions/source.ts';
import { type Carried, fateOf } from './fate.ts';
import { type Gains, gains } from './gains.ts';
import { judge } from './judge.ts';
import { type Translation, translationOf } from './language.ts';
import { type Likely, likelyNames } from './likely.ts';
import { forgottenNames, missedNames } from './missed.ts';
import { type Reopening, reopenedSections } from './reopened.ts';
import { markedChanges, type RuleChange, ruleChanges } from './rule-changes.ts';
import { swappedNames } from './swapped.ts';

/** One edition, with what is known of it: of a lock file its names alone, of a built site its rules as well, of sources everything. */
export interface Published extends Carried {
  readonly edition: Edition;
  readonly course?: Course;
  /** By their keys in the course: who gains by a corrected answer key. */
  readonly questions?: ReadonlyMap<QuestionKey, QuestionSource>;
}

/** What another edition does to learners who have started. */
export interface EditionDiff {
  /** Undefined: the course kept its id. Else all progress is lost, since it is kept under the id. */
  readonly otherCourse?: { readonly was: string; readonly is: string };
  /** Undefined: the same language. Else ids are taken at their word, since words cannot say whether they stand for the same things. */
  readonly translation?: Translation;
  /** Every name of the old edition in its order, then those that are new. */
  readonly names: readonly NameDiff[];
  /** Rules that changed: what they mean to people in the middle. Undefined where the rules of one side are not known. */
  readonly rules?: readonly RuleChange[];
  /** Of rules only the marks of quizzes and competencies are known: one side is a list of names, such as a lock file. */
  readonly marksOnly?: true;
}

interface Named {
  readonly name: EditionName;
  readonly kind: EditionKind;
  /** Its present title, else the last that it had. */
  readonly title: string;
}

/** Where it is now; another name than the old one: it was renamed as well. */
interface Present extends Named {
  readonly to: EditionName;
}

export type NameDiff =
  /** Nothing to do, whatever words changed. */
  | (Present & { readonly verdict: 'kept'; readonly reworded: boolean })
  /** Everything goes along. `along`: with the item or bank that it belongs to. */
  | (Present & { readonly verdict: 'renamed'; readonly reworded: boolean; readonly along: boolean })
  /** A question with another answer key: who gains keeps the better of both, nobody loses. Undefined: who gains is not known. */
  | (Present & { readonly verdict: 'regraded'; readonly gains?: Gains })
  | (Present & { readonly verdict: 'reopened'; readonly why: Reopening })
  /** By what is written under `retired`; or, with `undrawn`, by no draw that takes it any more from the bank `by`, which holds it still. */
  | (Named & { readonly verdict: 'retired'; readonly by: EditionName; readonly undrawn?: true })
  | (Named & {
      readonly verdict: 'missing';
      /** What `renamed` says, which leads to nothing. */
      readonly to?: EditionName;
      /** What it belongs to and went with. */
      readonly by?: EditionName;
      readonly likely?: Likely;
      /** Its name in its bank, which course.yaml names for all quizzes that draw it; `likely` names it so, too. */
      readonly inBank?: EditionName;
      /** What is written about something else (what it belongs to, or its bank's name) speaks for it. */
      readonly along?: true;
      /** An earlier edition had renamed it, and nothing leads there any more. */
      readonly forgotten?: true;
    })
  | (Present & {
      readonly verdict: 'reused';
      readonly why: 'kind' | 'content';
      readonly now: EditionEntry /** What it stood for has this name now, and the other way round. */;
      readonly swapped?: EditionName;
    })
  /** `likelyWas`: what is missing and surely became this, or what that had; `back`: it was retired, and who did it then has it done. */
  | (Named & { readonly verdict: 'new'; readonly likelyWas?: EditionName; readonly back?: true });

export type Verdict = NameDiff['verdict'];

/** Verdicts that cost learners what they did. */
export const ERRORS: ReadonlySet<Verdict> = new Set(['missing', 'reused']);

/** Compares two editions. Pure. */
export function diff(old: Published, now: Published): EditionDiff {
  const { course: was } = old.edition;
  const { course: is } = now.edition;
  const translation = translationOf(old.edition, now.edition);
  const reached = new Set<EditionName>();
  const found: NameDiff[] = [];
  for (const [name, entry] of old.edition.entries) {
    const became =
      entry.gone === undefined
        ? diffOf(name, entry, old, now, translation !== undefined)
        : takenAgain(name, entry, now, translation !== undefined);
    if (became === undefined) continue;
    if ('to' in became && became.to !== undefined) reached.add(became.to);
    found.push(became);
  }
  const present = withoutSpareBanks(found);
  const fresh = [...now.edition.entries].flatMap(([name, { kind, title, gone }]): NameDiff[] =>
    gone === undefined && !reached.has(name)
      ? [{ name, kind, title, verdict: 'new', ...(wasRetired(name, old) && { back: true as const }) }]
      : [],
  );
  const swapped = swappedNames(present, old.edition);
  // What goes back with the page or quiz that it belongs to needs no name of its own.
  const goesBack = (name: EditionName) => holders(name).some((holder) => swapped.has(holder));
  const likely = new Map(
    [...likelyNames(old.edition, [...present, ...fresh], now)].filter(([name]) => !goesBack(name)),
  );
  // What follows from a name that was only not written down would hide what is wrong.
  const meant = withLikely(now, likely);
  const courses = old.course && now.course && ([old.course, now.course] as const);
  const reopened = courses && reopenedSections(...courses, meant);
  const rules = courses ? ruleChanges(...courses, meant) : markedChanges(old.edition, now.edition, meant);
  const missed = new Map(
    [
      ...missedNames([...present, ...fresh], likely, now.edition, now),
      ...forgottenNames(old.edition, now.edition, now, old.renamed),
    ].map((each) => [each.name, each]),
  );
  const forgotten = [...missed.values()].filter((each) => each.forgotten);
  const surely = new Map([...likely].flatMap(([name, { to, sure }]) => (sure ? [[to, name] as const] : [])));
  return {
    ...(was !== is && { otherCourse: { was, is } }),
    ...(translation && { translation }),
    names: [...present, ...forgotten, ...fresh].map((each): NameDiff => {
      if (each.verdict === 'missing')
        return { ...(missed.get(each.name) ?? each), ...(goesBack(each.name) && { along: true as const }) };
      if (each.verdict === 'new') {
        const before = surely.get(each.name) ?? carriedAlong(each.name, surely);
        return before === undefined ? each : { ...each, likelyWas: before };
      }
      if (each.verdict === 'reused') {
        const other = swapped.get(each.name);
        return other === undefined ? each : { ...each, swapped: other };
      }
      const why = withBack(reopened?.get(each.name), old);
      return why && (each.verdict === 'kept' || each.verdict === 'renamed')
        ? { name: each.name, kind: each.kind, title: each.title, to: each.to, verdict: 'reopened', why }
        : each;
    }),
    ...(rules && { rules }),
    ...(rules && !courses && { marksOnly: true as const }),
  };
}

function withBack(why: Reopening | undefined, old: Published): Reopening | undefined {
  const back = why?.type === 'waits' ? why.items.filter((id) => wasRetired(id, old)) : [];
  return why?.type === 'waits' && back.length > 0 ? { ...why, back } : why;
}

/** An edition before the old one had it. */
function wasRetired(name: EditionName, { edition, retired }: Published): boolean {
  return (
    edition.entries.get(name)?.gone === 'retired' ||
    [name, ...holders(name)].some((each) => retired.has(each))
  );
}

/** The new edition as it would be if the names that are surely meant were written down. */
function withLikely(now: Published, likely: ReadonlyMap<EditionName, Likely>): Published {
  const renamed = new Map(now.renamed);
  for (const [name, { to, sure }] of likely) if (sure) renamed.set(name, to);
  return { ...now, renamed };
}

/** What a question belonged to whose item or bank surely had another name. */
function carriedAlong(
  name: EditionName,
  surely: ReadonlyMap<EditionName, EditionName>,
): EditionName | undefined {
  for (const holder of holders(name)) {
    const before = surely.get(holder);
    if (before !== undefined) return before;
  }
  return undefined;
}

/** Progress hangs on the questions of a bank: one that no quiz draws from now is missed only where they are. */
function withoutSpareBanks(names: readonly NameDiff[]): readonly NameDiff[] {
  const missed = new Set(names.flatMap(({ verdict, name }) => (verdict === 'missing' ? holders(name) : [])));
  return names.map(
    ({ name, kind, title, ...rest }): NameDiff =>
      rest.verdict === 'missing' && kind === 'bank' && !missed.has(name)
        ? { name, kind, title, verdict: 'retired', by: name }
        : { name, kind, title, ...rest },
  );
}

function diffOf(
  name: EditionName,
  was: EditionEntry,
  old: Published,
  now: Published,
  isTranslated: boolean,
): NameDiff {
  const { kind } = was;
  const fate = fateOf(name, now.edition, now);
  switch (fate.type) {
    case 'retired':
      return {
        name,
        kind,
        title: was.title,
        verdict: 'retired',
        by: fate.by,
        ...(!now.retired.has(fate.by) && { undrawn: true as const }),
      };
    case 'missing':
      return { name, kind, title: was.title, verdict: 'missing', ...without(fate) };
    case 'there': {
      const { to, is } = fate;
      const judgement = judge(was, is, isTranslated || to !== name);
      const present = { name, kind, title: is.title, to };
      // The other one was there as well, and still is: both are one now.
      const other = to === name ? undefined : old.edition.entries.get(to);
      const merged = other !== undefined && other.gone === undefined;
      switch (judgement.type) {
        case 'reused':
          return { ...present, title: was.title, verdict: 'reused', why: judgement.why, now: is };
        case 'changed':
          return {
            ...present,
            verdict: 'reopened',
            why: { type: 'changed', ...(merged && { merged: true as const }) },
          };
        case 'rekeyed': {
          const [before, after] = [old.questions?.get(name), now.questions?.get(to)];
          const found = before && after && gains(before, after);
          return { ...present, verdict: 'regraded', ...(found && { gains: found }) };
        }
        default: {
          const reworded = judgement.type === 'reworded';
          if (merged && reworded && kind === 'question')
            return { ...present, verdict: 'reopened', why: { type: 'changed', merged: true } };
          if (name === to) return { ...present, verdict: 'kept', reworded };
          return { ...present, verdict: 'renamed', reworded, along: !now.renamed.has(name) };
        }
      }
    }
  }
}

/** What learners of an earlier edition know a name for that was gone since: it must not stand for something else. */
function takenAgain(
  name: EditionName,
  was: EditionEntry,
  { edition }: Published,
  isTranslated: boolean,
): NameDiff | undefined {
  const is = edition.entries.get(name);
  if (is === undefined || is.gone !== undefined) return undefined;
  const judgement = judge(was, is, isTranslated);
  if (judgement.type !== 'reused') return undefined;
  return { name, kind: was.kind, title: was.title, to: name, verdict: 'reused', why: judgement.why, now: is };
}

function without({ to, by }: { readonly to?: EditionName; readonly by?: EditionName }) {
  return { ...(to !== undefined && { to }), ...(by !== undefined && { by }) };
}
