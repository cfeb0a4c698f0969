import type { Condition, Instant } from '../model/condition.ts';
import type { RouteRule } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { clearedAsHurdle, quizView, reaches } from './attempts.ts';
import { moduleDone } from './done.ts';
import type { Lookup } from './lookup.ts';
import { mastery } from './mastery.ts';
import { questions } from './questions.ts';
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
  const once = questions(nodes.length);
  const ask = (answer: (at: number) => boolean) => once(false, answer);

  const quiz = once<QuizView | undefined>(undefined, (at) => {
    const item = nodes[at]?.quiz;
    return item && quizView(index, state, at, item);
  });

  // Only what may be long is remembered: conditions, routes, and what sections say of all that is in them.
  const whenHolds = ask((at) => given(nodes[at]?.when));
  const wanted = (at: number): boolean => !nodes[at]?.when || whenHolds(at);
  const requiresHolds = ask((at) => given(nodes[at]?.requires));
  const admitted = (at: number): boolean => !nodes[at]?.requires || requiresHolds(at);
  const named = ask((at) => offered(parentOf(at)).includes(at));

  /** Is it there, its parents and its contents apart: `when` and routes. */
  const there = (at: number): boolean => {
    const node = nodes[at];
    return node !== undefined && (opened(at) || (wanted(at) && (!nodes[node.parent]?.rules || named(at))));
  };

  /** There, and not an empty section. A route that cannot be read yet may still name something. */
  const substantial = (at: number): boolean => there(at) && (!nodes[at]?.section || filled(at));
  const filled = ask((at) => {
    const children = childrenOf(at);
    return nodes[at]?.rules && !accessible(at) ? children.length > 0 : children.some(substantial);
  });

  /** It and all its ancestors are there. An item that is there makes its section so, hence no look down. */
  const shown = (at: number): boolean =>
    there(at) && (at === root || (parentOf(at) >= 0 && shownIn(parentOf(at))));
  const shownIn = ask(shown);

  const visible = (at: number): boolean => substantial(at) && shown(at);

  /** Open but for its contents. */
  const accessible = (at: number): boolean =>
    opened(at) ||
    (shown(at) && (at === root || accessibleIn(parentOf(at))) && admitted(at) && blocker(at) === undefined);
  const accessibleIn = ask(accessible);

  const open = (at: number): boolean => opened(at) || (visible(at) && accessible(at));

  const needed = (at: number): boolean => nodes[at]?.optional === false && wanted(at) && substantial(at);

  /** Nothing but a section is cleared before it is opened. */
  const cleared = (at: number): boolean => (opened(at) || nodes[at]?.section !== undefined) && isCleared(at);
  const isCleared = ask((at) => {
    const item = nodes[at]?.item;
    if (state.items[at]?.done) return true;
    switch (item?.kind) {
      case undefined:
        return false;
      case 'module':
        return moduleDone(state.items[at], item);
      case 'quiz': {
        const type = nodes[parentOf(at)]?.section?.type ?? 'linear';
        // There a quiz holds nobody back.
        return type === 'linear' || type === 'random-access' ? quiz(at)?.submissions !== 0 : asHurdle(at);
      }
      case 'section': {
        const waiting = waitsFor(at);
        // Asked last, because a section with something to wait for is open long before that is cleared.
        if (waiting.length === 0) return visible(at) && accessible(at);
        const finish = item.type === 'random-access' && item.finish;
        // An option with nothing required in it has to be chosen all the same.
        const isChoice = item.type === 'dynamic-branching' && item.by.type === 'choose';
        // From the end, where what is still to be done stands: nothing before it need be asked then.
        return waiting.every((_, i) => {
          const child = waiting[waiting.length - 1 - i] ?? -1;
          return nodes[child]?.item.id === finish
            ? asHurdle(child)
            : cleared(child) && (!isChoice || opened(child));
        });
      }
    }
  });

  function asHurdle(at: number): boolean {
    const item = nodes[at]?.quiz;
    const view = quiz(at);
    return item && view ? clearedAsHurdle(item, view) : cleared(at);
  }

  const waitsFor = once<readonly number[]>([], (at) => {
    const item = nodes[at]?.section;
    if (!item) return [];
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
  const begun = once<readonly number[]>([], (at) =>
    childrenOf(at)
      .flatMap((child) => {
        const first = state.items[child]?.first;
        return first ? [{ child, first }] : [];
      })
      .sort((a, b) => compareStamps(a.first, b.first))
      .map(({ child }) => child),
  );

  /** What a route names: as recorded, else by the rules. */
  const offered = once<readonly number[]>([], (at) => {
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
    const { section, rules } = nodes[at] ?? {};
    if (rules) return offered(at);
    const isFinal =
      section?.type === 'dynamic-branching' && section.by.type === 'choose' && !section.by.switch;
    return isFinal ? begun(at).slice(0, section.by.count) : begun(at);
  };

  /** -1 when all that were begun are cleared. */
  const unfinishedBranch = once(-1, (at) => begun(at).find((child) => !cleared(child)) ?? -1);

  /** For each section that takes its children in turn: how many of them are known to let go on. */
  const passable: number[] = [];

  function blocker(at: number): number | undefined {
    const section = parentOf(at);
    const item = nodes[section]?.section;
    switch (item?.type) {
      case undefined:
      case 'random-access':
        return undefined;
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
      case 'static-branching': {
        const unfinished = opened(at) ? -1 : unfinishedBranch(section);
        return unfinished < 0 ? undefined : unfinished;
      }
      case 'dynamic-branching':
        return item.by.type === 'route' ||
          item.by.switch ||
          opened(at) ||
          begun(section).length < item.by.count
          ? undefined
          : begun(section)[0];
    }
  }

  const competencies: (CompetencyView | undefined)[] = [];
  const competency = (id: string): CompetencyView | undefined => {
    const tagged = index.competencies.get(id);
    if (tagged) competencies[tagged.at] ??= mastery(tagged, state);
    return tagged && competencies[tagged.at];
  };

  const totals = once(0, () =>
    nodes.reduce((sum, { item, at }) => (item.points > 0 && cleared(at) ? sum + item.points : sum), 0),
  );
  const total = (): number => totals(0);

  const earned = ask((at) => given(course.badges[at]?.when));
  const badge = (id: string): boolean => {
    const rule = index.badges.get(id);
    return state.awarded.includes(id) || (rule !== undefined && earned(course.badges.indexOf(rule)));
  };

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
