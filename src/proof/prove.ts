import type { Course, Item, Section } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { lookup } from '../path/index.ts';
import { type Component, componentsOf } from './components.ts';
import { essentialOf, type Keep } from './essential.ts';
import { stepsTo, withoutWayTo } from './explore.ts';
import { mentionsOf } from './mentions.ts';
import { Parts, type PointsFrom } from './parts.ts';
import { goOn, perform } from './perform.ts';
import { play } from './play.ts';
import { type Goal, goalsReached } from './reached.ts';
import { everything, type Prepared, type Question, type Search, Searcher, storyOf } from './search.ts';
import type { Learner } from './space.ts';
import type { Decider, PathFinding, Proof, Step, Unproved } from './types.ts';

/** How much the proof may do. */
export interface ProofOptions {
  /** How many states, times the items that matter in them, may be looked at for each claim. */
  readonly effort?: number;
  /** Looks at every order of steps in the course as it is: slow, for checking the proof itself. */
  readonly isPlain?: boolean;
}

/** After so many traps the others wait for the next run. */
const MOST_TRAPS = 20;

/** About a second for a claim, on an ordinary machine. */
const EFFORT = 500_000;

/**
 * Proves, or refutes with a learner's story, what makes a course sound: everybody can finish from wherever they are, and
 * everything is reached by somebody. What could not be looked at in full stands in `unproved`. A course with circular
 * conditions is not to be proved.
 */
export function prove(course: Course, options: ProofOptions = {}): Proof {
  try {
    return new Prover(course, options).prove();
  } catch (error) {
    // Conditions that hang on each other in chains of thousands are more than the stack can hold.
    if (!(error instanceof RangeError)) throw error;
    return { findings: [], unproved: [{ claim: 'trap', items: [], states: 0 }], contacts: [], states: 0 };
  }
}

/** The shortest steps after which an item can be entered; undefined when no learner ever gets there, or nobody knows. */
export function reach(course: Course, item: ItemId, options: ProofOptions = {}): readonly Step[] | undefined {
  return new Prover(course, options).wayTo(`open ${item}`, { items: [item] });
}

/** Items that nobody was seen to reach, in the course as far as it matters for them. */
interface Unreached {
  readonly names: ReadonlySet<ItemId>;
  readonly prepared: Prepared;
  readonly components: readonly Component[] | undefined;
}

class Prover {
  private readonly course: Course;
  private readonly isPlain: boolean;
  private readonly searcher: Searcher;
  private readonly findings: PathFinding[] = [];
  private readonly unproved: Unproved[] = [];
  private readonly reached = new Set<Goal>();
  /** Everything is asked about, not only one place. */
  private isProving = false;
  private readonly batches = new Map<PointsFrom, Unreached>();
  /** Names in components that are too large to look at. */
  private readonly tooLarge = new Set<string>();
  private readonly settled = new Map<Goal, boolean>();
  /** How to get to what was reached. */
  private readonly stories = new Map<Goal, () => Step[] | undefined>();

  constructor(course: Course, { effort = EFFORT, isPlain = false }: ProofOptions) {
    this.course = course;
    this.isPlain = isPlain;
    this.searcher = new Searcher({ effort, isPlain });
  }

  prove(): Proof {
    this.isProving = true;
    this.findTraps();
    if (!this.isPlain) this.tryOut();
    this.findDead();
    const contacts = this.course.items.flatMap(({ id }) => (this.reached.has(`contact ${id}`) ? [id] : []));
    const { findings, unproved, searcher } = this;
    return { findings, unproved, contacts, states: searcher.states };
  }

  /** The steps to a goal; undefined when the search finds none. */
  wayTo(goal: Goal, keep: Keep): readonly Step[] | undefined {
    return this.shortest(goal, keep);
  }

  /** The story of a goal, rather from a search than from a simple learner. */
  private shortest(goal: Goal, keep: Keep): Step[] | undefined {
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

  private findTraps(): void {
    if (this.isPlain) {
      this.findTrapIn(this.searcher.prepare(essentialOf(this.course), {}));
      return;
    }
    // Whoever gets on with the points that everybody has gets on with more: only who does not has to be asked about.
    const doubtful = new Set<string>();
    const isRising = mentionsOf(this.course).points === 'rising';
    if (isRising && this.findTrapsWith('least', () => true, doubtful) && doubtful.size === 0) return;
    const isAsked = (component: Component) =>
      doubtful.size === 0 || [...component, component.size].some((name) => doubtful.has(String(name)));
    if (this.findTrapsWith('exact', isAsked)) return;
    // A story found in a part cannot be told in the whole: only the whole knows.
    this.findings.splice(0);
    this.unproved.splice(0);
    this.findTrapIn(this.searcher.prepare(essentialOf(this.course), {}));
  }

  /**
   * Looks for traps in each component; false when the course does not fall apart, or what was found makes no sense.
   * Components that are stuck for want of points, perhaps, are noted as doubtful.
   */
  private findTrapsWith(
    pointsFrom: PointsFrom,
    isAsked: (component: Component) => boolean,
    doubtful = new Set<string>(),
  ): boolean {
    const prepared = this.searcher.prepare(essentialOf(this.course, {}, pointsFrom), {});
    const whole = prepared.slice.course;
    const components = componentsOf(whole, [], pointsFrom);
    if (!components) return false;
    // First all that hangs on nothing: what is stuck there is stuck everywhere.
    for (const component of [new Set<string>(), ...components]) {
      if (!isAsked(component)) continue;
      if (this.findings.length >= MOST_TRAPS || this.searcher.isExhausted()) {
        this.leaveOut(prepared, components.slice(components.indexOf(component)));
        return true;
      }
      const before = { findings: this.findings.length, unproved: this.unproved.length };
      const isTold = this.findTrapIn(prepared, component, pointsFrom);
      const isFound = this.findings.length + this.unproved.length > before.findings + before.unproved;
      if (pointsFrom === 'least' && (isFound || !isTold)) {
        const { points } = mentionsOf(partsIn(prepared).of(component));
        if (points !== 'none' || !isTold) {
          for (const name of component) doubtful.add(name);
          if (component.size === 0) doubtful.add('0');
          this.findings.splice(before.findings);
          this.unproved.splice(before.unproved);
        }
      } else if (!isTold) return false;
      if (component.size === 0 && this.findings.length > 0) return true;
    }
    return true;
  }

  /** Says once of many components that nobody looked at them. */
  private leaveOut({ slice }: Prepared, components: readonly Component[]): void {
    const names = new Set(components.flatMap((component) => [...component]));
    for (const name of names) this.tooLarge.add(name);
    const items = slice.course.items.filter(({ id, kind }) => names.has(id) && kind !== 'section');
    this.unproved.push({ claim: 'trap', items: items.map(({ id }) => id), states: this.searcher.states });
  }

  /** Looks for a trap in a component, or in all of the course; false when a story of a part makes no sense. */
  private findTrapIn(prepared: Prepared, component?: Component, pointsFrom: PointsFrom = 'exact'): boolean {
    const whole = prepared.slice.course;
    const part = component ? partsIn(prepared).of(component, pointsFrom) : whole;
    const search = this.searcher.search(part, { endsWithCourse: true });
    const { graph } = search;
    this.note(prepared, search, component);
    if (!graph.isWhole) {
      this.giveUp('trap', search, component);
      return true;
    }
    const isFinished = ({ state }: Learner) => state.finished;
    const [trap] = withoutWayTo(graph, isFinished);
    if (trap === undefined) return true;
    // In every order of steps, the first trap is the nearest.
    const exact = this.searcher.search(part, { endsWithCourse: true, isUnreduced: true });
    const [nearest] = exact.graph.isWhole ? withoutWayTo(exact.graph, isFinished) : [];
    const story =
      nearest === undefined
        ? storyOf(search, stepsTo(graph, trap))
        : storyOf(exact, stepsTo(exact.graph, nearest));
    const told = perform(prepared.space, story, component ?? new Set(whole.items.map(({ id }) => id)));
    if (!told) return false;
    const { steps, learner } = goOn(prepared.space, told.learner);
    this.searcher.spend((told.steps.length + steps.length) * whole.items.length);
    if (learner.state.finished) return false;
    const all = [...told.steps, ...steps];
    const isSure = told.isExact && component !== undefined;
    const length = isSure ? told.steps.length : this.searcher.trapIn(prepared.space, all);
    const witness = storyOf(prepared, all.slice(0, length));
    this.findings.push({ type: 'trap', witness, rest: storyOf(prepared, all).slice(witness.length) });
    return true;
  }

  /** Lets simple learners play: what they reach need not be searched for. */
  private tryOut(): void {
    const { course, searcher } = this;
    const competencies = course.competencies.map(({ id }) => id);
    const prepared = searcher.prepare(course, { competencies }, 'score');
    const { space } = prepared;
    const wanted = new Set(this.wanted().map(({ goal }) => goal));
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
  private unreached(pointsFrom: PointsFrom): Unreached {
    const known = this.batches.get(pointsFrom);
    if (known) return known;
    const behind = behindDoors(this.course);
    const items = this.course.items.filter((item) => {
      const isLeft = !this.reached.has(`open ${item.id}`) && behind.has(item.id);
      return (
        isLeft ||
        rulesOf(item).some((_, rule) => !this.reached.has(`route ${item.id} ${rule}`)) ||
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

  /** What stands in nobody's way and has no door before it. */
  private *everybodys(whole: Course, grouped: ReadonlySet<string>): Generator<Goal> {
    const free = new Set<ItemId>();
    for (const item of whole.items) {
      const isFree =
        !grouped.has(item.id) &&
        (item.parent === undefined || free.has(item.parent)) &&
        rulesOf(item).length === 0;
      if (isFree) free.add(item.id);
    }
    // A section is there for everybody when something in it is.
    const there = new Set<ItemId>();
    for (const { id, kind, parent } of whole.items.toReversed()) {
      if (!free.has(id) || (kind === 'section' && !there.has(id))) continue;
      if (parent !== undefined) there.add(parent);
      yield `seen ${id}`;
      yield `open ${id}`;
      yield `cleared ${id}`;
    }
  }

  /** Everything that somebody has to reach, in reading order. */
  private wanted(): { readonly goal: Goal; readonly finding: PathFinding; readonly keep: Keep }[] {
    const { items, badges, competencies, certificate } = this.course;
    return [
      ...items.flatMap((item) => [
        {
          goal: `open ${item.id}` as const,
          finding: { type: 'dead-item' as const, item: item.id },
          keep: { items: [item.id] },
        },
        ...rulesOf(item).map((_, rule) => ({
          goal: `route ${item.id} ${rule}` as const,
          finding: { type: 'dead-route' as const, section: item.id, rule },
          keep: { items: [item.id] },
        })),
      ]),
      ...badges.map(({ id }) => ({
        goal: `badge ${id}` as const,
        finding: { type: 'dead-badge' as const, badge: id },
        keep: { badge: id },
      })),
      ...competencies.map(({ id }) => ({
        goal: `mastered ${id}` as const,
        finding: { type: 'unreachable-mastery' as const, competency: id },
        keep: { competency: id },
      })),
      ...(certificate
        ? [
            {
              goal: 'certificate' as const,
              finding: { type: 'dead-certificate' as const },
              keep: { certificate: true },
            },
          ]
        : []),
    ];
  }

  private findDead(): void {
    if (!this.isPlain && this.findings.length === 0) {
      const { prepared, components } = this.unreached('exact');
      const grouped = new Set(components?.flatMap((component) => [...component]));
      if (components)
        for (const goal of everything(prepared, this.everybodys(prepared.slice.course, grouped)))
          this.reached.add(goal);
    }
    const isReached = (goal: Goal) => this.reached.has(goal);
    const undecided: PathFinding[] = [];
    for (const { goal, finding, keep } of this.wanted()) {
      if (isReached(goal) || this.follows(finding)) continue;
      // Where too much hangs together to look at it, that was said already.
      if (this.tooLarge.has(nameIn(goal))) continue;
      if (!this.settle(goal, keep)) {
        undecided.push(finding);
        continue;
      }
      if (isReached(goal)) continue;
      if (finding.type !== 'dead-item') this.findings.push(finding);
      else {
        const goal = `seen ${finding.item}` as const;
        const simple = this.stories.get(goal);
        this.stories.delete(goal);
        // Something may be in sight for a while only, in an order that the search for a way in left out.
        this.settleWith(goal, keep, 'exact', { isUnreduced: true });
        const witness = this.stories.get(goal)?.() ?? simple?.();
        this.findings.push(witness ? { ...finding, type: 'never-open', witness } : finding);
      }
    }
    // Said of each by itself, unless all the effort was used up before.
    const [first] = undecided;
    const told = this.searcher.isExhausted() && first ? [first] : undecided;
    for (const finding of told) {
      const names = (told.length === undecided.length ? [finding] : undecided).flatMap((each) =>
        'item' in each ? each.item : 'section' in each ? each.section : [],
      );
      this.unproved.push({ claim: deciderOf(finding), items: names, states: this.searcher.states });
    }
    for (const item of this.course.items) {
      if (!hasGap(item)) continue;
      const goal = `gap ${item.id}` as const;
      if (!isReached(`open ${item.parent ?? item.id}`)) continue;
      const witness = this.shortest(goal, { items: [item.id] });
      if (witness) this.findings.push({ type: 'route-gap', section: item.id, witness });
    }
  }

  /** Finds out whether a goal is reached by anybody; false when that takes too long. */
  private settle(goal: Goal, keep: Keep): boolean {
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
      !this.isPlain && this.isProving && item !== undefined ? this.unreached(pointsFrom) : undefined;
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
  private note(prepared: Prepared, search: Search, component?: Component): void {
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

  private giveUp(claim: 'trap' | Decider, { graph, slice }: Search, component?: Component): void {
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

  /** Whether nobody can get there because nobody gets to something before it. */
  private follows(finding: PathFinding): boolean {
    if (finding.type === 'dead-route') return !this.isEntered(finding.section);
    if (finding.type !== 'dead-item') return false;
    const { nodes, at } = lookup(this.course);
    const node = nodes[at.get(finding.item) ?? -1];
    const section = nodes[node?.parent ?? -1]?.item;
    if (!node || section?.kind !== 'section') return false;
    if (!this.reached.has(`open ${section.id}`)) return true;
    return inOrder(section).some((id) => {
      const other = nodes[at.get(id) ?? -1];
      if (!other || other.at >= node.at || other.item.optional || this.reached.has(`cleared ${id}`))
        return false;
      // Nobody may have come so far yet.
      this.settle(`cleared ${id}`, { items: [id] });
      return !this.reached.has(`cleared ${id}`);
    });
  }

  private isEntered(id: ItemId): boolean {
    return this.reached.has(`open ${id}`);
  }
}

const known = new WeakMap<Prepared, Parts>();

function partsIn(prepared: Prepared): Parts {
  const parts = known.get(prepared) ?? new Parts(prepared.slice.course);
  known.set(prepared, parts);
  return parts;
}

/** A route that some learners may find no rule in. */
function hasGap(item: Item): boolean {
  const rules = rulesOf(item);
  return rules.length > 0 && rules.every(({ when }) => when !== undefined);
}

/** Items with a condition or a route before them or before a section around them. */
function behindDoors(course: Course): ReadonlySet<ItemId> {
  const behind = new Set<ItemId>();
  const routed = new Set<ItemId>();
  for (const item of course.items) {
    const { id, parent = '' } = item;
    if (item.when || item.requires || behind.has(parent) || routed.has(parent)) behind.add(id);
    if (rulesOf(item).length > 0) routed.add(id);
  }
  return behind;
}

/** What a goal is about, as components name it. */
function nameIn(goal: Goal): string {
  const [kind = '', name = goal] = goal.split(' ');
  if (kind === 'badge') return goal;
  return kind === 'mastered' ? `competency ${name}` : name;
}

function rulesOf(item: Item) {
  return item.kind === 'section' && item.type === 'dynamic-branching' && item.by.type === 'route'
    ? item.by.rules
    : [];
}

/** The children that are taken in turn. */
function inOrder(section: Section): readonly ItemId[] {
  return section.type === 'linear' || section.type === 'hurdles' ? section.children : [];
}

function deciderOf(finding: PathFinding): Decider {
  switch (finding.type) {
    case 'dead-route':
      return { type: 'route', section: finding.section, rule: finding.rule };
    case 'dead-badge':
      return { type: 'badge', badge: finding.badge };
    case 'unreachable-mastery':
      return { type: 'competency', competency: finding.competency };
    case 'dead-certificate':
      return { type: 'certificate' };
    case 'trap':
      return { type: 'complete' };
    case 'dead-item':
    case 'never-open':
      return { type: 'item', item: finding.item };
    case 'route-gap':
      return { type: 'item', item: finding.section };
  }
}
