import { PORTABLE_ROOT, pathOf } from '../../model/portable.ts';
import { isProgress } from '../transfer/link.ts';

/** What a hash asks for. */
export interface Asked {
  /** A page's path; undefined for the page that shows. */
  readonly path: string | undefined;
  /** A query, with its `?`. */
  readonly query: string;
  /** The id of an element on the page, or nothing. */
  readonly anchor: string;
}

/** Reads the hash of an address: `#/path?query#anchor`, or `#anchor` for a place on the page that shows. */
export function askedBy(hash: string): Asked {
  // A link with progress leads to the page that shows what it brings; there it is part of the hash of that page.
  if (!hash.startsWith(PORTABLE_ROOT) && isProgress(hash))
    return { path: pathOf('progress.html'), query: '', anchor: decoded(hash.slice(1)) };
  if (hash !== '' && !hash.startsWith(PORTABLE_ROOT))
    return { path: undefined, query: '', anchor: decoded(hash.slice(1)) };
  const [, page = '', query = '', anchor = ''] = /^(?:#\/)?([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(hash) ?? [];
  return { path: pathOf(decoded(page)), query, anchor: decoded(anchor) };
}

/** The hash of a place: one form for each. */
export function hashOf(path: string, { query, anchor }: Pick<Asked, 'query' | 'anchor'>): string {
  return `${PORTABLE_ROOT}${encodeURI(path)}${query}${anchor && `#${encodeURIComponent(anchor)}`}`;
}

/** The path that the page of a renamed module or quiz has now. A ring of names leads to some path of the ring, where no page is. */
export function pathNow(path: string, renamed: Readonly<Record<string, string>>): string {
  const [, folder = '', id = ''] = /^(modules\/|quizzes\/)(.*)$/s.exec(path) ?? [];
  const seen = new Set<string>();
  let now = id;
  for (let next: string | undefined = id; next !== undefined && !seen.has(next); ) {
    seen.add(next);
    now = next;
    next = Object.hasOwn(renamed, next) ? renamed[next] : undefined;
  }
  return folder === '' ? path : folder + now;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // No percent encoding: it was typed like this.
    return text;
  }
}
