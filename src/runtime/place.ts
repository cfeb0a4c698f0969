import { fill, h, slot } from './dom.ts';
import type { Page } from './page.ts';
import * as words from './words.ts';

/** The share done, in the header of every page. */
export function showShare(page: Page): void {
  fill(slot('progress'), ...meter(page));
}

/** The bar of the steps done, with its figures as text; nothing where nothing is required. */
export function meter(page: Page): HTMLElement[] {
  const { required, cleared } = page.progress.view;
  if (required === 0) return [];
  const text = words.progress.done(cleared, required);
  return [
    h(
      'progress',
      { class: 'meter', max: required, value: cleared, 'aria-label': words.progress.label },
      text,
    ),
    h('span', { class: 'meter-label' }, text),
  ];
}
