import { escapeHtml } from '../../compile/escape.ts';
import { ID_ATTRIBUTES, idPrefix, PORTABLE_ROOT, pathOf } from '../../model/portable.ts';
import type { Html } from '../../model/question.ts';

/** Where the files of the author are, below the root of the web edition. */
const MEDIA = 'media/';

// Templates and the compiler write attributes with double quotes, and `<` in texts as a reference.
const TAG = /<([a-z][\w:-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)+)(\s*\/?)>/gi;
const ATTRIBUTE = /\s+([^\s"'<>/=]+)(?:="([^"]*)")?/g;

const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src', 'srcset', 'poster']);
const IDS: ReadonlySet<string> = new Set(ID_ATTRIBUTES);

/** What rewriting a page asks for. */
export interface Rewriting {
  /** The page's path (`src/model/portable.ts`); undefined for what stands around all pages, the ids of which stay. */
  readonly path: string | undefined;
  /** The way from the page's file in the web edition to the site's root: addresses begin with it or with `#/`. */
  readonly root: string;
  /** The name that a file of the author is saved under; undefined for what is none. */
  readonly nameOf: (place: string) => string | undefined;
}

/**
 * A piece of a page as the portable edition stores it: addresses of pages become `#/path#anchor`, those of the
 * author's files `#/media/name`, downloads get a name, and ids the page's prefix.
 */
export function rewritePage(html: Html, rewriting: Rewriting): Html {
  const prefix = rewriting.path === undefined ? undefined : idPrefix(rewriting.path);
  return html.replace(TAG, (whole, tag: string, attributes: string, end: string) => {
    if (
      !/[\s-](?:id|for|headers|list|form|popovertarget|href|src|srcset|poster|aria-[a-z]+)=/.test(attributes)
    )
      return whole;
    let name: string | undefined;
    let given = attributes.replace(ATTRIBUTE, (all, attribute: string, value: string | undefined) => {
      if (value === undefined) return all;
      if (IDS.has(attribute)) {
        if (prefix === undefined) return all;
        const ids = value.split(' ').map((id) => (id === '' ? '' : prefix + id));
        return ` ${attribute}="${ids.join(' ')}"`;
      }
      if (!ADDRESSES.has(attribute)) return all;
      const address = addressOf(value, rewriting);
      if (tag === 'a') name = rewriting.nameOf(address.slice(PORTABLE_ROOT.length));
      return ` ${attribute}="${address}"`;
    });
    if (name !== undefined)
      given = `${given.replace(/\s+download(?:="[^"]*")?(?=\s|$)/, '')} download="${escapeHtml(name)}"`;
    return `<${tag}${given}${end}>`;
  });
}

/** An address of the web edition as one of the portable edition; those of other sites stay. */
function addressOf(address: string, { path, root }: Rewriting): string {
  if (address.startsWith('#') && !address.startsWith(PORTABLE_ROOT))
    return address === '#' || path === undefined ? address : `${PORTABLE_ROOT}${path}${address}`;
  const isOwn = address.startsWith(PORTABLE_ROOT);
  if (!isOwn && (/^[a-z][a-z0-9+.-]*:|^\//i.test(address) || !address.startsWith(root))) return address;
  const place = address.slice(isOwn ? PORTABLE_ROOT.length : root.length);
  if (place.startsWith(MEDIA)) return PORTABLE_ROOT + place;
  const [, page = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(place) ?? [];
  return PORTABLE_ROOT + pathOf(page) + rest;
}

/** Every file of the author that a text names as `#/media/name`, as often as it does. */
export function filesNamed(text: string): string[] {
  return [...text.matchAll(NAMED)].map(([, place = '']) => place);
}

/** Puts another address in the place of each `#/media/name`. */
export function putFiles(text: string, addressOf: (place: string) => string): string {
  return text.replace(NAMED, (_, place: string) => addressOf(place));
}

/** Ends at what cannot stand in a name that the site made: quotes, also of JSON in JSON, and spaces. */
const NAMED = /#\/(media\/[^"'\\\s<>()]+)/g;
