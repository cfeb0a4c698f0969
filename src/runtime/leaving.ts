import type { Page } from './page.ts';

/** Calls `flush` when the page is left, or goes to the background: no later moment is certain. */
export function whenLeft(page: Page, flush: () => void): void {
  addEventListener('pagehide', flush, page);
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'hidden') flush();
    },
    page,
  );
}
