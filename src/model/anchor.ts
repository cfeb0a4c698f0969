/**
 * The DOM id of an anchor. Authors' ids get a prefix, since a bare `id="body"` or `id="forms"` would hide the
 * browser's own properties of that name (DOM clobbering).
 */
export function domId(anchor: string): string {
  return `c-${anchor}`;
}
