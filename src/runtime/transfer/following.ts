import { type Event, eventId, type Fact } from '../../model/events.ts';
import { start } from '../../path/step.ts';
import type { Progress } from '../progress.ts';
import type { Follows } from '../store/store.ts';

/**
 * What was recorded because of what came with an arrival: facts that today's course derives with it, and not without it.
 * What it derives neither way stays: an earlier edition did, and no later one can again. A result under a corrected key
 * goes with what it is the result of.
 */
export function following(progress: Progress): Follows {
  return (recorded, recordedBefore) => {
    // In the names of this edition.
    const today = new Map(progress.events.map((event) => [eventId(event), event]));
    const renamed = (events: readonly Event[]) => events.map((event) => today.get(eventId(event)) ?? event);
    const since = renamed(recorded);
    const before = (n: number) => renamed(recordedBefore(n));
    const own = new Set(since);
    const withIt = progress.events.filter((event) => !own.has(event));
    const results = since.filter((event) => event.type === 'regraded');
    const lost = new Set<Event>(
      results.filter((event) => isResultOf(event, withIt) && !isResultOf(event, before(event.n))),
    );
    const due = derivable(progress, [...withIt, ...results]);
    const stays = since.filter((event) => !lost.has(event) && !due.has(name(event)));
    // What came with others since may be taken back with them: what follows from that alone is due again, and later than it.
    const found = new Map<number, Names>();
    const dueBefore = ({ n }: Event) => {
      const events = before(n);
      const known = found.get(events.length) ?? derivable(progress, [...events, ...stays]);
      found.set(events.length, known);
      return known;
    };
    return since.filter(
      (event) => lost.has(event) || (due.has(name(event)) && !dueBefore(event).has(name(event))),
    );
  };
}

/** Is what a corrected key was applied to among these? Of practice, what was earned with one of the questions is enough. */
function isResultOf(
  { attempt, credits }: Extract<Event, { type: 'regraded' }>,
  events: readonly Event[],
): boolean {
  return events.some((event) => {
    if (attempt) return eventId(event) === attempt.of;
    if (event.type === 'answered') return Object.hasOwn(credits, event.question);
    // An answer to a question that stands in a quiz by now is read so.
    return event.type === 'regraded' && Object.keys(event.credits).some((key) => Object.hasOwn(credits, key));
  });
}

/** Of facts; has never undefined. */
type Names = ReadonlySet<string | undefined>;

/** The names of all facts that these events say, or that are due by them, or by what is due. */
function derivable(progress: Progress, events: readonly Event[]): Names {
  const all = [...events];
  const names: Set<string | undefined> = new Set(all.flatMap((event) => name(event) ?? []));
  for (;;) {
    const due = progress.with(all, start(progress.course)).due.filter((fact) => !names.has(name(fact)));
    if (due.length === 0) return names;
    for (const fact of due) {
      names.add(name(fact));
      all.push({ ...fact, device: `${all.length}`, n: Number.MAX_SAFE_INTEGER, at: 0 });
    }
  }
}

/** The same for the same derived fact, whenever it was recorded, and by whom; undefined for any other. */
function name(fact: Fact): string | undefined {
  switch (fact.type) {
    case 'awarded':
      return `awarded ${fact.badge}`;
    case 'done':
      return `done ${fact.item}`;
    case 'mastered':
      return `mastered ${fact.competency}`;
    case 'routed':
      return `routed ${fact.section} ${fact.options}`;
    case 'finished':
      return 'finished';
    default:
      return undefined;
  }
}
