/**
 * Every text that the runtime shows. A bundle carries one language: the package's build puts each of `src/words`
 * in the place of English (`scripts/browser.ts`).
 */
import type { Instant } from '../model/condition.ts';
import type { Item } from '../model/course.ts';
import type { ItemView } from '../path/types.ts';
import { percent, state as states, tag } from '../words/en.ts';

export * from '../words/en.ts';

/** A date in the course's variety of the language, or in that of the words around it where these are not translated. */
export function date(
  at: Instant,
  language: string,
  style: Intl.DateTimeFormatOptions = { dateStyle: 'long' },
): string {
  try {
    return new Intl.DateTimeFormat(foreign(language) ?? language, style).format(at);
  } catch {
    // A language tag that this browser does not take, or a date out of range.
    return new Date(Math.min(Math.max(at, -8.64e15), 8.64e15)).toISOString().slice(0, 10);
  }
}

/** A date with its time of day, in the learner's time zone. */
export function moment(at: Instant, language: string): string {
  return date(at, language, { dateStyle: 'long', timeStyle: 'short' });
}

/** The language of the words around a course's own, where they are not translated to the course's language. */
export function foreign(language: string): string | undefined {
  return language.split('-')[0] === tag ? undefined : tag;
}

/** The state of an item in a word or two, for its entry in a list. `again`: a failed quiz asks to go through it again. */
export function state({ status, opened, quiz }: ItemView, item: Item, again: boolean): string {
  if (status === 'hidden') return '';
  if (status === 'locked') return states.locked;
  if (again) return states.again;
  // Handed in is enough for `done`, and yet it says what came of it.
  if (quiz?.best !== undefined) {
    const word = quiz.passed ? states.passed : quiz.failed || status === 'open' ? states.failed : states.done;
    return `${word}, ${percent(quiz.best)}`;
  }
  if (status === 'done') return states.done;
  if (opened) return item.kind === 'section' ? states.inProgress : states.started;
  return item.optional ? states.optional : '';
}
