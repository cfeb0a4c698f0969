/**
 * What the portable edition's file and its runtime agree on. A page is known by its path: that of its file in the web
 * edition without `.html`, empty for the home page.
 */

/** Stands near the beginning of each file that `course build --portable` made: only such a file is ever replaced. */
export const PORTABLE_MARKER = '<meta name="coursewright-portable" content="1">';

/** What the addresses of pages begin with, and those of files that the runtime has to look up. */
export const PORTABLE_ROOT = '#/';

/** The path of the page that shows for unknown addresses: no item's, since those have a folder. */
export const NOT_FOUND = '404';

/** The attributes that hold an id, or several. While pages are stored, `/PATH#` stands before each: ids of a page are its own only. */
export const ID_ATTRIBUTES = [
  'id',
  'for',
  'headers',
  'list',
  'form',
  'popovertarget',
  'aria-activedescendant',
  'aria-controls',
  'aria-describedby',
  'aria-details',
  'aria-errormessage',
  'aria-flowto',
  'aria-labelledby',
  'aria-owns',
] as const;

/** What stands before the ids of a stored page. */
export function idPrefix(path: string): string {
  return `/${path}#`;
}

/** The path of the page that an address names, which may be that of the web edition's file. */
export function pathOf(address: string): string {
  return address === 'index.html' ? '' : address.replace(/\.html$/, '');
}
