import type { Event, Fact, Stamp } from './events.ts';
import { MAX_ID_LENGTH } from './ids.ts';
import { answer, MAX_DIGEST } from './parse-response.ts';
import { list, number, object, type Reader, type Readers, record, text, union, whole } from './reader.ts';

/** Room for a counter to grow after a hostile import: far above any learner, far below 2^53. */
const MAX_COUNTER = 2 ** 40;
/** The largest time value of ECMAScript, in milliseconds. */
const MAX_INSTANT = 8.64e15;
const MAX_MEDIA_LENGTH = 1000;
const MAX_SECONDS = 1e7;
const MAX_POINTS = 1e9;
const MAX_QUESTIONS = 2000;
const MAX_OPTIONS = 500;
/** Of an event: device and counter. */
const MAX_NAME = 90;

const id = text(MAX_ID_LENGTH);
/** `ITEM#QUESTION`. A key without `#`, `__proto__` say, is none. */
const key = text(2 * MAX_ID_LENGTH + 1, /#/);
const share = number(0, 1);
const attempt = whole(1, MAX_COUNTER);
const points = number(0, MAX_POINTS);
const seconds = number(0, MAX_SECONDS);
const credits = record(key, share, MAX_QUESTIONS);
const passed: Reader<true> = (value) => value === true || undefined;
const item = { item: id };
const result = {
  // No more than there is.
  earned: (value: unknown, { possible }: { readonly possible?: unknown }) =>
    typeof value === 'number' && typeof possible === 'number'
      ? points(Math.min(value, possible), {})
      : undefined,
  possible: points,
  'passed?': passed,
  'right?': list(key, MAX_QUESTIONS),
};

const device = text(64, /^[\w-]+$/);
const stamp: Readers<Stamp> = {
  device,
  n: whole(0, MAX_COUNTER),
  at: number(-MAX_INSTANT, MAX_INSTANT),
};

const readEvent = union<Fact, Stamp>(
  {
    opened: item,
    viewed: item,
    marked: item,
    reviewed: item,
    unlocked: item,
    done: item,
    media: {
      ...item,
      media: text(MAX_MEDIA_LENGTH),
      from: seconds,
      // No stretch runs backwards.
      to: (value, { from }) => number(Number(from), MAX_SECONDS)(value, {}),
      duration: number(Number.MIN_VALUE, MAX_SECONDS),
    },
    answered: {
      ...item,
      ...answer,
      question: key,
      credit: share,
      'attempt?': attempt,
      'asks?': text(MAX_DIGEST),
      'answer?': text(MAX_DIGEST),
    },
    began: { ...item, attempt, seed: whole(0, 2 ** 32 - 1) },
    submitted: { ...item, ...result, attempt, credits, 'mark?': share },
    regraded: { ...item, credits, 'attempt?': object({ ...result, of: text(MAX_NAME) }) },
    chose: { section: id, option: id },
    routed: { section: id, options: list(id, MAX_OPTIONS) },
    awarded: { badge: id },
    mastered: { competency: id },
    finished: {},
    aliased: { profile: device },
  },
  stamp,
);

/**
 * An event from stored or imported data, which may be anything; undefined when it is not one. The result
 * is built anew from known fields only, so nothing else travels along and no prototype is touched.
 */
export function parseEvent(value: unknown): Event | undefined {
  return readEvent(value, {});
}
