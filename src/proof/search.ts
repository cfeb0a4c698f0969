import type { Condition } from '../model/condition.ts';
import type { Course } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { lookup } from '../path/index.ts';
import { explore, type Graph, stepsTo, withoutWayTo } from './explore.ts';
import { type Goal, goalsReached } from './reached.ts';
import { realise } from './realise.ts';
import { reductionOf } from './reduce.ts';
import { type Inside, type Slice, sliceOf } from './slice.ts';
import { type Learner, type Space, spaceOf } from './space.ts';
import type { Step } from './types.ts';

/** How the proof goes about it. */
export interface SearchOptions {
  /** How many states times items may be looked at in each part. */
  readonly effort: number;
  /** Everything is looked at as it is: slow, for checking the proof itself. */
  readonly isPlain: boolean;
}

/** A course, cut down to what matters, and all that learners can do in it. */
export interface Search {
  readonly slice: Slice;
  readonly space: Space;
  readonly graph: Graph;
  /** The first state in which each goal was reached. */
  readonly reached: ReadonlyMap<Goal, number>;
  /** The steps to one of its states, in the course before it was cut. */
  story(steps: readonly Step[]): Step[];
}

/** What was reached in a slice. */
export interface Reached {
  readonly slice: Slice;
  readonly reached: ReadonlyMap<Goal, number>;
}

/** What a search is about. */
export interface Question {
  /** Nothing is asked about what comes after the end of the course. */
  readonly endsWithCourse?: boolean;
  readonly competencies?: readonly string[];
  readonly watched?: readonly Condition[];
  /** Ends when this says so. */
  readonly isAnswered?: (goal: Goal) => boolean;
}

/** Searches courses, and remembers what was found out about closed sections. */
export class Searcher {
  private readonly options: SearchOptions;
  private readonly sections = new Map<ItemId, Search & { readonly inside: Inside }>();
  /** How many states were looked at. */
  states = 0;

  constructor(options: SearchOptions) {
    this.options = options;
  }

  /** Cuts a course down. */
  prepare(
    course: Course,
    { competencies }: Question,
    attemptsBy: 'score' | 'answers' = 'answers',
  ): Pick<Search, 'slice' | 'space'> {
    const none = new Map<ItemId, readonly ItemId[]>();
    const slice: Slice = this.options.isPlain
      ? { course, groups: none, alike: none, standIns: new Set() }
      : sliceOf(course, (section) => this.section(section).inside, competencies);
    return { slice, space: spaceOf(slice.course, competencies, attemptsBy) };
  }

  /** The story in a course for steps in a slice of it. */
  story(course: Course, slice: Slice, steps: readonly Step[]): Step[] {
    return realise(course, slice, steps, (id) => this.through(id));
  }

  search(course: Course, question: Question = {}): Search {
    const { isPlain, effort } = this.options;
    const { slice, space } = this.prepare(course, question);
    const reached = new Map<Goal, number>();
    const visit = (learner: Learner, at: number): 'enough' | undefined => {
      for (const goal of goalsReached(space, learner, (goal) => !reached.has(goal))) {
        if (!reached.has(goal)) reached.set(goal, at);
        if (question.isAnswered?.(goal)) return 'enough';
      }
      return undefined;
    };
    const graph = explore(space, space.begin(), {
      most: Math.ceil(effort / (slice.course.items.length + 10)),
      ...(!isPlain && { reduction: reductionOf(space, question.watched) }),
      ...(question.endsWithCourse && { isEnd: ({ state }: Learner) => state.finished }),
      visit,
    });
    this.states += graph.states.length;
    return {
      slice,
      space,
      graph,
      reached,
      story: (steps) => this.story(course, slice, steps),
    };
  }

  /** What a closed section can be counted on, looked at alone. */
  private section(course: Course): Search & { readonly inside: Inside } {
    const known = this.sections.get(course.pathway);
    if (known) return known;
    const found = this.search(course);
    const { graph, space } = found;
    const root = space.index.root;
    const isAlways =
      graph.isWhole && withoutWayTo(graph, ({ evaluation }) => evaluation.cleared(root)).length === 0;
    const result = { ...found, inside: isAlways ? ('always cleared' as const) : ('unknown' as const) };
    this.sections.set(course.pathway, result);
    return result;
  }

  /** A way through a section that was taken as a whole. */
  private through(id: ItemId): readonly Step[] | undefined {
    const found = this.sections.get(id);
    if (found?.inside !== 'always cleared') return undefined;
    const end = found.reached.get(`cleared ${id}`);
    return end === undefined ? undefined : found.story(stepsTo(found.graph, end));
  }

  /** What was reached in the course before it was cut: with all that the items of the slice stand for. */
  *everything({ slice, reached }: Reached, course: Course): Generator<Goal> {
    const index = lookup(course);
    const told = new Set<ItemId>();
    const all = function* (this: Searcher, id: ItemId): Generator<Goal> {
      if (told.has(id)) return;
      told.add(id);
      yield `seen ${id}`;
      yield `open ${id}`;
      yield `cleared ${id}`;
      for (const other of [...(slice.groups.get(id) ?? []), ...(slice.alike.get(id) ?? [])])
        yield* all.call(this, other);
      const inside = this.sections.get(id);
      const item = course.items[index.at.get(id) ?? -1];
      if (inside?.inside === 'always cleared') yield* this.everything(inside, course);
      else if (item?.kind === 'section') for (const child of item.children) yield* all.call(this, child);
    };
    for (const goal of reached.keys()) {
      yield goal;
      const id = goal.slice(goal.indexOf(' ') + 1);
      if (goal.startsWith('open ') && (slice.standIns.has(id) || slice.groups.has(id) || slice.alike.has(id)))
        yield* all.call(this, id);
    }
  }
}
