import type { Progress } from '../progress.ts';

/**
 * The key in localStorage under which a course keeps who is learning in this browser: the name of a profile, nothing for
 * the first learner, anything else where somebody has to say. It stands beside the entries of every learner.
 */
export function learnerKey(course: string): string {
  return `course:${course}@`;
}

export const UNSURE = '?';

/** The note of the first learner that there are others: it brings them back where localStorage was lost. */
export const SEVERAL = 'people';

/** Who is learning; undefined where nobody was ever asked, or the browser keeps nothing. */
export function learnerOf(course: string): string | undefined {
  try {
    return localStorage.getItem(learnerKey(course)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The profile that keeps a learner's progress; the first learner has none. */
export function profileOf(learner: string | undefined): string | undefined {
  return learner && /^\w+$/.test(learner) ? learner : undefined;
}

/** Must somebody say who is learning, before anything is recorded? */
export function isUnsure({ learner, store }: Progress): boolean {
  return learner === undefined ? !!store.note(SEVERAL) : learner !== '' && !profileOf(learner);
}
