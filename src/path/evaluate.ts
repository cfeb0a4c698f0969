import type { Condition, Instant } from '../model/condition.ts';
import type { RouteRule } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { clearedAsHurdle, quizView, reaches } from './attempts.ts';
import { moduleDone } from './done.ts';
import type { Lookup } from './lookup.ts';
import { mastery } from './mastery.ts';
import { once } from './once.ts';
import { compareStamps, type State } from './state.ts';
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
  /**
   * The options of a dynamic section: those begun, or those that its route named. Where none can be switched, the
   * first begun in the order of events: two tabs may have begun more than there are to choose.
   */
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
  const { nodes, course, root } = index;
  const opened = (at: number): boolean => state.items[at]?.first !== undefined;
  const placeOf = (id: ItemId): number => index.at.get(id) ?? -1;
  const parentOf = (at: number): number => nodes[at]?.parent ?? -1;
  const childrenOf = (at: number): readonly number[] => nodes[at]?.children ?? [];
  const given = (condition: Condition | undefined): boolean => !condition || holds(condition);
  const ask = (answer: (at: number) => boolean) => once(false, answer);

  const quiz = once<number, QuizView | undefined>(undefined, (at) => {
    const item = nodes[at]?.item;
    return item?.kind === 'quiz' ? quizView(index, state, at, item) : undefined;
  });

  /** `when` holds. */
  const wanted = ask((at) => given(nodes[at]?.item.when));
  const admitted = ask((at) => given(nodes[at]?.item.requires));

  /** Is it there, its parents and its contents apart: `when` and routes. */
  const there = ask(
    (at) => opened(at) || (wanted(at) && (!nodes[parentOf(at)]?.rules || offered(parentOf(at)).includes(at))),
  );

  /** There, and not an empty section. A route that cannot be read yet may still name something. */
  const substantial = ask((at) => {
    const node = nodes[at];
    if (!node || !there(at)) return false;
    if (node.item.kind !== 'section') return true;
    return node.rules && !accessible(at) ? node.children.length > 0 : node.children.some(substantial);
  });

  /** It and all its ancestors are there. An item that is there makes its section so, hence no look down. */
  const shown = ask((at) => there(at) && (at === root || (parentOf(at) >= 0 && shown(parentOf(at)))));

  const visible = (at: number): boolean => substantial(at) && shown(at);

  /** Open but for its contents. */
  const accessible = ask(
    (at) =>
      opened(at) ||
      (shown(at) && (at === root || accessible(parentOf(at))) && admitted(at) && blocker(at) === undefined),
  );

  const open = (at: number): boolean => opened(at) || (visible(at) && accessible(at));

  const needed = (at: number): boolean => nodes[at]?.item.optional === false && wanted(at) && substantial(at);

  const cleared = ask((at) => {
    const item = nodes[at]?.item;
    switch (item?.kind) {
      case undefined:
        return false;
      case 'module':
        return moduleDone(state.items[at], item);
      case 'quiz': {
        const section = nodes[parentOf(at)]?.item;
        const type = section?.kind === 'section' ? section.type : 'linear';
        // There a quiz holds nobody back.
        return type === 'linear' || type === 'random-access' ? quiz(at)?.submissions !== 0 : asHurdle(at);
      }
      case 'section': {
        const waiting = waitsFor(at);
        // Asked last, because a section with something to wait for is open long before that is cleared.
        if (waiting.length === 0) return visible(at) && accessible(at);
        const finish = item.type === 'random-access' && item.finish;
        return waiting.every((child) =>
          nodes[child]?.item.id === finish ? asHurdle(child) : cleared(child),
        );
      }
    }
  });

  function asHurdle(at: number): boolean {
    const item = nodes[at]?.item;
    const view = quiz(at);
    return item?.kind === 'quiz' && view ? clearedAsHurdle(item, view) : cleared(at);
  }

  const waitsFor = once<number, readonly number[]>([], (at) => {
    const item = nodes[at]?.item;
    if (item?.kind !== 'section') return [];
    const children = childrenOf(at);
    if (item.type === 'random-access' && item.finish !== undefined) {
      const finish = placeOf(item.finish);
      if (substantial(finish)) return [finish];
    }
    if (item.type !== 'dynamic-branching') return children.filter(needed);
    if (item.by.type === 'choose') {
      // The first that are cleared count; then those chosen; then what is first to be offered.
      const done = begun(at).filter(cleared);
      // Of too many that two tabs began, others than the chosen ones count only when they are enough.
      const counts = done.length < item.by.count ? done.filter((child) => chosen(at).includes(child)) : done;
      const candidates = [
        ...counts,
        ...chosen(at).filter((child) => !cleared(child)),
        ...children.filter((child) => !opened(child) && substantial(child)),
      ];
      return candidates.slice(0, item.by.count);
    }
    // Two devices may have been sent different ways: either way is enough.
    const ways = recordedWays(at);
    const way = ways.find((options) => options.filter(needed).every(cleared)) ?? ways[0] ?? offered(at);
    return way.filter(needed);
  });

  function recordedWays(at: number): readonly (readonly number[])[] {
    return state.items[at]?.routed?.map(({ options }) => options) ?? [];
  }

  /** The children in which something was opened, in the order of their first events. */
  const begun = once<number, readonly number[]>([], (at) =>
    childrenOf(at)
      .flatMap((child) => {
        const first = state.items[child]?.first;
        return first ? [{ child, first }] : [];
      })
      .sort((a, b) => compareStamps(a.first, b.first))
      .map(({ child }) => child),
  );

  /** What a route names: as recorded, else by the rules. */
  const offered = once<number, readonly number[]>([], (at) => {
    const ways = recordedWays(at);
    if (ways.length > 0) return [...new Set(ways.flat())];
    const rules = accessible(at) ? (nodes[at]?.rules ?? []) : [];
    const fits = ({ to }: RouteRule): boolean => to.some((id) => begun(at).includes(placeOf(id)));
    const first = rules.find(({ when }) => given(when));
    // Entered, but the naming was not recorded (a killed browser): by the rule that must have led there.
    const rule = begun(at).length === 0 || (first && fits(first)) ? first : rules.find(fits);
    return rule?.to.map(placeOf).filter((child) => parentOf(child) === at) ?? begun(at);
  });

  const chosen = (at: number): readonly number[] => {
    const { item, rules } = nodes[at] ?? {};
    if (rules) return offered(at);
    const isFinal =
      item?.kind === 'section' &&
      item.type === 'dynamic-branching' &&
      item.by.type === 'choose' &&
      !item.by.switch;
    return isFinal ? begun(at).slice(0, item.by.count) : begun(at);
  };

  const unfinishedBranch = once<number, number | undefined>(undefined, (at) =>
    begun(at).find((child) => !cleared(child)),
  );

  /** For each section that takes its children in turn: how many of them are known to let go on. */
  const passable: number[] = [];

  function blocker(at: number): number | undefined {
    const section = parentOf(at);
    const item = nodes[section]?.item;
    if (item?.kind !== 'section') return undefined;
    switch (item.type) {
      case 'linear':
      case 'hurdles': {
        // Each child is asked only once, whoever asks.
        const children = childrenOf(section);
        let place = passable[section] ?? 0;
        let child = children[place];
        while (child !== undefined && child < at && (!needed(child) || cleared(child)))
          child = children[++place];
        passable[section] = place;
        return child !== undefined && child < at ? child : undefined;
      }
      case 'random-access':
        return undefined;
      case 'static-branching':
        return opened(at) ? undefined : unfinishedBranch(section);
      case 'dynamic-branching':
        return item.by.type === 'route' ||
          item.by.switch ||
          opened(at) ||
          begun(section).length < item.by.count
          ? undefined
          : begun(section)[0];
    }
  }

  const competency = once<string, CompetencyView | undefined>(undefined, (id) => {
    const tagged = index.competencies.get(id);
    return tagged && mastery(tagged, state);
  });

  const total = once<void, number>(0, () =>
    nodes.reduce((sum, { item, at }) => (item.points > 0 && cleared(at) ? sum + item.points : sum), 0),
  );

  const badge = once<string, boolean>(false, (id) => {
    const rule = index.badges.get(id);
    return state.awarded.includes(id) || (rule !== undefined && holds(rule.when));
  });

  const finished = (): boolean =>
    state.finished || (course.complete ? holds(course.complete) : cleared(root));

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
        return reaches(best, condition.from ?? 0) && !reaches(best, condition.below ?? Infinity);
      }
      case 'attempts':
        return (quiz(placeOf(condition.quiz))?.submissions ?? 0) >= condition.from;
      case 'chosen': {
        const at = placeOf(condition.option);
        return chosen(parentOf(at)).includes(at);
      }
      case 'mastered':
        return competency(condition.competency)?.mastered ?? false;
      case 'points':
        return total() >= condition.from;
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
    points: total,
    badge,
    finished,
  };
}
