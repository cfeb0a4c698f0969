import type { Condition } from '../model/condition.ts';
import type { Course, Item } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { lookup } from '../path/index.ts';
import { explore, type Graph, stepsTo, withoutWayTo } from './explore.ts';
import { goOn } from './perform.ts';
import { type Goal, goalsReached } from './reached.ts';
import { realise } from './realise.ts';
import { type Reduction, reductionOf } from './reduce.ts';
import { type Slice, sliceOf } from './slice.ts';
import { type Space, spaceOf } from './space.ts';
import type { Learner } from './steps.ts';
import type { Step } from './types.ts';

/** How the proof goes about it. */
export interface SearchOptions {
  /** How many states times items may be looked at in each search. */
  readonly effort: number;
  /** Everything is looked at as it is: slow, for checking the proof itself. */
  readonly isPlain: boolean;
}

/** A course that was cut down to what matters for a question. */
export interface Prepared {
  readonly course: Course;
  readonly slice: Slice;
  readonly space: Space;
  /** The closed sections that stand in the slice as one module, each with what is known of it alone. */
  readonly sections: ReadonlyMap<ItemId, Search>;
}

/** All that learners can do in a course, as far as it matters for a question. */
export interface Search extends Prepared {
  readonly graph: Graph;
  /** The first state in which each goal was reached. */
  readonly reached: ReadonlyMap<Goal, number>;
}

/** What a search is about. */
export interface Question {
  /** Nothing is asked about what comes after the end of the course. */
  readonly endsWithCourse?: boolean;
  /** Competencies and items that are looked at besides those that conditions name. */
  readonly competencies?: readonly string[];
  readonly items?: readonly ItemId[];
  /** Conditions of which it matters whether they ever hold. */
  readonly watched?: readonly Condition[];
  /** Every order of steps is tried, as far as a small share of the effort goes. */
  readonly isUnreduced?: boolean;
  /** Ends the search by saying so. */
  readonly isAnswered?: (goal: Goal) => boolean;
}

/** All searches together may take as much effort as so many of the largest. */
const MOST_SEARCHES = 8;

const UNREDUCED_SHARE = 0.1;
/** States that are looked at after the answer was found. */
const AFTER_ANSWER = 300;

/** Searches courses, and remembers what was found out about closed sections. */
export class Searcher {
  private readonly options: SearchOptions;
  /** By what is in them: another question may have left some of it out. */
  private readonly known = new Map<string, Search | undefined>();
  /** How many states were looked at, and how much effort that was. */
  states = 0;
  private spent = 0;

  constructor(options: SearchOptions) {
    this.options = options;
  }

  /** Cuts a course down. */
  prepare(course: Course, question: Question, attemptsBy: 'score' | 'answers' = 'answers'): Prepared {
    const sections = new Map<ItemId, Search>();
    const none = new Map<ItemId, readonly ItemId[]>();
    const inside = (section: Course) => {
      const found = this.section(section);
      if (found) sections.set(section.pathway, found);
      return found ? 'always cleared' : 'unknown';
    };
    const slice: Slice = this.options.isPlain
      ? { course, groups: none, alike: none, standIns: new Set(), isThorough: false }
      : sliceOf(course, inside, question);
    return { course, slice, sections, space: spaceOf(slice.course, question.competencies, attemptsBy) };
  }

  /** Looks at everything that learners can do. */
  search(course: Course, question: Question = {}): Search {
    const { isPlain } = this.options;
    const prepared = this.prepare(course, question);
    const { space } = prepared;
    const reached = new Map<Goal, number>();
    let answeredAt = Number.POSITIVE_INFINITY;
    const visit = (learner: Learner, at: number): 'enough' | undefined => {
      for (const goal of goalsReached(space, learner, (goal) => !reached.has(goal))) {
        if (!reached.has(goal)) reached.set(goal, at);
        if (question.isAnswered?.(goal)) answeredAt = Math.min(answeredAt, at);
      }
      // A little further, since more may be asked about the same part.
      return at >= (question.isUnreduced ? answeredAt : answeredAt * 2 + AFTER_ANSWER) ? 'enough' : undefined;
    };
    const graph = explore(space, space.begin(), {
      most: Math.ceil(this.mostStates(space) * (question.isUnreduced ? UNREDUCED_SHARE : 1)),
      ...(!isPlain && !question.isUnreduced && { reduction: reductionOf(space, question.watched) }),
      ...(question.endsWithCourse && { isEnd: ({ state }: Learner) => state.finished }),
      visit,
    });
    this.count(graph, space);
    return { ...prepared, graph, reached };
  }

  /**
   * After how many of the steps of a story that ends badly its end cannot be changed any more. Where that is too much
   * to find out, later rather than too early.
   */
  trapIn(space: Space, story: readonly Step[]): number {
    const learners = [space.begin()];
    for (const step of story) learners.push(space.take(learners.at(-1) ?? space.begin(), step));
    let reduction: Reduction | undefined;
    const isLost = (from: Learner): boolean => {
      const { learner, steps } = goOn(space, from);
      this.spend(steps.length * space.course.items.length);
      if (learner.state.finished) return false;
      reduction ??= reductionOf(space);
      const graph = explore(space, from, {
        most: this.mostStates(space),
        reduction,
        visit: ({ state }) => (state.finished ? 'enough' : undefined),
      });
      this.count(graph, space);
      return graph.isWhole;
    };
    // Who is lost stays lost.
    let low = 0;
    let high = story.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const learner = learners[middle];
      if (learner && isLost(learner)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  private count({ states }: Graph, { course }: Space): void {
    this.states += states.length;
    this.spent += states.length * (course.items.length + 10);
  }

  /** Counts work that is not a search: steps times items. */
  spend(looks: number): void {
    this.spent += looks;
  }

  /** Whether all the effort is used up. */
  isExhausted(): boolean {
    return this.spent >= this.options.effort * MOST_SEARCHES;
  }

  /** What is left of all the effort bounds each search. */
  private mostStates({ course }: Space): number {
    const { effort } = this.options;
    return Math.ceil(
      Math.max(0, Math.min(effort, effort * MOST_SEARCHES - this.spent)) / (course.items.length + 10),
    );
  }

  /** What a closed section can be counted on, looked at alone: undefined unless everybody can always clear it. */
  private section(course: Course): Search | undefined {
    const name = course.items.map(fingerprint).join();
    if (this.known.has(name)) return this.known.get(name);
    const search = this.search(course);
    const { graph, space } = search;
    const isAlways =
      graph.isWhole &&
      withoutWayTo(graph, ({ evaluation }) => evaluation.cleared(space.index.root)).length === 0;
    this.known.set(name, isAlways ? search : undefined);
    return isAlways ? search : undefined;
  }
}

/** Tells an item apart from itself with fewer conditions, or from what stands for it. */
function fingerprint(item: Item): string {
  const { id, kind, optional, points, when, requires } = item;
  const own = item.kind === 'quiz' ? [item.attempts, item.exhausted, item.review] : [];
  return JSON.stringify([id, kind, optional, points, when, requires, ...own]);
}

/** The story in the course itself for steps in its slice. */
export function storyOf({ course, slice, sections }: Prepared, steps: readonly Step[]): Step[] {
  return realise(course, slice, steps, (id) => {
    const inner = sections.get(id);
    const end = inner?.reached.get(`cleared ${id}`);
    return inner && end !== undefined ? storyOf(inner, stepsTo(inner.graph, end)) : undefined;
  });
}

/** What was reached in the course itself: with all that the items of the slice stand for. */
export function* everything(
  { course, slice, sections }: Prepared,
  reached: Iterable<Goal>,
  told = new Set<ItemId>(),
): Generator<Goal> {
  const index = lookup(course);
  const all = function* (id: ItemId): Generator<Goal> {
    if (told.has(id)) return;
    told.add(id);
    yield `seen ${id}`;
    yield `open ${id}`;
    yield `cleared ${id}`;
    for (const other of [...(slice.groups.get(id) ?? []), ...(slice.alike.get(id) ?? [])]) yield* all(other);
    const inner = sections.get(id);
    const item = course.items[index.at.get(id) ?? -1];
    if (inner) yield* everything(inner, inner.reached.keys());
    else if (item?.kind === 'section') for (const child of item.children) yield* all(child);
  };
  for (const goal of reached) {
    yield goal;
    const id = goal.slice(goal.indexOf(' ') + 1);
    if (!goal.startsWith('open ')) continue;
    if (slice.standIns.has(id)) yield* all(id);
    else for (const other of slice.alike.get(id) ?? []) yield* all(other);
  }
}
