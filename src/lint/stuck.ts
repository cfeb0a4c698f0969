import type { Condition } from '../model/condition.ts';
import type { Competency, Course, Item, Module, Quiz, Section } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { type Evaluation, evaluate, lookup } from '../path/index.ts';
import type { Moment } from '../proof/index.ts';
import type { ConditionOwner } from './context.ts';
import { type Aside, elsewhere } from './elsewhere.ts';

/** A part of a condition, and what the condition decides. */
export interface Asked {
  readonly owner: ConditionOwner;
  readonly part: Condition;
  /** Of a part of a badge's condition: what waits for the badge, itself perhaps through another badge. */
  readonly by?: Asked;
}

/** What keeps a learner from going on for ever. `asked`: the condition that waits for it, if one does. */
export type Cause =
  /** All attempts are used, the quiz is not passed, and the way on waits for that. */
  | { readonly type: 'exhausted'; readonly quiz: Quiz }
  /** The quiz cannot be passed by any answers. */
  | { readonly type: 'too-hard'; readonly quiz: Quiz }
  /** After a failure this has to be gone through again, and it is not open. */
  | { readonly type: 'review'; readonly quiz: Quiz; readonly item: ItemId }
  /** The section is open and no rule names an option. */
  | { readonly type: 'gap'; readonly section: Section }
  /** What is asked for lies in an option that the learner does not have. */
  | { readonly type: 'aside'; readonly asked: Asked; readonly target: ItemId; readonly aside: Aside }
  /** What is asked for is hidden, since the `when` of `holder` (it, or a section around it) does not hold. */
  | { readonly type: 'hidden'; readonly asked: Asked; readonly target: ItemId; readonly holder: Item }
  | { readonly type: 'no-mark'; readonly asked: Asked; readonly quiz: Quiz }
  /** No attempt is left that could bring the result that is asked for. */
  | { readonly type: 'spent'; readonly asked: Asked; readonly quiz: Quiz }
  /** What happened cannot be undone, and the condition wants that it did not happen. */
  | { readonly type: 'settled'; readonly asked: Asked }
  | { readonly type: 'deadline'; readonly asked: Asked }
  | { readonly type: 'points'; readonly asked: Asked; readonly have: number }
  | {
      readonly type: 'mastery';
      readonly asked: Asked;
      readonly competency: Competency;
      readonly seen: number;
      readonly share: number;
    }
  /** The item waits for `target`, and that waits for the item. */
  | { readonly type: 'deadlock'; readonly asked: Asked; readonly target: ItemId }
  /** Open, and yet there is no way to finish it. */
  | { readonly type: 'undone'; readonly module: Module };

/**
 * Why a learner who has nothing left to do has not finished: the primary causes, the one to blame first. Follows from the
 * end of the course backwards what waits for what, with the answers of the engine.
 */
export function causesAt(course: Course, { state, now }: Moment): Cause[] {
  const search = new Search(evaluate(lookup(course), state, now));
  search.finish();
  return search.causes;
}

/**
 * Whether a cause is there for good at that moment already. What a learner only brings about afterwards (using up the attempts of another
 * quiz) did not make the trap.
 */
export function isFinal(course: Course, { state, now }: Moment, cause: Cause): boolean {
  const index = lookup(course);
  const world = evaluate(index, state, now);
  switch (cause.type) {
    case 'exhausted':
    case 'spent': {
      const view = world.quiz(index.at.get(cause.quiz.id) ?? -1);
      return view?.attemptsLeft === 0 || cause.quiz.attempts === undefined;
    }
    case 'settled': {
      const { part } = cause.asked;
      const known = 'quiz' in part ? world.quiz(index.at.get(part.quiz) ?? -1) : undefined;
      if (part.type === 'not') return world.holds(part.of);
      return known === undefined || known.passed || (known.best ?? 0) > 0;
    }
    case 'aside':
      return elsewhere(world, index.at.get(cause.target) ?? -1) !== undefined;
    case 'deadline':
      return !world.holds(cause.asked.part);
    default:
      return true;
  }
}

class Search {
  readonly causes: Cause[] = [];
  readonly #world: Evaluation;
  readonly #seen = new Set<string>();
  /** Items whose opening is being asked for, and the conditions met on the way, the latest last. */
  readonly #opening: { readonly at: number; readonly depth: number }[] = [];
  readonly #asking: { readonly asked: Asked; readonly target: ItemId }[] = [];

  constructor(world: Evaluation) {
    this.#world = world;
  }

  finish(): void {
    const { course, root } = this.#world.index;
    if (course.complete) this.#condition(course.complete, { type: 'complete' });
    else this.#cleared(root);
  }

  /** Why the place is not open. */
  open(at: number): void {
    const closed = this.#outermost(at, (place) => this.#world.open(place));
    const item = this.#item(closed);
    if (!item) return;
    const waiting = this.#opening.find((each) => each.at === closed);
    if (waiting) {
      const met = this.#asking[waiting.depth] ?? this.#asking.at(-1);
      if (met) this.causes.push({ type: 'deadlock', ...met });
      return;
    }
    if (!this.#first(`open ${closed}`)) return;
    this.#opening.push({ at: closed, depth: this.#asking.length });
    if (!this.#world.visible(closed)) this.#hidden(closed, item);
    else {
      const blocker = this.#world.blocker(closed);
      if (blocker !== undefined) this.#cleared(blocker);
      if (!this.#world.admitted(closed) && item.requires)
        this.#condition(item.requires, { type: 'requires', item });
    }
    this.#opening.pop();
  }

  #hidden(at: number, item: Item): void {
    const { index, holds, chosen } = this.#world;
    const node = index.nodes[at];
    const routed = [node, index.nodes[node?.parent ?? -1]].find(
      (each) => each?.rules && chosen(each.at).length === 0,
    );
    if (item.when && !holds(item.when)) this.#condition(item.when, { type: 'when', item });
    else if (routed?.item.kind === 'section') this.causes.push({ type: 'gap', section: routed.item });
    else {
      // There, and yet hidden: a section in which everything is hidden.
      const child = index.nodes[node?.children[0] ?? -1];
      if (child) this.#hidden(child.at, child.item);
    }
  }

  /** Why the place is not cleared. */
  #cleared(at: number): void {
    const item = this.#item(at);
    if (!item) return;
    if (!this.#world.open(at)) {
      this.open(at);
      return;
    }
    if (!this.#first(`cleared ${at}`)) return;
    switch (item.kind) {
      case 'module':
        this.causes.push({ type: 'undone', module: item });
        return;
      case 'quiz':
        this.#held(at, item);
        return;
      case 'section': {
        const waiting = this.#world.waitsFor(at);
        if (waiting.length === 0 && this.#world.index.nodes[at]?.rules)
          this.causes.push({ type: 'gap', section: item });
        const finish = item.type === 'random-access' ? item.finish : undefined;
        for (const child of waiting) {
          const quiz = this.#item(child);
          if (quiz?.kind === 'quiz' && quiz.id === finish && this.#world.open(child)) this.#held(child, quiz);
          else if (!this.#world.cleared(child)) this.#cleared(child);
        }
      }
    }
  }

  /** Why a quiz that is open keeps the learner. */
  #held(at: number, quiz: Quiz): void {
    const view = this.#world.quiz(at);
    if (!view || view.passed) return;
    if (view.exhausted && quiz.exhausted !== 'review') this.causes.push({ type: 'exhausted', quiz });
    else if (!this.#reviews(quiz, view.toReview)) this.causes.push({ type: 'too-hard', quiz });
  }

  #reviews(quiz: Quiz, toReview: readonly ItemId[]): boolean {
    const { index, open } = this.#world;
    const closed = toReview.filter((id) => !open(index.at.get(id) ?? -1));
    for (const item of closed) this.causes.push({ type: 'review', quiz, item });
    return closed.length > 0;
  }

  #condition(condition: Condition, owner: ConditionOwner, by?: Asked): void {
    if (this.#world.holds(condition)) return;
    if (condition.type === 'all' || condition.type === 'any') {
      for (const part of condition.of) this.#condition(part, owner, by);
      return;
    }
    const asked: Asked = { owner, part: condition, ...(by && { by }) };
    const { index } = this.#world;
    switch (condition.type) {
      case 'not':
        this.causes.push({ type: 'settled', asked });
        return;
      case 'completed':
        this.#target(asked, condition.item, (at) => this.#cleared(at));
        return;
      case 'passed':
      case 'failed':
      case 'score':
      case 'attempts':
        this.#target(asked, condition.quiz, (at) => this.#result(asked, at));
        return;
      case 'chosen': {
        const target = condition.option;
        this.#target(asked, target, (at) => this.open(at));
        return;
      }
      case 'mastered': {
        const competency = index.competencies.get(condition.competency)?.competency;
        const view = this.#world.competency(condition.competency);
        if (competency && view)
          this.causes.push({ type: 'mastery', asked, competency, seen: view.seen, share: view.share });
        return;
      }
      case 'points':
        this.causes.push({ type: 'points', asked, have: this.#world.points() });
        return;
      case 'badge': {
        const badge = index.badges.get(condition.badge);
        if (badge && this.#first(`badge ${badge.id}`))
          this.#condition(badge.when, { type: 'badge', badge }, asked);
        return;
      }
      case 'before':
        this.causes.push({ type: 'deadline', asked });
        return;
      case 'after':
        return;
    }
  }

  /** A condition that waits for an item: is that there at all, is it open, and then? */
  #target(asked: Asked, target: ItemId, whenOpen: (at: number) => void): void {
    const { index } = this.#world;
    const at = index.at.get(target) ?? -1;
    const aside = elsewhere(this.#world, at);
    if (aside) {
      this.causes.push({ type: 'aside', asked, target, aside });
      return;
    }
    if (!this.#world.open(at)) {
      const holder = this.#item(this.#outermost(at, (place) => this.#world.visible(place)));
      if (holder?.when && !this.#world.holds(holder.when)) {
        this.causes.push({ type: 'hidden', asked, target, holder });
        return;
      }
    }
    this.#asking.push({ asked, target });
    if (this.#world.open(at)) whenOpen(at);
    else this.open(at);
    this.#asking.pop();
  }

  /** Why a quiz that is open does not bring the result that is asked for. */
  #result(asked: Asked, at: number): void {
    const quiz = this.#item(at);
    const view = this.#world.quiz(at);
    if (quiz?.kind !== 'quiz' || !view) return;
    const { part } = asked;
    const tooGood =
      (part.type === 'failed' && view.passed) ||
      (part.type === 'score' && part.below !== undefined && (view.best ?? 0) >= part.below - 1e-9);
    if (tooGood) this.causes.push({ type: 'settled', asked });
    else if ((part.type === 'passed' || part.type === 'failed') && quiz.pass === undefined)
      this.causes.push({ type: 'no-mark', asked, quiz });
    else if (!this.#reviews(quiz, view.toReview)) this.causes.push({ type: 'spent', asked, quiz });
  }

  /** The first place on the way down to `at` for which something is not so; `at` when there is none. */
  #outermost(at: number, isSo: (place: number) => boolean): number {
    const way: number[] = [];
    for (let up = at; up >= 0; up = this.#world.index.nodes[up]?.parent ?? -1) way.unshift(up);
    return way.find((place) => !isSo(place)) ?? at;
  }

  #item(at: number): Item | undefined {
    return this.#world.index.nodes[at]?.item;
  }

  #first(key: string): boolean {
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }
}
