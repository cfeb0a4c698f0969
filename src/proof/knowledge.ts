import type { Course } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { lookup, rulesOf } from '../path/lookup.ts';
import { type Component, componentsOf } from './components.ts';
import { essentialOf, type Keep } from './essential.ts';
import { stepsTo } from './explore.ts';
import { mentionsOf } from './mentions.ts';
import { Parts, type PointsFrom } from './parts.ts';
import { perform } from './perform.ts';
import { play } from './play.ts';
import { type Goal, goalsReached } from './reached.ts';
import { everything, type Prepared, type Question, type Search, type Searcher, storyOf } from './search.ts';
import type { Learner } from './steps.ts';
import type { Decider, Step, Unproved } from './types.ts';
import { behindDoors, hasGap, nameIn, wantedOf } from './wanted.ts';

/** Items that nobody was seen to reach, in the course as far as it matters for them. */
export interface Unreached {
  readonly names: ReadonlySet<ItemId>;
  readonly prepared: Prepared;
  readonly components: readonly Component[] | undefined;
}

/** What is known of a course so far: what somebody reaches and how, and what was too large to find out. */
export class Knowledge {
  readonly course: Course;
  readonly isPlain: boolean;
  readonly searcher: Searcher;
  readonly unproved: Unproved[] = [];
  readonly reached = new Set<Goal>();
  /** Names in components that are too large to look at. */
  readonly tooLarge = new Set<string>();
  /** Everything is asked about, not only one place. */
  private readonly isProof: boolean;
  private readonly batches = new Map<PointsFrom, Unreached>();
  private readonly settled = new Map<Goal, boolean>();
  /** How to get to what was reached. */
  private readonly stories = new Map<Goal, () => Step[] | undefined>();

  constructor(
    course: Course,
    searcher: Searcher,
    about: { readonly isPlain: boolean; readonly isProof: boolean },
  ) {
    this.course = course;
    this.searcher = searcher;
    this.isPlain = about.isPlain;
    this.isProof = about.isProof;
  }

  /** The story of a goal, rather from a search than from a simple learner. */
  shortest(goal: Goal, keep: Keep): Step[] | undefined {
    const simple = this.stories.get(goal);
    this.stories.delete(goal);
    // In every order of steps, the first that gets there is the shortest.
    this.settleWith(goal, keep, 'exact', { isUnreduced: true });
    if (!this.stories.has(goal)) this.settle(goal, keep);
    const story = this.stories.get(goal)?.() ?? simple?.();
    if (story || simple || this.isPlain) return story;
    // Where the search is too large, a simple learner may still get there.
    this.stories.delete(goal);
    this.tryOut();
    return this.stories.get(goal)?.();
  }

  /** The story of a goal that may be reached for a while only: in every order of steps, else as it was met. */
  glimpse(goal: Goal, keep: Keep): Step[] | undefined {
    const simple = this.stories.get(goal);
    this.stories.delete(goal);
    this.settleWith(goal, keep, 'exact', { isUnreduced: true });
    return this.stories.get(goal)?.() ?? simple?.();
  }

  /** Lets simple learners play: what they reach need not be searched for. */
  tryOut(): void {
    const { course, searcher } = this;
    const competencies = course.competencies.map(({ id }) => id);
    const prepared = searcher.prepare(course, { competencies }, 'score');
    const { space } = prepared;
    const wanted = new Set(wantedOf(this.course).map(({ goal }) => goal));
    play(space, (learner, moves) => {
      const goals = [...goalsReached(space, learner, (goal) => !this.reached.has(goal))];
      if (goals.length > 0) {
        const steps = moves.map(({ step }) => step);
        for (const goal of goals) this.stories.set(goal, () => storyOf(prepared, steps));
        for (const goal of everything(prepared, goals)) {
          wanted.delete(goal);
          this.reached.add(goal);
        }
      }
      return wanted.size === 0 ? 'enough' : undefined;
    });
  }

  /** The course with all items that nobody was seen to reach, cut down once for all of them. */
  unreached(pointsFrom: PointsFrom): Unreached {
    const known = this.batches.get(pointsFrom);
    if (known) return known;
    const behind = behindDoors(this.course);
    const items = this.course.items.filter((item) => {
      const isLeft = !this.reached.has(`open ${item.id}`) && behind.has(item.id);
      return (
        isLeft ||
        rulesOf(item)?.some((_, rule) => !this.reached.has(`route ${item.id} ${rule}`)) ||
        hasGap(item)
      );
    });
    const names = items.map(({ id }) => id);
    const prepared = this.searcher.prepare(essentialOf(this.course, { items: names }, pointsFrom), {
      items: names,
    });
    const found = {
      names: new Set(names),
      prepared,
      components: componentsOf(prepared.slice.course, names, pointsFrom),
    };
    this.batches.set(pointsFrom, found);
    return found;
  }

  /** Finds out whether a goal is reached by anybody; false when that takes too long. */
  settle(goal: Goal, keep: Keep): boolean {
    const known = this.settled.get(goal);
    if (known !== undefined) return known;
    const { points } = mentionsOf(this.course);
    // Who gets there with the fewest points gets there.
    if (points === 'rising' && !this.isPlain) this.settleWith(goal, keep, 'least');
    const isSettled = this.reached.has(goal) || this.settleWith(goal, keep, 'exact');
    this.settled.set(goal, isSettled);
    return isSettled;
  }

  private settleWith(goal: Goal, keep: Keep, pointsFrom: PointsFrom, more: Question = {}): boolean {
    const { competency, items = [] } = keep;
    const watched = [
      ...(competency === undefined ? [] : [{ type: 'mastered' as const, competency }]),
      ...(keep.certificate && this.course.certificate?.when ? [this.course.certificate.when] : []),
      ...items.flatMap((id) => this.doors(id)),
    ];
    const question: Question = {
      ...more,
      ...(competency === undefined ? {} : { competencies: [competency] }),
      items,
      watched,
      isAnswered: (found) => found === goal,
    };
    const [item] = items;
    const batch =
      !this.isPlain && this.isProof && item !== undefined ? this.unreached(pointsFrom) : undefined;
    const isIn = item !== undefined && batch?.names.has(item) === true;
    const prepared =
      batch && isIn
        ? batch.prepared
        : this.searcher.prepare(essentialOf(this.course, keep, pointsFrom), question);
    const names = [
      ...items,
      ...(competency === undefined ? [] : [`competency ${competency}`]),
      ...(keep.badge === undefined ? [] : [`badge ${keep.badge}`]),
      ...(keep.certificate ? ['certificate'] : []),
    ];
    const components = this.isPlain
      ? undefined
      : batch && isIn
        ? batch.components
        : componentsOf(prepared.slice.course, names, pointsFrom);
    const own = components?.filter((component) => names.some((name) => component.has(name)));
    const component = own && new Set(own.flatMap((group) => [...group]));
    const whole = prepared.slice.course;
    const search = this.searcher.search(
      component ? partsIn(prepared).of(component, pointsFrom) : whole,
      question,
    );
    this.note(prepared, search, component);
    return search.graph.isWhole || this.reached.has(goal);
  }

  /** Remembers what a search reached: of a part, only what belongs to it. */
  note(prepared: Prepared, search: Search, component?: Component): void {
    const { graph, reached } = search;
    const all = component ?? new Set(prepared.slice.course.items.map(({ id }) => id));
    const own = component
      ? [...reached.keys()].filter((goal) => goal === 'certificate' || component.has(nameIn(goal)))
      : [...everything(search, reached.keys())];
    for (const goal of everything(prepared, own)) this.reached.add(goal);
    for (const goal of own) {
      const at = reached.get(goal);
      if (at === undefined || this.stories.has(goal)) continue;
      this.stories.set(goal, () => {
        const { space } = prepared;
        const isAbout = (other: Goal) => nameIn(other) === nameIn(goal);
        const isThere = (learner: Learner) => [...goalsReached(space, learner, isAbout)].includes(goal);
        const told = perform(space, storyOf(search, stepsTo(graph, at)), all, isThere);
        return told && storyOf(prepared, told.steps);
      });
    }
  }

  /** The conditions under which an item is seen. */
  private doors(id: ItemId) {
    const { nodes, at } = lookup(this.course);
    const conditions = [];
    for (let node = nodes[at.get(id) ?? -1]; node; node = nodes[node.parent]) {
      if (node.item.when) conditions.push(node.item.when);
    }
    return conditions;
  }

  /** Says that something was too large to look at, and what. */
  giveUp(claim: 'trap' | Decider, { graph, slice }: Search, component?: Component): void {
    const { tooMany, states } = graph;
    const names = [...(component ?? slice.course.items.map(({ id }) => id))];
    const isKnown = names.every((name) => this.tooLarge.has(name));
    for (const name of names) this.tooLarge.add(name);
    if (isKnown) return;
    const many = slice.course.items.filter(({ id, kind }) =>
      component ? component.has(id) && kind !== 'section' : kind === 'quiz',
    );
    const items = tooMany === undefined ? many.map(({ id }) => id) : [tooMany];
    this.unproved.push({ claim, items, states: states.length });
  }

  /** Says once of many components that nobody looked at them. */
  leaveOut({ slice }: Prepared, components: readonly Component[]): void {
    const names = new Set(components.flatMap((component) => [...component]));
    for (const name of names) this.tooLarge.add(name);
    const items = slice.course.items.filter(({ id, kind }) => names.has(id) && kind !== 'section');
    this.unproved.push({ claim: 'trap', items: items.map(({ id }) => id), states: this.searcher.states });
  }
}

const known = new WeakMap<Prepared, Parts>();

/** The parts of a course that was cut down, made once. */
export function partsIn(prepared: Prepared): Parts {
  const parts = known.get(prepared) ?? new Parts(prepared.slice.course);
  known.set(prepared, parts);
  return parts;
}
