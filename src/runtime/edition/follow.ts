import { late } from '../late.ts';
import type { Page } from '../page.ts';
import { isUnsure } from '../people/learner.ts';
import { placeOf, present, SEEN } from './seen.ts';

/** Has somebody look at what this edition means to a learner who has begun, where nobody has yet. */
export function followEdition(page: Page): void {
  const { isReady, store } = page.progress;
  const note = `${store.note(SEEN)}`.split(' ');
  const isDone = note.includes(present()) && !note.includes(placeOf(page));
  if (isReady && !isDone && store.events().length > 0 && !isUnsure(page.progress)) late('edition')?.(page);
}
