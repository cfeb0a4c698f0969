import type { Component } from './components.ts';
import { componentsOf } from './components.ts';
import { essentialOf } from './essential.ts';
import { stepsTo, withoutWayTo } from './explore.ts';
import { type Knowledge, partsIn } from './knowledge.ts';
import { mentionsOf } from './mentions.ts';
import type { PointsFrom } from './parts.ts';
import { goOn, perform } from './perform.ts';
import { type Prepared, storyOf } from './search.ts';
import type { Learner } from './steps.ts';
import type { PathFinding } from './types.ts';

/** After so many traps the others wait for the next run. */
const MOST_TRAPS = 20;

/** States from which the course can no longer be finished, one for each cause; what is too large is noted as unproved. */
export function findTraps(known: Knowledge): PathFinding[] {
  const traps = new Traps(known);
  traps.find();
  return traps.findings;
}

class Traps {
  readonly findings: PathFinding[] = [];
  private readonly known: Knowledge;

  constructor(known: Knowledge) {
    this.known = known;
  }

  find(): void {
    if (this.known.isPlain) {
      this.findTrapIn(this.known.searcher.prepare(essentialOf(this.known.course), {}));
      return;
    }
    // Whoever gets on with the points that everybody has gets on with more: only who does not has to be asked about.
    const doubtful = new Set<string>();
    const isRising = mentionsOf(this.known.course).points === 'rising';
    if (isRising && this.findTrapsWith('least', () => true, doubtful) && doubtful.size === 0) return;
    const isAsked = (component: Component) =>
      doubtful.size === 0 || [...component, component.size].some((name) => doubtful.has(String(name)));
    if (this.findTrapsWith('exact', isAsked)) return;
    // A story found in a part cannot be told in the whole: only the whole knows.
    this.findings.splice(0);
    this.known.unproved.splice(0);
    this.findTrapIn(this.known.searcher.prepare(essentialOf(this.known.course), {}));
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
    const prepared = this.known.searcher.prepare(essentialOf(this.known.course, {}, pointsFrom), {});
    const whole = prepared.slice.course;
    const components = componentsOf(whole, [], pointsFrom);
    if (!components) return false;
    // First all that hangs on nothing: what is stuck there is stuck everywhere.
    for (const component of [new Set<string>(), ...components]) {
      if (!isAsked(component)) continue;
      if (this.findings.length >= MOST_TRAPS || this.known.searcher.isExhausted()) {
        this.known.leaveOut(prepared, components.slice(Math.max(0, components.indexOf(component))));
        return true;
      }
      const before = { findings: this.findings.length, unproved: this.known.unproved.length };
      const isTold = this.findTrapIn(prepared, component, pointsFrom);
      const isFound = this.findings.length + this.known.unproved.length > before.findings + before.unproved;
      if (pointsFrom === 'least' && (isFound || !isTold)) {
        const { points } = mentionsOf(partsIn(prepared).of(component));
        if (points !== 'none' || !isTold) {
          for (const name of component) doubtful.add(name);
          if (component.size === 0) doubtful.add('0');
          this.findings.splice(before.findings);
          this.known.unproved.splice(before.unproved);
        }
      } else if (!isTold) return false;
      if (component.size === 0 && this.findings.length > 0) return true;
    }
    return true;
  }

  /** Looks for a trap in a component, or in all of the course; false when a story of a part makes no sense. */
  private findTrapIn(prepared: Prepared, component?: Component, pointsFrom: PointsFrom = 'exact'): boolean {
    const whole = prepared.slice.course;
    const part = component ? partsIn(prepared).of(component, pointsFrom) : whole;
    const search = this.known.searcher.search(part, { endsWithCourse: true });
    const { graph } = search;
    this.known.note(prepared, search, component);
    if (!graph.isWhole) {
      this.known.giveUp('trap', search, component);
      return true;
    }
    const isFinished = ({ state }: Learner) => state.finished;
    const [trap] = withoutWayTo(graph, isFinished);
    if (trap === undefined) return true;
    // In every order of steps, the first trap is the nearest.
    const exact = this.known.searcher.search(part, { endsWithCourse: true, isUnreduced: true });
    const [nearest] = exact.graph.isWhole ? withoutWayTo(exact.graph, isFinished) : [];
    const story =
      nearest === undefined
        ? storyOf(search, stepsTo(graph, trap))
        : storyOf(exact, stepsTo(exact.graph, nearest));
    const told = perform(prepared.space, story, component ?? new Set(whole.items.map(({ id }) => id)));
    if (!told) return false;
    const { steps, learner } = goOn(prepared.space, told.learner);
    this.known.searcher.spend((told.steps.length + steps.length) * whole.items.length);
    if (learner.state.finished) return false;
    const all = [...told.steps, ...steps];
    const isSure = told.isExact && component !== undefined;
    const length = isSure ? told.steps.length : this.known.searcher.trapIn(prepared.space, all);
    const witness = storyOf(prepared, all.slice(0, length));
    this.findings.push({ type: 'trap', witness, rest: storyOf(prepared, all).slice(witness.length) });
    return true;
  }
}
