import type { Evaluation } from '../path/index.ts';
import type { Plan } from './plan.ts';
import type { Random } from './random.ts';
import type { Traits } from './traits.ts';

/** Something that a learner sets out to do next; the engine allows it. */
export type Move =
  | { readonly type: 'study'; readonly at: number }
  /** Goes through a module again because a failed quiz asks for it. */
  | { readonly type: 'review'; readonly at: number }
  | { readonly type: 'sit'; readonly at: number }
  /** Answers practice questions again, to master what they ask. */
  | { readonly type: 'practise'; readonly at: number }
  /** Asks the instructor for new attempts. */
  | { readonly type: 'ask'; readonly at: number };

/** What one learner wants: decided once for each thing, when it first matters. */
export interface Mind {
  readonly plan: Plan;
  readonly traits: Traits;
  readonly random: Random;
  /** By place: there is nothing left to do here (cleared, or handed in for good). */
  readonly settled: Uint8Array;
  /** By place: will this optional thing be taken? */
  readonly wants: Map<number, boolean>;
  /** By place: the number of attempts after which a quiz that holds nobody back was left as it is. */
  readonly left: Map<number, number>;
  /** By section: the order in which its ways appeal. */
  readonly taste: Map<number, readonly number[]>;
}

/** A learner who has decided nothing yet. */
export function mindOf(plan: Plan, traits: Traits, random: Random): Mind {
  const settled = new Uint8Array(plan.index.nodes.length);
  return { plan, traits, random, settled, wants: new Map(), left: new Map(), taste: new Map() };
}

/**
 * What the learner does next among what the engine says is open, in reading order; ways that are theirs to choose in the
 * order of their taste. Undefined when nothing is left that they want (`eager`: that could help) to do.
 */
export function seek(evaluation: Evaluation, mind: Mind, eager: boolean): Move | undefined {
  const { plan, random, traits, settled, wants, left, taste } = mind;
  const { nodes, root, at: placeOf } = plan.index;

  const wanted = (at: number, chance: number): boolean => {
    if (eager) return true;
    let answer = wants.get(at);
    if (answer === undefined) {
      answer = random.chance(chance);
      wants.set(at, answer);
    }
    return answer;
  };

  const byTaste = (section: number): readonly number[] => {
    let order = taste.get(section);
    if (order === undefined) {
      order = shuffled(nodes[section]?.children ?? [], random);
      taste.set(section, order);
    }
    return order;
  };

  function inside(section: number): Move | undefined {
    const item = nodes[section]?.item;
    if (item?.kind !== 'section' || !evaluation.open(section)) return undefined;
    const children = nodes[section]?.children ?? [];
    switch (item.type) {
      case 'linear':
      case 'hurdles':
        return first(children, (child) => !evaluation.needed(child));
      case 'random-access': {
        const { finish } = item;
        return first(
          children,
          (child) => !(finish === undefined ? evaluation.needed(child) : nodes[child]?.item.id === finish),
        );
      }
      case 'static-branching':
        return first(byTaste(section), (child) => !evaluation.needed(child));
      case 'dynamic-branching': {
        const begun = evaluation.chosen(section);
        if (item.by.type === 'route') return first(begun, (child) => !evaluation.needed(child));
        const onward = first(begun, () => false);
        if (onward || (evaluation.cleared(section) && !eager)) return onward;
        return first(
          byTaste(section).filter((child) => !begun.includes(child)),
          () => false,
        );
      }
    }
  }

  function first(children: readonly number[], voluntary: (child: number) => boolean): Move | undefined {
    for (const child of children) {
      if (settled[child] === 1) continue;
      const item = nodes[child]?.item;
      if (item === undefined || !evaluation.open(child)) continue;
      const isNew = item.kind === 'section' || !evaluation.cleared(child);
      if (isNew && voluntary(child) && !wanted(child, traits.diligence)) continue;
      const move =
        item.kind === 'section' ? inside(child) : item.kind === 'module' ? study(child) : sit(child);
      if (move) return move;
    }
    return undefined;
  }

  function study(at: number): Move | undefined {
    if (!evaluation.cleared(at)) return { type: 'study', at };
    settled[at] = 1;
    return undefined;
  }

  function sit(at: number): Move | undefined {
    const item = nodes[at]?.item;
    const quiz = evaluation.quiz(at);
    if (item?.kind !== 'quiz' || !quiz) return undefined;
    if (quiz.submissions > 0 && !quiz.failed) {
      settled[at] = 1;
      return undefined;
    }
    if (quiz.failed && !eager && !holdsBack(at)) {
      // Trying again is a matter of taste, decided after each attempt.
      if (left.get(at) === quiz.submissions) return undefined;
      if (!random.chance(traits.diligence / 2)) {
        left.set(at, quiz.submissions);
        return undefined;
      }
    }
    return attempt(at);
  }

  function holdsBack(at: number): boolean {
    const { item, parent = -1 } = nodes[at] ?? {};
    const section = nodes[parent]?.item;
    const isEnd =
      section?.kind === 'section' && section.type === 'random-access' && section.finish === item?.id;
    return !evaluation.cleared(isEnd ? parent : at);
  }

  /** The way to one more attempt, if there is one. */
  function attempt(at: number): Move | undefined {
    const item = nodes[at]?.item;
    const quiz = evaluation.quiz(at);
    if (item?.kind !== 'quiz' || !quiz) return undefined;
    if (quiz.attemptsLeft === 0 && item.exhausted !== 'review')
      return quiz.exhausted && item.exhausted === 'contact' ? { type: 'ask', at } : undefined;
    for (const id of quiz.toReview) {
      const place = placeOf.get(id) ?? -1;
      if (evaluation.open(place)) return { type: 'review', at: place };
    }
    return quiz.toReview.length > 0 || quiz.attemptsLeft === 0 ? undefined : { type: 'sit', at };
  }

  /** Nothing new is left: what may be worth doing again. */
  function again(): Move | undefined {
    for (const at of plan.leaves) {
      if (!plan.mentioned[at] || !evaluation.open(at)) continue;
      const { item } = nodes[at] ?? {};
      if (item?.kind === 'module') {
        const credits = evaluation.state.items[at]?.credits;
        if (item.questions.some((_, place) => (credits?.[place] ?? 0) < 1)) return { type: 'practise', at };
        continue;
      }
      const quiz = evaluation.quiz(at);
      if (!quiz) continue;
      const move =
        (quiz.best ?? 0) < 1 || quiz.submissions < (plan.attempts[at] ?? 0) ? attempt(at) : undefined;
      if (move) return move;
    }
    return undefined;
  }

  return inside(root) ?? (eager ? again() : undefined);
}

/** All orders equally likely (Durstenfeld's shuffle). */
function shuffled(places: readonly number[], random: Random): readonly number[] {
  const order = [...places];
  for (let last = order.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const moved = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = moved;
  }
  return order;
}
