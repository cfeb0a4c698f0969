import type { Share } from './condition.ts';

/** `1 attempt`, `3 attempts`; a noun that does not take an s brings its plural. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** Rounded down to a tenth: a score just below a mark must not read as the mark. */
export function percent(share: Share): string {
  return `${Math.floor(share * 1000 + 1e-6) / 10}\u202f%`;
}

/** `8 min`, `2 h`, `2 h 15 min`; above two hours to the quarter of an hour, since it is an estimate. */
export function duration(minutes: number): string {
  const rounded = minutes > 120 ? Math.round(minutes / 15) * 15 : Math.max(1, Math.round(minutes));
  const hours = Math.floor(rounded / 60);
  const rest = rounded % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
