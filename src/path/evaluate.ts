import type { Condition, Instant, Share } from '../model/condition.ts';
import type { Module } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { clearedAsHurdle, quizView, reaches } from './attempts.ts';
import type { Lookup, Node } from './lookup.ts';
import { watchedShare } from './media.ts';
import { compareStamps, type ItemState, type State } from './state.ts';
import type { CompetencyView, QuizView } from './types.ts';

/**
 * The meaning of one state at one instant. Every question is answered at most once and only when asked,
 * so that conditions may look ahead and a prover pays for what it reads. Items are places in
 * `Course.items`. In a circular course (the lint error `path/circular`) a question about itself is `false`.
 */
export interface Evaluation {
  readonly index: Lookup;
  readonly state: State;
  holds(condition: Condition): boolean;
  opened(at: number): boolean;
  visible(at: number): boolean;
  open(at: number): boolean;
  cleared(at: number): boolean;
  /** Not optional, there, and with something in it: its section waits for it. */
  needed(at: number): boolean;
  /** `requires` holds. */
  admitted(at: number): boolean;
  /** The earlier or other sibling that closes this place; undefined when the place is free. */
  blocker(at: number): number | undefined;
  /** The options of a dynamic section: those begun, or those that its route named. */
  chosen(section: number): readonly number[];
  /** The children whose clearing clears the section, as far as it is known now. */
  waitsFor(section: number): readonly number[];
  quiz(at: number): QuizView | undefined;
  competency(id: string): CompetencyView | undefined;
  points(): number;
  badge(id: string): boolean;
  finished(): boolean;
}

/** Evaluates a state at an instant; see `Evaluation`. */
export function evaluate(index: Lookup, state: State, now: Instant): Evaluation {
  const { nodes, course } = index;
  const quizzes = new Map<number, QuizView>();
  const competencies = new Map<string, CompetencyView>();
  const badges = new Map<string, boolean>();
  const waits = new Map<number, readonly number[]>();
  const offers = new Map<number, readonly number[]>();
  /** For each section that takes its children in turn: how many of them are known to let go on. */
  const passable = new Map<number, number>();

  const opened = (at: number): boolean => state.items[at]?.first !== undefined;
  const placeOf = (id: ItemId): number => index.at.get(id) ?? -1;

  function quiz(at: number): QuizView | undefined {
    const node = nodes[at];
    if (node?.item.kind !== 'quiz') return undefined;
    let view = quizzes.get(at);
    if (!view) {
      view = quizView(index, state, node, node.item);
      quizzes.set(at, view);
    }
    return view;
  }

  /** `when` holds. */
  const wanted = memo(nodes, ({ item }) => !item.when || holds(item.when));
  const admitted = memo(nodes, ({ item }) => !item.requires || holds(item.requires));

  /** Is it there, its parents and its contents apart: `when` and routes. */
  const there = memo(nodes, ({ at, parent }) => {
    if (opened(at)) return true;
    if (!wanted(at)) return false;
    return !isRoute(nodes[parent]) || offered(parent).includes(at);
  });

  /** There, and not an empty section. A route that cannot be read yet may still name something. */
  const substantial = memo(nodes, (node) => {
    if (!there(node.at)) return false;
    if (node.item.kind !== 'section') return true;
    if (isRoute(node) && !accessible(node.at)) return node.children.length > 0;
    return node.children.some(substantial);
  });

  /** It and all its ancestors are there. An item that is there makes its section so, hence no look down. */
  const shown = memo(
    nodes,
    ({ at, parent }) => there(at) && (at === index.root || (parent >= 0 && shown(parent))),
  );

  const visible = (at: number): boolean => substantial(at) && shown(at);

  /** Open but for its contents. */
  const accessible = memo(
    nodes,
    ({ at, parent }) =>
      opened(at) ||
      (shown(at) && (at === index.root || accessible(parent)) && admitted(at) && blocker(at) === undefined),
  );

  const open = (at: number): boolean => opened(at) || (visible(at) && accessible(at));

  const needed = (at: number): boolean => nodes[at]?.item.optional === false && wanted(at) && substantial(at);

  const cleared = memo(nodes, (node) => {
    const { item, at } = node;
    switch (item.kind) {
      case 'module':
        return moduleDone(state.items[at], item);
      case 'quiz': {
        const view = quiz(at);
        return view !== undefined && view.submissions > 0 && (!isHurdle(node) || clearedAsHurdle(item, view));
      }
      case 'section':
        return sectionCleared(node);
    }
  });

  /** A quiz in a linear or random-access section holds nobody back. */
  function isHurdle({ parent }: Node): boolean {
    const section = nodes[parent]?.item;
    return section?.kind === 'section' && section.type !== 'linear' && section.type !== 'random-access';
  }

  function sectionCleared(node: Node): boolean {
    const { item, at } = node;
    if (item.kind !== 'section') return false;
    const waiting = waitsFor(at);
    // Last, because a section with something to wait for is open long before that is cleared.
    if (waiting.length === 0) return substantial(at) && shown(at) && accessible(at);
    if (item.type === 'random-access' && item.finish !== undefined) {
      const finish = placeOf(item.finish);
      const quizNode = nodes[finish];
      const view = quiz(finish);
      if (waiting.includes(finish) && quizNode?.item.kind === 'quiz' && view)
        return clearedAsHurdle(quizNode.item, view);
    }
    return waiting.every(cleared);
  }

  function waitsFor(section: number): readonly number[] {
    let found = waits.get(section);
    if (!found) {
      waits.set(section, []);
      found = findWaits(section);
      waits.set(section, found);
    }
    return found;
  }

  function findWaits(section: number): readonly number[] {
    const node = nodes[section];
    if (node?.item.kind !== 'section') return [];
    const { item, children } = node;
    switch (item.type) {
      case 'linear':
      case 'hurdles':
      case 'static-branching':
        return children.filter(needed);
      case 'random-access': {
        const finish = item.finish === undefined ? -1 : placeOf(item.finish);
        return substantial(finish) ? [finish] : children.filter(needed);
      }
      case 'dynamic-branching': {
        if (item.by.type === 'choose') {
          // The first that are cleared count; then those begun; then what is first to be offered.
          const begun = chosen(section);
          const candidates = [
            ...begun.filter(cleared),
            ...begun.filter((at) => !cleared(at)),
            ...children.filter((at) => !opened(at) && substantial(at)),
          ];
          return candidates.slice(0, item.by.count);
        }
        // Two devices may have been sent different ways: either way is enough.
        const ways = recordedWays(section);
        const way = ways.find((options) => options.filter(needed).every(cleared)) ?? ways[0];
        return (way ?? offered(section)).filter(needed);
      }
    }
  }

  function recordedWays(section: number): readonly (readonly number[])[] {
    return state.items[section]?.routed?.map(({ options }) => options) ?? [];
  }

  function begunOptions(section: number): readonly number[] {
    const first = (at: number) => state.items[at]?.first ?? { n: 0, device: '' };
    return (nodes[section]?.children.filter(opened) ?? []).sort((a, b) => compareStamps(first(a), first(b)));
  }

  /** What a route names: as recorded, else by the rules. */
  function offered(section: number): readonly number[] {
    let found = offers.get(section);
    if (!found) {
      offers.set(section, []);
      found = findOffers(section);
      offers.set(section, found);
    }
    return found;
  }

  function findOffers(section: number): readonly number[] {
    const item = nodes[section]?.item;
    if (item?.kind !== 'section' || item.type !== 'dynamic-branching' || item.by.type !== 'route') return [];
    const ways = recordedWays(section);
    if (ways.length > 0) return [...new Set(ways.flat())];
    if (!accessible(section)) return [];
    const { rules } = item.by;
    const rule = rules.find(({ when }) => !when || holds(when));
    const begun = begunOptions(section);
    const fits = (to: readonly ItemId[]) => to.some((id) => begun.includes(placeOf(id)));
    // Entered, but the naming was not recorded (a killed browser): the rule that must have led there.
    const to =
      begun.length === 0 || (rule && fits(rule.to)) ? rule?.to : rules.find((other) => fits(other.to))?.to;
    const named = to?.map(placeOf).filter((at) => nodes[at]?.parent === section);
    return named ?? begun;
  }

  function chosen(section: number): readonly number[] {
    return isRoute(nodes[section]) ? offered(section) : begunOptions(section);
  }

  const unfinished = new Map<number, number | undefined>();
  function unfinishedBranch(section: number): number | undefined {
    if (!unfinished.has(section)) {
      unfinished.set(section, undefined);
      unfinished.set(
        section,
        begunOptions(section).find((at) => !cleared(at)),
      );
    }
    return unfinished.get(section);
  }

  function blocker(at: number): number | undefined {
    const parent = nodes[nodes[at]?.parent ?? -1];
    if (parent?.item.kind !== 'section') return undefined;
    switch (parent.item.type) {
      case 'linear':
      case 'hurdles': {
        // All children before `place` let go on; each is asked only once, whoever asks.
        let place = passable.get(parent.at) ?? 0;
        let child = parent.children[place];
        while (child !== undefined && child < at && (!needed(child) || cleared(child)))
          child = parent.children[++place];
        passable.set(parent.at, place);
        return child !== undefined && child < at ? child : undefined;
      }
      case 'random-access':
        return undefined;
      case 'static-branching': {
        return opened(at) ? undefined : unfinishedBranch(parent.at);
      }
      case 'dynamic-branching': {
        if (parent.item.by.type === 'route' || parent.item.by.switch) return undefined;
        const begun = begunOptions(parent.at);
        return begun.length >= parent.item.by.count && !begun.includes(at) ? begun[0] : undefined;
      }
    }
  }

  function competency(id: string): CompetencyView | undefined {
    const found = index.competencies.get(id);
    if (!found) return undefined;
    let view = competencies.get(id);
    if (!view) {
      let seen = 0;
      let earned = 0;
      let possible = 0;
      for (const { item, place, points } of found.questions) {
        const credit: Share | undefined = state.items[item]?.credits?.[place];
        if (credit === undefined) continue;
        seen++;
        earned += credit * points;
        possible += points;
      }
      const share = possible > 0 ? earned / possible : 0;
      const enough = Math.max(1, Math.min(found.competency.evidence, found.questions.length));
      view = { id, seen, share, mastered: seen >= enough && reaches(share, found.competency.mastery) };
      competencies.set(id, view);
    }
    return view;
  }

  let total: number | undefined;
  function points(): number {
    if (total === undefined) {
      total = 0;
      total = nodes.reduce(
        (sum, { item, at }) => (item.points > 0 && cleared(at) ? sum + item.points : sum),
        0,
      );
    }
    return total;
  }

  function badge(id: string): boolean {
    if (state.awarded.includes(id)) return true;
    let held = badges.get(id);
    if (held === undefined) {
      badges.set(id, false);
      const rule = index.badges.get(id);
      held = rule !== undefined && holds(rule.when);
      badges.set(id, held);
    }
    return held;
  }

  function finished(): boolean {
    if (state.finished) return true;
    return course.complete ? holds(course.complete) : cleared(index.root);
  }

  function holds(condition: Condition): boolean {
    switch (condition.type) {
      case 'all':
        return condition.of.every(holds);
      case 'any':
        return condition.of.some(holds);
      case 'not':
        return !holds(condition.of);
      case 'completed':
        return cleared(placeOf(condition.item));
      case 'passed':
        return quiz(placeOf(condition.quiz))?.passed ?? false;
      case 'failed':
        return quiz(placeOf(condition.quiz))?.failed ?? false;
      case 'score': {
        const best = quiz(placeOf(condition.quiz))?.best;
        if (best === undefined) return false;
        return (
          (condition.from === undefined || reaches(best, condition.from)) &&
          (condition.below === undefined || !reaches(best, condition.below))
        );
      }
      case 'attempts':
        return (quiz(placeOf(condition.quiz))?.submissions ?? 0) >= condition.from;
      case 'chosen': {
        const at = placeOf(condition.option);
        return chosen(nodes[at]?.parent ?? -1).includes(at);
      }
      case 'mastered':
        return competency(condition.competency)?.mastered ?? false;
      case 'points':
        return points() >= condition.from;
      case 'badge':
        return badge(condition.badge);
      case 'after':
        return now >= condition.at;
      case 'before':
        return now < condition.at;
    }
  }

  return {
    index,
    state,
    holds,
    opened,
    visible,
    open,
    cleared,
    needed,
    admitted,
    blocker,
    chosen,
    waitsFor,
    quiz,
    competency,
    points,
    badge,
    finished,
  };
}

function isRoute(node: Node | undefined): boolean {
  return (
    node?.item.kind === 'section' && node.item.type === 'dynamic-branching' && node.item.by.type === 'route'
  );
}

function moduleDone(own: ItemState | undefined, { done, questions }: Module): boolean {
  if (!own) return false;
  switch (done.type) {
    case 'view':
      return own.viewed ?? false;
    case 'manual':
      return own.marked ?? false;
    case 'questions':
      return own.first !== undefined && questions.every((_, place) => own.credits?.[place] !== undefined);
    case 'video': {
      const watched = (own.played ?? []).filter((played) => reaches(watchedShare(played), done.share));
      return done.media?.length
        ? done.media.every((media) => watched.some((played) => played.media === media))
        : watched.length > 0;
    }
  }
}

/** A question about each item, answered once; `false` while it is being answered, and for no item at all. */
function memo(nodes: readonly Node[], answer: (node: Node) => boolean): (at: number) => boolean {
  const answers = new Uint8Array(nodes.length);
  return (at) => {
    const node = nodes[at];
    if (!node) return false;
    if (answers[at] === 0) {
      answers[at] = 1;
      answers[at] = answer(node) ? 2 : 1;
    }
    return answers[at] === 2;
  };
}
