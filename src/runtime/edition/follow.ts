import { late } from '../late.ts';
import type { Page } from '../page.ts';
import type { Show } from '../page-part.ts';
import { isUnsure } from '../people/learner.ts';
import { notes, placeOf, present, SEEN } from './seen.ts';

/** Has somebody look at what this edition means to a learner who has begun, where nobody has yet. */
export function followEdition(page: Page): Show {
  const { progress } = page;
  const { store } = progress;
  let isReady = false;
  const show = () => {
    const note = store.note(SEEN);
    const isDone = notes(note, 'seen', present()) && !notes(note, 'at', placeOf(page));
    if (isReady && !isDone && store.events().length > 0 && !isUnsure(progress)) late('edition')?.(page);
  };
  void store.ready.then(() => {
    isReady = !page.signal?.aborted;
    show();
  });
  return show;
}
