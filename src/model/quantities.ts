import type { Share } from './condition.ts';

/** `1 attempt`, `3 attempts`; a noun that does not take an s brings its plural. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** A share in percent, rounded to a tenth, but never up to a whole number, which a mark may be: 79.96 % does not read as 80 %. */
export function inPercent(share: Share): number {
  return Math.min(Math.round(share * 1000), 10 * Math.floor(share * 100 + 1e-7) + 9) / 10;
}

/** A score as it is shown beside a mark: below one such as 66.7 % it is cut off where rounded it would read as the mark. */
export function besideMark(share: Share, mark: Share | undefined): Share {
  return mark !== undefined && share < mark && inPercent(share) >= inPercent(mark)
    ? Math.floor(share * 1000) / 1000
    : share;
}

/** As `inPercent`, for the texts of the command line. */
export function percent(share: Share): string {
  return `${inPercent(share)}\u202f%`;
}

/** `8 min`, `2 h`, `2 h 15 min`; above two hours to the quarter of an hour, since it is an estimate. */
export function duration(minutes: number): string {
  const rounded = minutes > 120 ? Math.round(minutes / 15) * 15 : Math.max(1, Math.round(minutes));
  const hours = Math.floor(rounded / 60);
  const rest = rounded % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** How a language says a span of time. */
interface SpanWords {
  upTo(time: string): string;
  fromTo(from: string, to: string): string;
}

const ENGLISH: SpanWords = { upTo: (time) => `up to ${time}`, fromTo: (from, to) => `${from} to ${to}` };

/**
 * An estimate that depends on the way taken: `8 min`, `20 to 45 min`, `3 to 5 h`, `up to 2 h` where it may be nothing. Above two
 * hours to the half hour; what differs by a twentieth or less is not told apart.
 */
export function between(least: number, most: number, words: SpanWords = ENGLISH): string {
  const steps = (minutes: number) => (most > 120 && minutes > 60 ? Math.round(minutes / 30) * 30 : minutes);
  if (most - least <= most / 20) return duration(most);
  const to = duration(steps(most));
  if (least < 0.5) return words.upTo(to);
  const from = duration(steps(least));
  if (from === to) return to;
  const unit = / (min|h)$/.exec(to)?.[0] ?? '';
  const isShort = from.split(' ').length === 2 && to.split(' ').length === 2 && from.endsWith(unit);
  return words.fromTo(isShort ? from.slice(0, -unit.length) : from, to);
}
