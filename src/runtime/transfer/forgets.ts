import { isFirefox } from '../notice.ts';

/** Why this browser is known to forget; undefined where it is not. What a private window is can be told in Firefox only. */
export function forgets(): 'safari' | 'private' | undefined {
  // WebKit, and so every browser of iOS; what was put on the home screen is kept.
  if (navigator.vendor.startsWith('Apple') && !matchMedia('(display-mode: standalone)').matches)
    return 'safari';
  return isFirefox() && isSecureContext && !('serviceWorker' in navigator) ? 'private' : undefined;
}
