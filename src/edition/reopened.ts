import type { Course, Item, Quiz, Section } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import type { Published } from './diff.ts';
import { nameNow } from './fate.ts';
import { isSame, translated } from './rule-changes.ts';

/** Why there is work again where there was none. Items by their present ids. */
export type Reopening =
  /** A question asks something else: it is asked anew, and what its old answer earned stays. */
  | {
      readonly type: 'changed';
      /** It is one now with another that was there as well: who answered either has the credit. */
      readonly merged?: true;
    }
  /** A section waits for these, which it did not ask for before. */
  | {
      readonly type: 'waits';
      readonly items: readonly ItemId[];
      /** Those of them that were retired, and are here again: who did them then does not wait for them. */
      readonly back?: readonly ItemId[];
    }
  /** A section is cleared by passing this quiz, which it did not ask for in this way before. */
  | { readonly type: 'finish'; readonly item: ItemId }
  /** Of its options more have to be chosen. */
  | { readonly type: 'more'; readonly count: number }
  /** Options of it that learners may have taken are gone; by their old ids. */
  | { readonly type: 'options'; readonly gone: readonly ItemId[] };

/** Does a section stay cleared for all who cleared it? `perhaps`: that hangs on conditions, and on what each learner did. */
export type Settled =
  | { readonly stays: 'yes' | 'perhaps' }
  | { readonly stays: 'no'; readonly why: Reopening };

const YES: Settled = { stays: 'yes' };
const PERHAPS: Settled = { stays: 'perhaps' };

/** The sections that wait again for some who had cleared them, by their old ids. */
export function reopenedSections(
  old: Course,
  now: Course,
  carried: Published,
): ReadonlyMap<ItemId, Reopening> {
  const found = new Map<ItemId, Reopening>();
  for (const [id, settled] of settledSections(old, now, carried))
    if (settled.stays === 'no') found.set(id, settled.why);
  return found;
}

/** For each section of the old course, by its old id, whether it stays cleared. Costs one pass over both courses. */
export function settledSections(
  old: Course,
  now: Course,
  { edition, renamed }: Published,
): ReadonlyMap<ItemId, Settled> {
  const rename = (id: ItemId) => nameNow(id, edition, renamed);
  const was = new Map(old.items.map((item) => [item.id, item]));
  const is = new Map(now.items.map((item) => [item.id, item]));
  const before = new Map(old.items.map((item) => [rename(item.id), item]));
  const known = new Map<ItemId, Settled>();

  const settled = (section: Section): Settled => {
    const found = known.get(section.id);
    if (found) return found;
    known.set(section.id, PERHAPS); // Until it is known: a ring of sections says nothing.
    const there = is.get(rename(section.id));
    const answer = there?.kind === 'section' ? compare(section, there) : PERHAPS;
    known.set(section.id, answer);
    return answer;
  };

  const compare = (from: Section, to: Section): Settled => {
    if (to.type === 'dynamic-branching') return ofOptions(from, to);
    if (to.type === 'random-access' && to.finish !== undefined) return ofFinish(from, to.finish);
    const finish = from.type === 'random-access' ? from.finish : undefined;
    const needed = to.children.flatMap((id) => {
      const child = is.get(id);
      return child && !child.optional ? [child] : [];
    });
    // Then it is cleared as soon as it is open, which hangs on what comes before it.
    if (needed.length === 0) return PERHAPS;
    return all(
      needed.map((child) => {
        const counterpart = before.get(child.id);
        const wasAsked =
          counterpart !== undefined &&
          counterpart.parent === from.id &&
          from.type !== 'dynamic-branching' &&
          (finish === undefined ? !counterpart.optional : finish === counterpart.id);
        return wasAsked ? staysDone(counterpart, child) : work(child);
      }),
    );
  };

  /** Of a child that its section waited for. */
  const staysDone = (from: Item, to: Item): Settled => {
    if (from.when) {
      if (to.when === undefined) return waits(to);
      return PERHAPS;
    }
    if (from.kind !== to.kind) return PERHAPS;
    return from.kind === 'section' ? within(from, to) : YES;
  };

  /** Of a section in another one, which waits for it: the reason is its own, unless both wait for the same. */
  const within = (from: Section, to: Item): Settled => {
    const inner = settled(from);
    return inner.stays === 'no' && inner.why.type !== 'waits' ? waits(to) : inner;
  };

  /** Of a child that its section did not wait for. */
  const work = (child: Item): Settled => {
    if (child.when || !isWork(child)) return PERHAPS;
    return waits(child);
  };

  /** Is there something in it that has to be done, whatever its conditions? */
  const isWork = (item: Item): boolean =>
    item.kind !== 'section' ||
    item.children.some((id) => {
      const child = is.get(id);
      return child !== undefined && !child.optional && !child.when && isWork(child);
    });

  const ofFinish = (from: Section, finish: ItemId): Settled => {
    const quiz = is.get(finish);
    const counterpart = before.get(finish);
    if (quiz?.kind !== 'quiz' || quiz.when) return PERHAPS;
    const wasFinish = from.type === 'random-access' && from.finish === counterpart?.id;
    return wasFinish && counterpart?.kind === 'quiz' && !counterpart.when && staysPassed(counterpart, quiz)
      ? YES
      : { stays: 'no', why: { type: 'finish', item: finish } };
  };

  const ofOptions = (from: Section, to: Section & { readonly type: 'dynamic-branching' }): Settled => {
    if (from.type !== 'dynamic-branching' || from.by.type !== to.by.type) return PERHAPS;
    const gone = from.children.filter((id) => is.get(rename(id))?.parent !== to.id);
    if (gone.length > 0) return { stays: 'no', why: { type: 'options', gone } };
    if (from.by.type === 'choose' && to.by.type === 'choose' && to.by.count > from.by.count)
      return { stays: 'no', why: { type: 'more', count: to.by.count } };
    const options = all(
      from.children.map((id) => {
        const [before, after] = [was.get(id), is.get(rename(id))];
        if (before === undefined || after === undefined || before.kind !== after.kind) return PERHAPS;
        if (before.when || after.when || (before.optional && !after.optional)) return PERHAPS;
        return before.kind === 'section' ? within(before, after) : YES;
      }),
    );
    if (options.stays === 'no') return options;
    const isDecided =
      from.by.type === 'route' && to.by.type === 'route'
        ? from.by.rules.some(({ when }) => when === undefined) &&
          isSame(
            from.by.rules.map(({ when, to: named }) => [translated(when, rename), named.map(rename)]),
            to.by.rules.map(({ when, to: named }) => [when, named]),
          )
        : true;
    // Who worked only on what is gone has not entered the option any more.
    return isDecided && leavesOf(from.id).every((id) => isInside(rename(id), to.id)) ? options : PERHAPS;
  };

  const leavesOf = (id: ItemId): readonly ItemId[] => {
    const item = was.get(id);
    return item?.kind === 'section' ? item.children.flatMap(leavesOf) : [id];
  };
  const isInside = (id: ItemId, section: ItemId): boolean => {
    for (let at = is.get(id); at?.parent !== undefined; at = is.get(at.parent))
      if (at.parent === section) return true;
    return false;
  };

  for (const item of old.items) if (item.kind === 'section') settled(item);
  return known;
}

function waits({ id }: Item): Settled {
  return { stays: 'no', why: { type: 'waits', items: [id] } };
}

/** What holds for all of them; what several wait for is put together. */
function all(parts: readonly Settled[]): Settled {
  const reasons = parts.flatMap((part) => (part.stays === 'no' ? [part.why] : []));
  const [first] = reasons;
  if (first === undefined) return parts.some(({ stays }) => stays === 'perhaps') ? PERHAPS : YES;
  const items = reasons.flatMap((why) => (why.type === 'waits' ? why.items : []));
  return { stays: 'no', why: items.length > 0 ? { type: 'waits', items } : first };
}

/** Is every learner who went past it as a hurdle still past it? */
function staysPassed(was: Quiz, is: Quiz): boolean {
  if (is.pass === undefined) return true;
  if (was.pass === undefined) return false;
  if (was.exhausted !== 'continue' || was.attempts === undefined) return true;
  return is.exhausted === 'continue' && is.attempts !== undefined && is.attempts <= was.attempts;
}
