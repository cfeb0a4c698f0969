import type { Course, Item, Section } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { lookup } from '../path/index.ts';
import { essentialOf, type Keep } from './essential.ts';
import { onward, stepsTo, withoutWayTo } from './explore.ts';
import { play } from './play.ts';
import type { Goal } from './reached.ts';
import { goalsReached } from './reached.ts';
import { everything, type Question, type Search, Searcher, storyOf } from './search.ts';
import type { Decider, PathFinding, Proof, Step, Unproved } from './types.ts';

/** How much the proof may do. */
export interface ProofOptions {
  /** How many states, times the items that matter in them, may be looked at for each claim. */
  readonly effort?: number;
  /** Looks at every order of steps in the course as it is: slow, for checking the proof itself. */
  readonly isPlain?: boolean;
}

/** Some seconds for a claim, on an ordinary machine. */
const EFFORT = 1_000_000;

/**
 * Proves, or refutes with a learner's story, what makes a course sound: everybody can finish from wherever they are, and
 * everything is reached by somebody. What could not be looked at in full stands in `unproved`. A course with circular
 * conditions is not to be proved.
 */
export function prove(course: Course, options: ProofOptions = {}): Proof {
  return new Prover(course, options).prove();
}

/** The shortest steps after which an item can be entered; undefined when no learner ever gets there, or nobody knows. */
export function reach(course: Course, item: ItemId, options: ProofOptions = {}): readonly Step[] | undefined {
  return new Prover(course, options).wayTo(`open ${item}`, { items: [item] });
}

class Prover {
  private readonly course: Course;
  private readonly isPlain: boolean;
  private readonly searcher: Searcher;
  private readonly findings: PathFinding[] = [];
  private readonly unproved: Unproved[] = [];
  private readonly reached = new Set<Goal>();
  /** How to get to what was reached. */
  private readonly stories = new Map<Goal, () => Step[]>();

  constructor(course: Course, { effort = EFFORT, isPlain = false }: ProofOptions) {
    this.course = course;
    this.isPlain = isPlain;
    this.searcher = new Searcher({ effort, isPlain });
  }

  prove(): Proof {
    this.findTraps();
    if (!this.isPlain) this.tryOut();
    this.findDead();
    const contacts = this.course.items.flatMap(({ id }) => (this.reached.has(`contact ${id}`) ? [id] : []));
    const { findings, unproved, searcher } = this;
    return { findings, unproved, contacts, states: searcher.states };
  }

  /** The steps to a goal; undefined when the search finds none. */
  wayTo(goal: Goal, keep: Keep): readonly Step[] | undefined {
    if (!this.stories.has(goal)) this.settle(goal, keep);
    // Where the search is too large, a simple learner may still get there.
    if (!this.stories.has(goal)) this.tryOut();
    return this.stories.get(goal)?.();
  }

  private findTraps(): void {
    const search = this.search(essentialOf(this.course), { endsWithCourse: true });
    const { graph } = search;
    if (!graph.isWhole) {
      this.giveUp('trap', search);
      return;
    }
    const [trap] = withoutWayTo(graph, ({ state }) => state.finished);
    if (trap === undefined) return;
    const before = stepsTo(graph, trap);
    const witness = storyOf(search, before);
    const whole = storyOf(search, [...before, ...onward(graph, trap)]);
    this.findings.push({ type: 'trap', witness, rest: whole.slice(witness.length) });
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
        for (const goal of everything(prepared, goals)) {
          wanted.delete(goal);
          if (this.reached.has(goal)) continue;
          this.reached.add(goal);
          const steps = moves.map(({ step }) => step);
          this.stories.set(goal, () => storyOf(prepared, steps));
        }
      }
      return wanted.size === 0 ? 'enough' : undefined;
    });
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
    const isReached = (goal: Goal) => this.reached.has(goal);
    for (const { goal, finding, keep } of this.wanted()) {
      if (isReached(goal) || this.follows(finding)) continue;
      if (!this.settle(goal, keep)) {
        this.unproved.push({ claim: deciderOf(finding), items: [], states: this.searcher.states });
        continue;
      }
      if (isReached(goal)) continue;
      if (finding.type !== 'dead-item') this.findings.push(finding);
      else {
        const seen = this.stories.get(`seen ${finding.item}`);
        this.findings.push(seen ? { ...finding, type: 'never-open', witness: seen() } : finding);
      }
    }
    for (const item of this.course.items) {
      const rules = rulesOf(item);
      if (rules.length === 0 || rules.some(({ when }) => !when)) continue;
      const goal = `gap ${item.id}` as const;
      if (!this.stories.has(goal) && isReached(`open ${item.parent ?? item.id}`))
        this.settle(goal, { items: [item.id] });
      const story = this.stories.get(goal);
      if (story) this.findings.push({ type: 'route-gap', section: item.id, witness: story() });
    }
  }

  /** Finds out whether a goal is reached by anybody; false when that takes too long. */
  private settle(goal: Goal, keep: Keep): boolean {
    const { competency, items = [] } = keep;
    const watched = [
      ...(competency === undefined ? [] : [{ type: 'mastered' as const, competency }]),
      ...(keep.certificate && this.course.certificate?.when ? [this.course.certificate.when] : []),
      ...items.flatMap((id) => this.doors(id)),
    ];
    const { graph } = this.search(essentialOf(this.course, keep), {
      ...(competency === undefined ? {} : { competencies: [competency] }),
      items,
      watched,
      isAnswered: (found) => found === goal,
    });
    return graph.isWhole || this.reached.has(goal);
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

  private search(course: Course, question: Question): Search {
    const { searcher } = this;
    const search = searcher.search(course, question);
    for (const [goal, at] of search.reached)
      if (!this.stories.has(goal)) this.stories.set(goal, () => storyOf(search, stepsTo(search.graph, at)));
    for (const goal of everything(search, search.reached.keys())) this.reached.add(goal);
    return search;
  }

  private giveUp(claim: 'trap' | Decider, { graph, slice }: Search): void {
    const { tooMany, states } = graph;
    const quizzes = slice.course.items.filter(({ kind }) => kind === 'quiz').map(({ id }) => id);
    this.unproved.push({ claim, items: tooMany === undefined ? quizzes : [tooMany], states: states.length });
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
