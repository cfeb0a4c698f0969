import { isDeepStrictEqual } from 'node:util';
import type { Course } from '../../src/model/course.ts';
import type { Event } from '../../src/model/events.ts';
import { parseEvent } from '../../src/model/parse-event.ts';
import { renamed } from '../../src/path/renamed.ts';
import { replay, start, step } from '../../src/path/step.ts';
import { view } from '../../src/path/view.ts';
import { insist } from './harness.ts';

const NOW = 1.8e12;

/**
 * What a page does with the events that it has read. Everything that it gives must make sense, and be readable again. What takes
 * long is looked at for some seeds only.
 */
export function use(course: Course, events: readonly Event[], seed: number): void {
  const named = events.map((event) => renamed(course, event));
  const state = replay(course, named);
  if (seed % 20 === 0) {
    const stepped = named.reduce((before, event) => step(course, before, event), start(course));
    insist(isDeepStrictEqual(stepped, state), 'one by one comes to the same');
  }
  const seen = view(course, state, NOW);
  // As the page does with them, which asks for all reasons.
  JSON.stringify(seen.items);
  for (const { quiz } of seen.items)
    for (const share of [quiz?.best ?? 0, quiz?.last ?? 0])
      insist(share >= 0 && share <= 1, 'a share is one');
  insist(Number.isFinite(seen.minutesLeft) && Number.isFinite(seen.points), 'numbers stay finite');
  for (const fact of seen.due)
    insist(
      parseEvent({ ...fact, device: 'x', n: 0, at: 0 }) !== undefined,
      'what is recorded can be read again',
    );
}
