/** Bundled for the browser as the runtime is: times the engine there. */
import type { Course } from '../src/model/course.ts';
import type { Event } from '../src/model/events.ts';
import { replay, view } from '../src/path/index.ts';

/** Medians in milliseconds of one call each. */
export interface ViewTimes {
  readonly view: number;
  readonly replay: number;
  /** Reading the manifest: the baseline. */
  readonly parse: number;
}

declare global {
  var measureView: (manifest: string, events: readonly Event[], rounds: number) => ViewTimes;
}

/** So many calls in one measurement, since the browser's clock is coarse. */
const CALLS = 10;

globalThis.measureView = (manifest, events, rounds) => {
  const course: Course = JSON.parse(manifest);
  const state = replay(course, events);
  const tasks = {
    view: () => view(course, state, 0),
    replay: () => replay(course, events),
    parse: () => JSON.parse(manifest),
  };
  const times = { view: [] as number[], replay: [] as number[], parse: [] as number[] };
  for (const name of ['view', 'replay', 'parse'] as const) {
    // The first tenth warms up.
    for (let round = -rounds / 10; round < rounds; round++) {
      const from = performance.now();
      for (let call = 0; call < CALLS; call++) tasks[name]();
      if (round >= 0) times[name].push((performance.now() - from) / CALLS);
    }
  }
  return { view: median(times.view), replay: median(times.replay), parse: median(times.parse) };
};

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
