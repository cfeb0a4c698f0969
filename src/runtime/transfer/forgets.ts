import { isFirefox } from '../firefox.ts';

/**
 * Why this browser is known to forget; undefined where it is not. A private window is told by its refusing a file system of
 * its own, in Firefox and in Safari; in Chromium nothing tells it. Safari, as every browser of iOS, removes what scripts
 * stored after seven days of use without a visit, unless the site is on the home screen.
 */
export async function forgets(): Promise<'safari' | 'private' | undefined> {
  const isSafari = navigator.vendor.startsWith('Apple');
  // A page from a disk has no origin, and is refused more.
  if (location.protocol === 'file:' || !(isSafari || isFirefox())) return undefined;
  if (navigator.storage && 'getDirectory' in navigator.storage) {
    try {
      await navigator.storage.getDirectory();
    } catch {
      return 'private';
    }
  }
  return isSafari && !matchMedia('(display-mode: standalone)').matches ? 'safari' : undefined;
}
