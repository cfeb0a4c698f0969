import type { Course } from '../model/course.ts';
import type { Event } from '../model/events.ts';
import { type Lookup, lookup, type Node } from './lookup.ts';
import { addPlayed } from './media.ts';
import { type Alias, compareStamps, type ItemState, type Result, type Stamp, type State } from './state.ts';

/** The state of a learner who has done nothing. */
export function start(course: Course): State {
  return {
    items: course.items.map(() => undefined),
    awarded: [],
    mastered: [],
    finished: false,
    aliases: [],
  };
}

/**
 * The state after one more event. The order of the calls does not matter, and an event that was seen
 * before changes nothing. Events about items that the course does not have (any more) are ignored: the
 * caller keeps them, since another edition may know them. Returns the same object when nothing changed.
 * Costs the depth of the item, not the size of the course or of the history.
 */
export function step(course: Course, state: State, event: Event): State {
  const items = state.items.slice();
  const draft = { ...state, items };
  return apply(lookup(course), draft, event) ? draft : state;
}

/** The state after all these events, in any order, repeats included: the fold of `step`. */
export function replay(course: Course, events: Iterable<Event>): State {
  const index = lookup(course);
  const draft: Draft = { ...start(course), items: start(course).items.slice() };
  for (const event of events) apply(index, draft, event);
  return draft;
}

/** A state under construction: `items` is its own copy, what it holds is shared and never changed. */
interface Draft {
  items: (ItemState | undefined)[];
  awarded: readonly string[];
  mastered: readonly string[];
  finished: boolean;
  aliases: readonly Alias[];
}

/** Adds one event to the draft; false when it says nothing new. */
function apply(index: Lookup, draft: Draft, event: Event): boolean {
  switch (event.type) {
    case 'finished':
      if (draft.finished) return false;
      draft.finished = true;
      return true;
    case 'aliased': {
      const { aliases } = draft;
      draft.aliases = insert(aliases, { ...stampOf(event), profile: event.profile });
      return draft.aliases !== aliases;
    }
    case 'awarded':
      if (!index.badges.has(event.badge) || draft.awarded.includes(event.badge)) return false;
      draft.awarded = [...draft.awarded, event.badge].sort();
      return true;
    case 'mastered':
      if (!index.competencies.has(event.competency) || draft.mastered.includes(event.competency))
        return false;
      draft.mastered = [...draft.mastered, event.competency].sort();
      return true;
    case 'chose': {
      const option = index.nodes[index.at.get(event.option) ?? -1];
      return option !== undefined && index.nodes[option.parent]?.item.id === event.section
        ? touch(index, draft, option.at, event)
        : false;
    }
    case 'routed': {
      const node = index.nodes[index.at.get(event.section) ?? -1];
      const options = event.options
        .map((id) => index.at.get(id) ?? -1)
        .filter((place) => node?.children.includes(place));
      if (!node || options.length === 0) return false;
      const before = draft.items[node.at] ?? {};
      const after = put(before, 'routed', insert(before.routed, { ...stampOf(event), options }));
      draft.items[node.at] = after;
      return after !== before;
    }
    default: {
      const node = index.nodes[index.at.get(event.item) ?? -1];
      const elsewhere = creditElsewhere(index, draft, event);
      if (!node || node.item.kind === 'section') return elsewhere;
      // What follows from other events touches nothing: it may be found later, in another order.
      const touched =
        event.type !== 'done' && event.type !== 'regraded' && touch(index, draft, node.at, event);
      const before = draft.items[node.at] ?? {};
      const after = change(node, before, event);
      if (after !== before) draft.items[node.at] = after;
      return touched || elsewhere || after !== before;
    }
  }
}

/** Gives questions their credit that another edition has moved to other items: those are not entered by it. */
function creditElsewhere(index: Lookup, draft: Draft, event: ItemEvent): boolean {
  const isPractice = event.type === 'answered' && event.attempt === undefined;
  const credits = 'credits' in event ? event.credits : isPractice ? { [event.question]: event.credit } : {};
  let changed = false;
  for (const [key, share] of Object.entries(credits)) {
    const id = key.slice(0, key.indexOf('#'));
    const owner = index.nodes[index.at.get(id) ?? -1];
    if (!owner || id === event.item) continue;
    const before = draft.items[owner.at] ?? {};
    const after = credit(owner, before, [[key, share]]);
    if (after === before) continue;
    draft.items[owner.at] = after;
    changed = true;
  }
  return changed;
}

type ItemEvent = Exclude<
  Event,
  { type: 'finished' | 'aliased' | 'awarded' | 'mastered' | 'chose' | 'routed' }
>;

/** What an event adds to its own item; the same object when that is nothing. */
function change(node: Node, state: ItemState, event: ItemEvent): ItemState {
  switch (event.type) {
    case 'opened':
    case 'began':
      return state;
    case 'viewed':
    case 'marked':
      return again(node, put(state, event.type, true), event);
    case 'reviewed':
      return again(node, state, event);
    case 'media':
      return put(state, 'played', addPlayed(state.played, event));
    case 'answered':
      // Answers in a quiz count when the attempt is handed in.
      return node.item.kind === 'quiz' ? state : credit(node, state, [[event.question, event.credit]]);
    case 'submitted': {
      const submission = { ...stampOf(event), attempt: event.attempt, ...resultOf(event) };
      const handedIn = put(state, 'submissions', insert(state.submissions, submission));
      return again(node, credit(node, handedIn, Object.entries(event.credits)), event);
    }
    case 'regraded': {
      const { attempt, credits } = event;
      const regraded = attempt && { ...stampOf(event), of: attempt.of, ...resultOf(attempt) };
      const now = regraded ? put(state, 'regraded', insert(state.regraded, regraded)) : state;
      return credit(node, now, Object.entries(credits));
    }
    case 'unlocked':
      return put(state, 'unlocked', insert(state.unlocked, stampOf(event)));
    case 'done':
      return put(state, 'done', true);
  }
}

/** A state with one value replaced; the same object when it has that value already. */
function put<Key extends keyof ItemState>(state: ItemState, key: Key, value: ItemState[Key]): ItemState {
  return state[key] === value ? state : { ...state, [key]: value };
}

/** A quiz with nothing to earn holds nobody back. */
function resultOf(result: {
  readonly earned: number;
  readonly possible: number;
  readonly passed?: true;
}): Result {
  const { earned, possible, passed = false } = result;
  return { share: possible > 0 ? Math.min(1, Math.max(0, earned / possible)) : 1, passed };
}

function credit(
  node: Node,
  state: ItemState,
  found: readonly (readonly [key: string, share: number])[],
): ItemState {
  let credits = state.credits;
  for (const [key, share] of found) {
    const place = node.questions.get(key);
    if (place === undefined || share <= (credits?.[place] ?? -1)) continue;
    credits = Array.from(node.questions, (_, i) => (i === place ? share : credits?.[i]));
  }
  return put(state, 'credits', credits);
}

/** Remembers when an item was gone through, where some quiz may ask for that. */
function again(node: Node, state: ItemState, event: Event): ItemState {
  return node.reviewed ? put(state, 'again', insert(state.again, stampOf(event))) : state;
}

/** Marks an item and the sections around it as opened at this event. */
function touch(index: Lookup, draft: Draft, place: number, event: Event): boolean {
  let changed = false;
  const stamp = stampOf(event);
  for (let at = place; at >= 0; at = index.nodes[at]?.parent ?? -1) {
    const state = draft.items[at];
    const first = state?.first && compareStamps(state.first, stamp) <= 0 ? state.first : stamp;
    const last = state?.last && compareStamps(state.last, stamp) >= 0 ? state.last : stamp;
    if (first === state?.first && last === state.last) continue;
    draft.items[at] = { ...state, first, last };
    changed = true;
  }
  return changed;
}

function stampOf(event: Stamp): Stamp {
  return { n: event.n, device: event.device };
}

/** Puts an entry into a list ordered by stamp; the same list when that event is in it already. */
function insert<T extends Stamp>(list: readonly T[] = [], entry: T): readonly T[] {
  let at = list.length;
  for (; at > 0; at--) {
    const before = list[at - 1];
    const order = before ? compareStamps(before, entry) : -1;
    if (order === 0) return list;
    if (order < 0) break;
  }
  return [...list.slice(0, at), entry, ...list.slice(at)];
}
