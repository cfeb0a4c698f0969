import type { Instant } from '../model/condition.ts';
import type { Random } from './random.ts';
import type { Traits } from './traits.ts';

export const DAY = 86_400_000;
const MINUTE = 60_000;

/** A learner's time: minutes of study in sittings, with days between them. */
export interface Clock {
  now(): Instant;
  /** Minutes of study so far. */
  studied(): number;
  /** When the sitting is over, begins the next one on another day. */
  sitDown(): void;
  study(minutes: number): void;
  /** Lets time pass without studying. */
  waitUntil(instant: Instant): void;
}

/** Starts a clock. A sitting begins at the hour of `start` and ends with the thing that was begun in it. */
export function clockFrom(start: Instant, traits: Traits, random: Random): Clock {
  let now = start;
  let day = start;
  let studied = 0;
  let left = traits.sitting;
  return {
    now: () => now,
    studied: () => studied,
    sitDown() {
      if (left > 0) return;
      // More than a day may have gone by.
      while (day <= now) day += DAY * (1 + random.below(traits.gap));
      now = day;
      left = traits.sitting;
    },
    study(minutes) {
      studied += minutes;
      left -= minutes;
      now += Math.round(minutes * MINUTE);
    },
    waitUntil(instant) {
      if (instant <= now) return;
      now = instant;
      day = instant;
      left = traits.sitting;
    },
  };
}
