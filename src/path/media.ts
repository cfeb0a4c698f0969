import type { Share } from '../model/condition.ts';
import type { Played } from './state.ts';

type Range = readonly [from: number, to: number];

/** Adds a played stretch (seconds); the same list when nothing is new. */
export function addPlayed(
  played: readonly Played[] = [],
  stretch: { readonly media: string; readonly from: number; readonly to: number; readonly duration: number },
): readonly Played[] {
  const before = played.find((entry) => entry.media === stretch.media);
  const ranges = union(before?.ranges ?? [], [stretch.from, stretch.to]);
  const duration = Math.min(before?.duration ?? stretch.duration, stretch.duration);
  if (before && ranges === before.ranges && duration === before.duration) return played;
  // In order of their names, so that the state does not depend on the order of delivery.
  return [
    ...played.filter((entry) => entry.media < stretch.media),
    { media: stretch.media, duration, ranges },
    ...played.filter((entry) => entry.media > stretch.media),
  ];
}

/** The share of one video or audio that was played, however often. */
export function watchedShare({ duration, ranges }: Played): Share {
  let seconds = 0;
  for (const [from, to] of ranges) seconds += Math.max(0, Math.min(to, duration) - from);
  return duration > 0 ? Math.min(1, seconds / duration) : 0;
}

/** The union of disjoint ascending ranges with one more; the same list when it lies within one of them. */
function union(ranges: readonly Range[], [from, to]: Range): readonly Range[] {
  if (!(to > from) || ranges.some(([start, end]) => start <= from && to <= end)) return ranges;
  const joined = ranges.filter(([start, end]) => end >= from && start <= to);
  const whole: Range = [
    Math.min(from, ...joined.map(([start]) => start)),
    Math.max(to, ...joined.map(([, end]) => end)),
  ];
  return [...ranges.filter(([, end]) => end < from), whole, ...ranges.filter(([start]) => start > to)];
}
