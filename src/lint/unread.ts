import type { LintContext } from './context.ts';

/**
 * Whether a module, a quiz or a part of the pathway could not be read: rules that count over the whole course then count too
 * little, and stay silent.
 */
export function hasUnread({ loaded, course, place, broken }: LintContext): boolean {
  if (course === undefined || broken(place(course, 'pathway'))) return true;
  const sources = [...loaded.pages.values(), ...loaded.quizzes.values()];
  return sources.some(
    (source) => source.unreadable === true || broken({ file: source.file, start: 0, end: Infinity }),
  );
}
