import { countAsked, pointsPossible } from '../model/attempt.ts';
import type { Condition, Share } from '../model/condition.ts';
import type {
  Course,
  DoneRule,
  ExhaustedPolicy,
  Item,
  Quiz,
  QuizSettings,
  Section,
} from '../model/course.ts';
import { type Edition, editionName, ownId, type PublishedRules } from '../model/edition.ts';
import type { ItemId } from '../model/ids.ts';
import type { Published } from './diff.ts';
import { type Carried, nameNow } from './fate.ts';

/** A value before and after; undefined: none. */
interface Change<Value> {
  readonly was?: Value;
  readonly is?: Value;
}

/** A rule that changed, with what is needed to say what it means to learners in the middle. Items by their present ids. */
export type RuleChange =
  | ({ readonly type: 'pass'; readonly item: ItemId } & Change<Share>)
  /** `exhausted`: what happens now to those who have used them all. */
  | ({
      readonly type: 'attempts';
      readonly item: ItemId;
      readonly exhausted?: ExhaustedPolicy;
    } & Change<number>)
  | ({ readonly type: 'exhausted'; readonly item: ItemId } & Change<ExhaustedPolicy>)
  | ({ readonly type: 'review'; readonly item: ItemId } & Change<readonly ItemId[]>)
  /** How many questions an attempt asks, and out of how many. */
  | ({ readonly type: 'asked'; readonly item: ItemId } & Change<{
      readonly count: number;
      readonly of: number;
    }>)
  | ({ readonly type: 'setting'; readonly item: ItemId; readonly name: keyof QuizSettings } & Change<
      number | boolean
    >)
  /** The points of its questions, by which a score is weighed. */
  | ({ readonly type: 'weights'; readonly item: ItemId } & Change<number>)
  | ({ readonly type: 'done'; readonly item: ItemId } & Change<DoneRule>)
  | { readonly type: 'optional'; readonly item: ItemId; readonly is: boolean }
  | ({ readonly type: 'when' | 'requires'; readonly item: ItemId } & Change<Condition>)
  | ({ readonly type: 'moved'; readonly item: ItemId } & Change<ItemId>)
  /** Work that was not there and stands before what learners may have reached. */
  | {
      readonly type: 'before';
      readonly section: ItemId;
      readonly items: readonly ItemId[];
      readonly then: readonly ItemId[];
    }
  /** The same children in another order, where order decides what opens. */
  | { readonly type: 'order'; readonly section: ItemId }
  | ({ readonly type: 'shape'; readonly section: ItemId } & Change<Section['type']>)
  | ({ readonly type: 'finish'; readonly section: ItemId } & Change<ItemId>)
  | ({ readonly type: 'choose'; readonly section: ItemId } & Change<number>)
  | { readonly type: 'switch'; readonly section: ItemId; readonly is: boolean }
  | { readonly type: 'route'; readonly section: ItemId }
  /** Options, branches that learners chose or were sent to, by their old ids. */
  | { readonly type: 'options-gone'; readonly section: ItemId; readonly options: readonly ItemId[] }
  | ({ readonly type: 'points'; readonly item: ItemId } & Change<number>)
  | ({ readonly type: 'badge'; readonly badge: string } & Change<Condition>)
  | ({ readonly type: 'mastery' | 'evidence'; readonly competency: string } & Change<number>)
  /** Questions that feed it: so many more or fewer. */
  | {
      readonly type: 'fed';
      readonly competency: string;
      readonly added: number;
      readonly removed: number;
    }
  | ({ readonly type: 'complete' | 'certificate' } & Change<Condition>)
  | { readonly type: 'certificate-given'; readonly is: boolean };

/** Which rules changed between two courses, in the order of the new one. */
export function ruleChanges(old: Course, now: Course, carried: Published): readonly RuleChange[] {
  const rename = (name: string) => nameNow(name, carried.edition, carried.renamed);
  const before = new Map(old.items.map((item) => [rename(item.id), item]));
  const there = new Map(now.items.map((item) => [item.id, item]));
  const context: Context = { rename, before, there, pathway: now.pathway };
  return [
    ...now.items.flatMap((is) => {
      const was = before.get(is.id);
      return was ? [...ofItem(was, is, context), ...ofKind(was, is, context)] : [];
    }),
    ...ofRewards(old, now, rename),
  ];
}

/**
 * The same as far as editions tell of rules by themselves, which is all that a lock file has: the marks of quizzes and competencies.
 * Undefined where one of them does not tell of its own.
 */
export function markedChanges(
  old: Edition,
  now: Edition,
  { renamed }: Carried,
): readonly RuleChange[] | undefined {
  if (![old, now].every(tellsMarks)) return undefined;
  return [...old.entries].flatMap(([name, { kind, gone, ...was }]) => {
    const to = nameNow(name, now, renamed);
    const is = now.entries.get(to);
    if (gone !== undefined || is?.kind !== kind || is.gone !== undefined) return [];
    if (!('rules' in was && was.rules && 'rules' in is && is.rules)) return [];
    return kind === 'quiz'
      ? markChanges(to, was.rules, is.rules)
      : masteryChanges(ownId(to), was.rules, is.rules);
  });
}

function tellsMarks({ entries }: Edition): boolean {
  return [...entries.values()].every(
    (entry) =>
      (entry.kind !== 'quiz' && entry.kind !== 'competency') ||
      entry.gone !== undefined ||
      entry.rules !== undefined,
  );
}

interface Context {
  readonly rename: (name: string) => string;
  /** The old items by their present ids. */
  readonly before: ReadonlyMap<ItemId, Item>;
  readonly there: ReadonlyMap<ItemId, Item>;
  readonly pathway: ItemId;
}

function ofItem(was: Item, is: Item, { rename, there }: Context): readonly RuleChange[] {
  const found: RuleChange[] = [];
  const item = is.id;
  if (was.optional !== is.optional) found.push({ type: 'optional', item, is: is.optional });
  for (const type of ['when', 'requires'] as const)
    if (!isSame(translated(was[type], rename), is[type]))
      found.push({ type, item, ...change(was[type], is[type]) });
  if (was.points !== is.points) found.push({ type: 'points', item, was: was.points, is: is.points });
  const [from, to] = [was.parent === undefined ? undefined : rename(was.parent), is.parent];
  // What a section that is gone held, moved of necessity.
  if (from !== undefined && to !== undefined && from !== to && there.has(from))
    found.push({ type: 'moved', item, was: from, is: to });
  return found;
}

function ofKind(was: Item, is: Item, context: Context): readonly RuleChange[] {
  if (was.kind === 'quiz' && is.kind === 'quiz') return ofQuiz(was, is, context);
  if (was.kind === 'section' && is.kind === 'section') return ofSection(was, is, context);
  if (was.kind !== 'module' || is.kind !== 'module' || isSame(was.done, is.done)) return [];
  return [{ type: 'done', item: is.id, was: was.done, is: is.done }];
}

function ofQuiz(was: Quiz, is: Quiz, { rename }: Context): readonly RuleChange[] {
  const item = is.id;
  const found = [...markChanges(item, was, is)];
  const review = was.review.map(rename);
  if (!isSame([...review].sort(), [...is.review].sort()))
    found.push({ type: 'review', item, was: review, is: is.review });
  const [asked, asks] = [was, is].map((quiz) => ({ count: countAsked(quiz), of: quiz.questions.length }));
  if (!isSame(asked, asks)) found.push({ type: 'asked', item, ...change(asked, asks) });
  const [weighed, weighs] = [was, is].map(pointsPossible);
  if (weighed !== weighs && asked?.count === asks?.count)
    found.push({ type: 'weights', item, ...change(weighed, weighs) });
  for (const name of SETTINGS) {
    const [before, after] = [was.settings?.[name], is.settings?.[name]];
    if ((before ?? false) !== (after ?? false))
      found.push({ type: 'setting', item, name, ...change(before, after) });
  }
  return found;
}

/** What clears a quiz. */
function markChanges(item: ItemId, was: PublishedRules, is: PublishedRules): readonly RuleChange[] {
  const found: RuleChange[] = [];
  if (was.pass !== is.pass) found.push({ type: 'pass', item, ...change(was.pass, is.pass) });
  if (was.attempts !== is.attempts)
    found.push({
      type: 'attempts',
      item,
      ...change(was.attempts, is.attempts),
      ...(is.exhausted !== undefined && { exhausted: is.exhausted }),
    });
  if (was.exhausted !== is.exhausted)
    found.push({ type: 'exhausted', item, ...change(was.exhausted, is.exhausted) });
  return found;
}

/** What shows mastery. */
function masteryChanges(competency: string, was: PublishedRules, is: PublishedRules): readonly RuleChange[] {
  return (['mastery', 'evidence'] as const).flatMap((type) =>
    was[type] === is[type] ? [] : [{ type, competency, ...change(was[type], is[type]) }],
  );
}

/** Those that learners notice in the middle; the order of questions they do not. */
const SETTINGS = ['time', 'retryMissed', 'confidence'] as const satisfies readonly (keyof QuizSettings)[];

function ofSection(was: Section, is: Section, { rename, before, there }: Context): readonly RuleChange[] {
  const section = is.id;
  const found: RuleChange[] = [];
  if (was.type !== is.type) found.push({ type: 'shape', section, was: was.type, is: is.type });
  const children = was.children.map(rename);
  const inTurn = is.type === 'linear' || is.type === 'hurdles';
  if (inTurn) {
    const kept = is.children.filter((child) => children.includes(child));
    const order = children.filter((child) => kept.includes(child));
    if (!isSame(kept, order)) found.push({ type: 'order', section });
    const isFresh = (child: ItemId) => !before.has(child) && there.get(child)?.optional === false;
    const last = is.children.findLastIndex((child) => before.has(child));
    const items = is.children.slice(0, last + 1).filter(isFresh);
    const first = is.children.findIndex(isFresh);
    const then = is.children.slice(first + 1).filter((child) => before.has(child));
    if (items.length > 0) found.push({ type: 'before', section, items, then });
  }
  const finish = was.type === 'random-access' && was.finish !== undefined ? rename(was.finish) : undefined;
  const finishes = is.type === 'random-access' ? is.finish : undefined;
  if (was.type === is.type && finish !== finishes)
    found.push({ type: 'finish', section, ...change(finish, finishes) });
  if (was.type === 'dynamic-branching') {
    const options = was.children.filter((child) => there.get(rename(child))?.parent !== section);
    if (options.length > 0) found.push({ type: 'options-gone', section, options });
    if (is.type === 'dynamic-branching') found.push(...ofBranching(was, is, rename));
  }
  return found;
}

type Dynamic = Section & { readonly type: 'dynamic-branching' };

function ofBranching(was: Dynamic, is: Dynamic, rename: Context['rename']): readonly RuleChange[] {
  const section = is.id;
  if (was.by.type === 'choose' && is.by.type === 'choose') {
    return [
      ...(was.by.count === is.by.count
        ? []
        : [{ type: 'choose', section, was: was.by.count, is: is.by.count } as const]),
      ...(was.by.switch === is.by.switch ? [] : [{ type: 'switch', section, is: is.by.switch } as const]),
    ];
  }
  const rules =
    was.by.type === 'route'
      ? was.by.rules.map(({ when, to }) => ({
          ...(when && { when: translated(when, rename) }),
          to: to.map(rename),
        }))
      : [];
  return is.by.type === was.by.type && is.by.type === 'route' && isSame(rules, is.by.rules)
    ? []
    : [{ type: 'route', section }];
}

function ofRewards(old: Course, now: Course, rename: Context['rename']): readonly RuleChange[] {
  const found: RuleChange[] = [];
  const badges = new Map(old.badges.map((badge) => [renamedId('badge', badge.id, rename), badge]));
  for (const { id, when } of now.badges) {
    const was = badges.get(id);
    if (was && !isSame(translated(was.when, rename), when))
      found.push({ type: 'badge', badge: id, was: was.when, is: when });
  }
  const competencies = new Map(
    old.competencies.map((each) => [renamedId('competency', each.id, rename), each]),
  );
  for (const is of now.competencies) {
    const was = competencies.get(is.id);
    if (!was) continue;
    found.push(...masteryChanges(is.id, was, is));
    const fed = feeding(old, was.id).map(rename);
    const feeds = feeding(now, is.id);
    const added = feeds.filter((key) => !fed.includes(key)).length;
    const removed = fed.filter((key) => !feeds.includes(key)).length;
    if (added + removed > 0) found.push({ type: 'fed', competency: is.id, added, removed });
  }
  if (!isSame(translated(old.complete, rename), now.complete))
    found.push({ type: 'complete', ...change(old.complete, now.complete) });
  if ((old.certificate === undefined) !== (now.certificate === undefined))
    found.push({ type: 'certificate-given', is: now.certificate !== undefined });
  else if (!isSame(translated(old.certificate?.when, rename), now.certificate?.when))
    found.push({ type: 'certificate', ...change(old.certificate?.when, now.certificate?.when) });
  return found;
}

function feeding({ items }: Course, competency: string): readonly string[] {
  return items.flatMap((item) =>
    item.kind === 'section'
      ? []
      : item.questions.filter(({ competencies }) => competencies.includes(competency)).map(({ key }) => key),
  );
}

/** The present id of a badge or a competency. */
function renamedId(kind: 'badge' | 'competency', id: string, rename: Context['rename']): string {
  return ownId(rename(editionName(kind, id)));
}

/** The same condition in present names. */
export function translated(
  condition: Condition | undefined,
  rename: (name: string) => string,
): Condition | undefined {
  if (condition === undefined) return undefined;
  switch (condition.type) {
    case 'all':
    case 'any':
      return { ...condition, of: condition.of.flatMap((each) => translated(each, rename) ?? []) };
    case 'not': {
      const of = translated(condition.of, rename);
      return of && { ...condition, of };
    }
    case 'completed':
      return { ...condition, item: rename(condition.item) };
    case 'passed':
    case 'failed':
    case 'score':
    case 'attempts':
      return { ...condition, quiz: rename(condition.quiz) };
    case 'chosen':
      return { ...condition, option: rename(condition.option) };
    case 'mastered':
      return {
        ...condition,
        competency: renamedId('competency', condition.competency, rename),
      };
    case 'badge':
      return { ...condition, badge: renamedId('badge', condition.badge, rename) };
    case 'points':
    case 'after':
    case 'before':
      return condition;
  }
}

function change<Value>(was: Value | undefined, is: Value | undefined): Change<Value> {
  return { ...(was !== undefined && { was }), ...(is !== undefined && { is }) };
}

/** Equal as plain data, whatever the order of the fields. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const fields = Object.entries(one).filter(([, value]) => value !== undefined);
  const others = new Map(Object.entries(other).filter(([, value]) => value !== undefined));
  return fields.length === others.size && fields.every(([key, value]) => isSame(value, others.get(key)));
}
