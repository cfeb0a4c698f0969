/** Told by its own CSS prefix, since there is nothing else to ask. */
export function isFirefox(): boolean {
  return CSS.supports('-moz-appearance', 'none');
}
