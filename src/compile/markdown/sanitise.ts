import { type Schema, sanitize } from 'hast-util-sanitize';
import type { Html } from 'mdast';
import { type Context, SLOT } from './context.ts';

export { sanitize };

/**
 * What HTML may be on a page: text, lists, tables, figures, details. Nothing that loads, runs, styles or
 * submits anything. Media come from directives. Addresses are checked where references are collected.
 */
export const schema: Schema = {
  strip: [
    'script',
    'style',
    'template',
    'iframe',
    'object',
    'noscript',
    'noembed',
    'noframes',
    'textarea',
    'title',
    'xmp',
    'plaintext',
    'svg',
    'math',
    'select',
  ],
  clobber: [],
  clobberPrefix: '',
  protocols: {},
  allowComments: false,
  allowDoctypes: false,
  ancestors: {
    tbody: ['table'],
    td: ['table'],
    th: ['table'],
    thead: ['table'],
    tfoot: ['table'],
    tr: ['table'],
    caption: ['table'],
    li: ['ul', 'ol'],
    summary: ['details'],
    dt: ['dl'],
    dd: ['dl'],
  },
  required: { input: { disabled: true, type: 'checkbox' } },
  tagNames: [
    ...['a', 'abbr', 'b', 'bdi', 'bdo', 'blockquote', 'br', 'caption', 'cite', 'code', 'col', 'colgroup'],
    ...['dd', 'del', 'details', 'dfn', 'div', 'dl', 'dt', 'em', 'figcaption', 'figure'],
    ...[
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'hr',
      'i',
      'img',
      'input',
      'ins',
      'kbd',
      'li',
      'mark',
      'ol',
      'p',
      'pre',
    ],
    ...['q', 'rp', 'rt', 'ruby', 's', 'samp', 'section', 'small', 'span', 'strong', 'sub', 'summary', 'sup'],
    ...['table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'time', 'tr', 'u', 'ul', 'var', 'wbr', SLOT],
  ],
  attributes: {
    '*': [
      'id',
      'className',
      'title',
      'lang',
      'dir',
      'ariaLabel',
      'ariaHidden',
      'ariaDescribedBy',
      'ariaLabelledBy',
    ],
    a: ['href', 'dataFootnoteRef', 'dataFootnoteBackref'],
    abbr: ['title'],
    code: [],
    col: ['span'],
    colgroup: ['span'],
    del: ['dateTime'],
    details: ['open', 'name'],
    div: [['role', 'note']],
    img: ['src', 'alt', 'width', 'height'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    ins: ['dateTime'],
    ol: ['start', 'reversed', 'type'],
    section: ['dataFootnotes'],
    td: ['colSpan', 'rowSpan', 'headers', 'align'],
    th: ['colSpan', 'rowSpan', 'headers', 'scope', 'align', 'abbr'],
    time: ['dateTime'],
    [SLOT]: ['n'],
  },
};

/** Attribute names as they are written in HTML: hast spells some of them otherwise. */
const written: Readonly<Record<string, string>> = { className: 'class', dateTime: 'datetime' };
const allowed: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(schema.attributes ?? {}).map(([tag, names]) => [
    tag,
    new Set(names.map((name) => attributeName(typeof name === 'string' ? name : String(name[0])))),
  ]),
);
const tags = new Set(schema.tagNames);

function attributeName(property: string): string {
  return written[property] ?? property.replace(/^(aria|data)(?=[A-Z])/, '$1-').toLowerCase();
}

const TAG = /<([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>?/gi;
const ATTRIBUTE = /([^\s/>"'=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?/g;

/**
 * Reports what the sanitiser is going to remove from a piece of raw HTML. This reading of tags is for
 * the author's information alone; safety hangs on the parsed tree.
 */
export function reportRemovedHtml(context: Context, node: Html): void {
  const seen = new Set<string>();
  const report = (tag: string, attribute: string | undefined, piece: string) => {
    const key = `${tag} ${attribute ?? ''}`;
    if (seen.has(key)) return;
    seen.add(key);
    const args = attribute === undefined ? { element: tag } : { element: tag, attribute };
    context.report('html/removed', args, context.spanIn(node, piece));
  };
  for (const match of node.value.matchAll(TAG)) {
    const tag = (match[1] ?? '').toLowerCase();
    if (!tags.has(tag) || tag === SLOT) {
      report(tag, undefined, match[0]);
      continue;
    }
    for (const [piece, name = ''] of (match[2] ?? '').matchAll(ATTRIBUTE)) {
      const attribute = name.toLowerCase();
      if (!allowed.get('*')?.has(attribute) && !allowed.get(tag)?.has(attribute))
        report(tag, attribute, piece);
    }
  }
}
