import type { Instant } from '../model/condition.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/** Whether the time zone database knows the name. */
export function isTimezone(name: string): boolean {
  return formatterOf(name) !== undefined;
}

/**
 * The instant of a local date (`2026-12-01`, its beginning) or date and time (`2026-12-01T18:00`) in an IANA
 * time zone. Undefined when the calendar has no such day or time. A time that clocks skip in spring counts
 * as if they had not been changed yet, one that they show twice in autumn as the first: the rule
 * "compatible" of TC39's Temporal.
 */
export function instantOf(local: string, timezone: string): Instant | undefined {
  const match = DATE.exec(local);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  const wall = date.getTime();
  const exists =
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    date.getUTCMinutes() === minute &&
    date.getUTCSeconds() === second;
  if (!exists) return undefined;
  const format = formatterOf(timezone);
  if (format === undefined) return undefined;
  // Offsets a day before and after cover any change between: zones do not change twice in two days.
  const before = offsetAt(wall - DAY, format);
  const after = offsetAt(wall + DAY, format);
  if (offsetAt(wall - before, format) === before) return wall - before;
  if (offsetAt(wall - after, format) === after) return wall - after;
  return wall - before;
}

const DAY = 86_400_000;

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: Instant, format: Intl.DateTimeFormat): number {
  const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const get = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
  const date = new Date(0);
  date.setUTCFullYear(get('year'), get('month') - 1, get('day'));
  date.setUTCHours(get('hour'), get('minute'), get('second'));
  return date.getTime() - Math.floor(at / 1000) * 1000;
}

function formatterOf(timezone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
