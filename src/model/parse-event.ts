import type { Share } from './condition.ts';
import type { Event, Fact } from './events.ts';
import { type Fields, isFields, isText } from './fields.ts';
import { MAX_ID_LENGTH, type QuestionKey } from './ids.ts';
import { parseAnswer } from './parse-response.ts';

/** Room for a counter to grow after a hostile import: far above any learner, far below 2^53. */
const MAX_COUNTER = 2 ** 40;
/** The largest time value of ECMAScript, in milliseconds. */
const MAX_INSTANT = 8.64e15;
const MAX_MEDIA_LENGTH = 1000;
const MAX_SECONDS = 1e7;
const MAX_POINTS = 1e9;
const MAX_QUESTIONS = 2000;
const MAX_OPTIONS = 500;
const MAX_DIGEST = 40;
/** Of an event: device and counter. */
const MAX_NAME = 90;
const DEVICE = /^[\w-]{1,64}$/;

/**
 * An event from stored or imported data, which may be anything; undefined when it is not one. The result
 * is built anew from known fields only, so nothing else travels along and no prototype is touched.
 */
export function parseEvent(value: unknown): Event | undefined {
  if (!isFields(value)) return undefined;
  const { device, n, at } = value;
  if (typeof device !== 'string' || !DEVICE.test(device)) return undefined;
  if (!isNumber(n, 0, MAX_COUNTER) || !Number.isInteger(n)) return undefined;
  if (!isNumber(at, -MAX_INSTANT, MAX_INSTANT)) return undefined;
  const fact = parseFact(value);
  return fact && { ...fact, device, n, at };
}

function parseFact(fields: Fields): Fact | undefined {
  const { type, item, section } = fields;
  switch (type) {
    case 'opened':
    case 'viewed':
    case 'marked':
    case 'reviewed':
    case 'unlocked':
    case 'done':
      return isId(item) ? { type, item } : undefined;
    case 'media': {
      const { media, from, to, duration } = fields;
      if (!isId(item) || !isText(media, MAX_MEDIA_LENGTH)) return undefined;
      if (!isNumber(from, 0, MAX_SECONDS) || !isNumber(to, from, MAX_SECONDS)) return undefined;
      if (!isNumber(duration, 0, MAX_SECONDS) || duration === 0) return undefined;
      return { type, item, media, from, to, duration };
    }
    case 'answered': {
      const { question, credit, attempt, asks } = fields;
      const answer = parseAnswer(fields);
      if (!isId(item) || !isKey(question) || !isShare(credit) || !answer) return undefined;
      if (asks !== undefined && !isText(asks, MAX_DIGEST)) return undefined;
      const answered = { type, item, question, ...answer, credit, ...(asks !== undefined && { asks }) };
      if (attempt === undefined) return answered;
      return isAttempt(attempt) ? { ...answered, attempt } : undefined;
    }
    case 'began': {
      const { attempt, seed } = fields;
      const isSeed = isNumber(seed, 0, 2 ** 32 - 1) && Number.isInteger(seed);
      return isId(item) && isAttempt(attempt) && isSeed ? { type, item, attempt, seed } : undefined;
    }
    case 'submitted': {
      const { attempt } = fields;
      const credits = parseCredits(fields.credits);
      const result = parseResult(fields);
      if (!isId(item) || !isAttempt(attempt) || !credits || !result) return undefined;
      const right: unknown = fields.right ?? [];
      if (!Array.isArray(right) || right.length > MAX_QUESTIONS || !right.every(isKey)) return undefined;
      return { type, item, attempt, ...result, credits, ...(right[0] && { right }) };
    }
    case 'regraded': {
      const { attempt } = fields;
      const credits = parseCredits(fields.credits);
      if (!isId(item) || !credits) return undefined;
      if (attempt === undefined) return { type, item, credits };
      const result = isFields(attempt) && parseResult(attempt);
      return result && isText(attempt.of, MAX_NAME)
        ? { type, item, credits, attempt: { of: attempt.of, ...result } }
        : undefined;
    }
    case 'chose':
      return isId(section) && isId(fields.option) ? { type, section, option: fields.option } : undefined;
    case 'routed': {
      const options: unknown = fields.options;
      if (!isId(section) || !Array.isArray(options) || options.length > MAX_OPTIONS) return undefined;
      return options.every(isId) ? { type, section, options } : undefined;
    }
    case 'awarded':
      return isId(fields.badge) ? { type, badge: fields.badge } : undefined;
    case 'mastered':
      return isId(fields.competency) ? { type, competency: fields.competency } : undefined;
    case 'finished':
      return { type };
    default:
      return undefined;
  }
}

interface Result {
  readonly earned: number;
  readonly possible: number;
  readonly passed?: true;
}

function parseResult({ earned, possible, passed }: Fields): Result | undefined {
  return isNumber(possible, 0, MAX_POINTS) && isNumber(earned, 0, MAX_POINTS)
    ? { earned: Math.min(earned, possible), possible, ...(passed === true && { passed }) }
    : undefined;
}

function parseCredits(value: unknown): Record<QuestionKey, Share> | undefined {
  if (!isFields(value)) return undefined;
  const entries: [QuestionKey, Share][] = [];
  for (const [key, credit] of Object.entries(value)) {
    if (!isKey(key) || !isShare(credit)) return undefined;
    entries.push([key, credit]);
  }
  // Defines own properties, whatever the key is called.
  return entries.length <= MAX_QUESTIONS ? Object.fromEntries(entries) : undefined;
}

function isId(value: unknown): value is string {
  return isText(value, MAX_ID_LENGTH);
}

/** `ITEM#QUESTION`. A key without `#`, `__proto__` say, is none. */
function isKey(value: unknown): value is QuestionKey {
  return isText(value, 2 * MAX_ID_LENGTH + 1) && value.includes('#');
}

function isNumber(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}

function isShare(value: unknown): value is Share {
  return isNumber(value, 0, 1);
}

function isAttempt(value: unknown): value is number {
  return isNumber(value, 1, MAX_COUNTER) && Number.isInteger(value);
}
