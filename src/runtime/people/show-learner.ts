import { late } from '../late.ts';
import type { Page } from '../page.ts';
import { SEVERAL } from './learner.ts';

/** Shows who is learning where there are several. */
export function showLearner(page: Page): void {
  const { learner, store } = page.progress;
  if (learner !== undefined || store.note(SEVERAL)) late('people')?.show(page);
}
