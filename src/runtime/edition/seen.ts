import type { Page } from '../page.ts';

/**
 * The note of which editions were looked at, and on which pages there is something left to do or to say: a text of names of editions, as
 * `course.js` has them, and of places, each after `@`, apart by spaces. Whoever merges what other devices did removes it.
 */
export const SEEN = 'edition';

/** A page among the places: its item, or its kind. */
export function placeOf({ item }: Page): string {
  return `@${item?.id ?? document.body.dataset.page}`;
}

/** This edition. */
export function present(): string {
  return `${window.coursewright?.site.edition}`;
}
