import { isFields } from '../../model/fields.ts';
import type { Page } from '../page.ts';

/**
 * The note of which editions were looked at (`seen`), and on which pages there is something left to do or to say (`at`). Whoever
 * merges what other devices did removes it.
 */
export const SEEN = 'edition';

/** A list of the note, which may hold anything. */
export function listOf(note: unknown, list: 'seen' | 'at'): readonly unknown[] {
  const found = isFields(note) ? note[list] : undefined;
  return Array.isArray(found) ? found : [];
}

/** Does a list of the note hold something? */
export function notes(note: unknown, list: 'seen' | 'at', what: string | undefined): boolean {
  return listOf(note, list).includes(what);
}

/** A page as the note names it: its item, or its kind. */
export function placeOf({ item }: Page): string | undefined {
  return item?.id ?? document.body.dataset.page;
}

/** This edition, as `course.js` names it. */
export function present(): string | undefined {
  return window.coursewright?.site.edition;
}
