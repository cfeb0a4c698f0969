import type { Element, ElementContent, Nodes, RootContent } from 'hast';
import { raw } from 'hast-util-raw';
import { toHtml } from 'hast-util-to-html';
import { VFile } from 'vfile';
import { withoutControls } from '../../load/unsafe-text.ts';
import { domId } from '../../model/anchor.ts';
import {
  backPlaceholder,
  labelPlaceholder,
  refPlaceholder,
  sizePlaceholder,
  withoutPlaceholders,
  wordPlaceholder,
} from '../placeholder.ts';
import { schemeProblem } from './address.ts';
import { type Context, SLOT } from './context.ts';
import { DEFINITIONS } from './definition-list.ts';
import { element } from './element.ts';
import { sanitize, schema } from './sanitise.ts';

export interface FinishOptions {
  /** A single paragraph loses its `<p>`. */
  readonly unwrap: boolean;
  /** Headings get anchors and are listed. */
  readonly anchors: boolean;
}

/**
 * The last steps, in this order: raw HTML is parsed and the whole tree sanitised; then, in one walk, addresses
 * become placeholders or are refused, ids and everything that points at them get their prefix together, and
 * the plain text is collected; last, slots are filled and the tree is written out.
 */
export function finish(
  context: Context,
  content: readonly RootContent[],
  options: FinishOptions,
): { html: string; text: string } {
  const walk = new Walk(context, options.anchors);
  let children = walk.children(safe(context, content));
  const only = options.unwrap ? soleParagraph(children) : undefined;
  if (only !== undefined) children = only.children;
  const written = toHtml({ type: 'root', children }, { allowDangerousHtml: true });
  // Raw HTML may spell control characters as numbers (`&#7;`), which the check of the source cannot see.
  const html = context.hasHtml ? withoutControls(written) : written;
  if (options.anchors) context.prose = walk.prose();
  return { html: html.trim(), text: walk.text() };
}

function safe(context: Context, content: readonly RootContent[]): ElementContent[] {
  if (!context.hasHtml) return content.filter(isElementContent);
  const clean = sanitize(
    raw({ type: 'root', children: [...content] }, { file: new VFile(context.source.text) }),
    schema,
  );
  return (clean.type === 'root' ? clean.children : [clean]).filter(isElementContent);
}

function isElementContent(node: Nodes): node is ElementContent {
  return node.type === 'element' || node.type === 'text' || node.type === 'comment' || node.type === 'raw';
}

function soleParagraph(children: readonly ElementContent[]): Element | undefined {
  const solid = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [first, more] = solid;
  return more === undefined && first?.type === 'element' && first.tagName === 'p' ? first : undefined;
}

const BLOCKS: ReadonlySet<string> = new Set(
  'p li h1 h2 h3 h4 h5 h6 div section td th tr pre blockquote dt dd figcaption summary hr br'.split(' '),
);
const REFERRING = ['ariaDescribedBy', 'ariaLabelledBy', 'headers'] as const;
const FOOTNOTE_LABEL = 'footnote-label';

/** One pass over a finished tree. It changes the tree in place. */
class Walk {
  readonly #context: Context;
  readonly #anchors: boolean;
  readonly #text: string[] = [];
  /** Where headings stand in the text: from, to. */
  readonly #headings: (readonly [number, number])[] = [];
  /** Images with alternative text so far: they can name a link. */
  #namedImages = 0;

  constructor(context: Context, anchors: boolean) {
    this.#context = context;
    this.#anchors = anchors;
  }

  text(from = 0): string {
    return this.#text.slice(from).join('').replace(/\s+/g, ' ').trim();
  }

  /** The text without its headings, which are no sentences. */
  prose(): string {
    let kept = '';
    let from = 0;
    for (const [start, end] of this.#headings) {
      kept += this.#text.slice(from, start).join('');
      from = end;
    }
    kept += this.#text.slice(from).join('');
    return kept.replace(/\s+/g, ' ').trim();
  }

  children(nodes: readonly ElementContent[]): ElementContent[] {
    const result: ElementContent[] = [];
    for (const node of nodes) {
      // Comments come from raw HTML alone, and the sanitiser has dropped them; so has it raw nodes.
      if (node.type === 'text') {
        node.value = withoutPlaceholders(node.value);
        this.#text.push(node.value);
        result.push(node);
      } else if (node.type === 'element') {
        const after = this.#element(node);
        if (!joined(result, after)) result.push(...after);
      }
    }
    return result;
  }

  /** What an element becomes. */
  #element(node: Element): ElementContent[] {
    if (node.tagName === SLOT) {
      const slot = this.#context.slotAt(node.properties.n);
      if (slot === undefined) return [];
      this.#text.push(slot.text);
      return [{ type: 'raw', value: slot.html }];
    }
    this.#properties(node);
    switch (node.tagName) {
      case 'a':
        return this.#link(node);
      case 'img':
        return this.#image(node);
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return [this.#heading(node)];
      case 'input':
        // The box of a task list; the sanitiser lets no other pass.
        node.properties.ariaLabel = labelPlaceholder(node.properties.checked ? 'taskDone' : 'taskOpen');
        return [node];
      case 'table':
        this.#inside(node);
        // Wide tables scroll inside their box, and what scrolls has to be reachable by keyboard.
        return [element('div', { className: ['table'], tabIndex: 0 }, [node])];
      default:
        this.#inside(node);
        return [node];
    }
  }

  #inside(node: Element): void {
    node.children = this.children(node.children);
    if (BLOCKS.has(node.tagName)) this.#text.push(' ');
  }

  /** Ids and what points at them get their prefix here and nowhere else. */
  #properties(node: Element): void {
    const { properties } = node;
    for (const [name, value] of Object.entries(properties)) {
      if (typeof value === 'string') properties[name] = withoutPlaceholders(value);
    }
    if (properties.id !== undefined) {
      const anchor = String(properties.id);
      if (/^\S+$/.test(anchor) && this.#context.claimAnchor(anchor)) properties.id = domId(anchor);
      else delete properties.id;
    }
    for (const name of REFERRING) {
      const value = properties[name];
      if (value === undefined || value === null) continue;
      const ids = Array.isArray(value) ? value.map(String) : String(value).split(/\s+/);
      properties[name] = ids.filter((id) => id !== '').map(domId);
    }
    const { align } = properties;
    if (align === undefined) return;
    delete properties.align;
    if (align === 'left' || align === 'center' || align === 'right')
      properties.className = [`align-${align}`];
  }

  #link(node: Element): ElementContent[] {
    const { properties } = node;
    const before = this.#text.length;
    const images = this.#namedImages;
    this.#inside(node);
    const { href } = properties;
    if (typeof href !== 'string') return [node];
    if (properties.dataFootnoteRef !== undefined || properties.dataFootnoteBackref !== undefined) {
      properties.href = `#${domId(href.replace(/^#/, ''))}`;
      // mdast-util-to-hast says it in English: "Back to reference 1-2".
      const back = /[\d-]+$/.exec(String(properties.ariaLabel ?? ''))?.[0];
      if (back !== undefined) properties.ariaLabel = backPlaceholder(back);
      return [node];
    }
    const target = decoded(href);
    const span = this.#context.spanIn(node, target);
    const scheme = schemeProblem(target, 'link');
    if (scheme !== undefined) {
      this.#context.report('link/unsafe-scheme', { target, scheme }, span);
      return node.children;
    }
    if (this.text(before) === '' && images === this.#namedImages) {
      this.#context.report('link/no-text', { target }, this.#context.spanOf(node));
    }
    properties.href = refPlaceholder(this.#context.ref('link', target, span));
    return [node];
  }

  #image(node: Element): ElementContent[] {
    const { properties } = node;
    const target = decoded(typeof properties.src === 'string' ? properties.src : '');
    const span = this.#context.spanIn(node, target);
    const scheme = schemeProblem(target, 'image');
    const alt = typeof properties.alt === 'string' ? properties.alt.trim() : '';
    if (alt === '') this.#context.report('image/missing-alt', { target }, this.#context.spanOf(node));
    else this.#namedImages++;
    if (scheme !== undefined) {
      this.#context.report('link/unsafe-scheme', { target, scheme }, span);
      return alt === '' ? [] : [{ type: 'text', value: alt }];
    }
    const index = this.#context.ref('image', target, span);
    node.properties = {
      src: refPlaceholder(index),
      alt,
      ...(typeof properties.title === 'string' && { title: properties.title }),
      width: sizePlaceholder('w', index),
      height: sizePlaceholder('h', index),
    };
    return [node];
  }

  /** The page's only `h1` is its title, which the template writes. */
  #heading(node: Element): Element {
    const before = this.#text.length;
    const isFootnotes = node.properties.id === domId(FOOTNOTE_LABEL);
    this.#inside(node);
    this.#headings.push([before, this.#text.length]);
    const depth = Number(node.tagName.slice(1));
    if (depth === 1) node.tagName = 'h2';
    if (isFootnotes) node.children = [{ type: 'raw', value: wordPlaceholder('footnotes') }];
    if (!this.#anchors || isFootnotes) return node;
    const text = this.text(before);
    const own = typeof node.properties.id === 'string' ? node.properties.id : undefined;
    const anchor = this.#context.heading(depth, text, this.#context.spanOf(node), own !== undefined);
    if (anchor !== undefined) node.properties.id = domId(anchor);
    return node;
  }
}

/** Neighbouring definition lists become one. */
function joined(before: ElementContent[], after: readonly ElementContent[]): boolean {
  const [list] = after;
  if (!isDefinitions(list)) return false;
  const last = before.findLast((node) => node.type !== 'text' || node.value.trim() !== '');
  if (!isDefinitions(last)) return false;
  last.children.push(...list.children);
  return true;
}

function isDefinitions(node: ElementContent | undefined): node is Element {
  if (node?.type !== 'element' || node.tagName !== 'dl') return false;
  const { className } = node.properties;
  return Array.isArray(className) && className.includes(DEFINITIONS);
}

/** Addresses stand percent-encoded in the tree; authors write them plainly. */
function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch (error) {
    // A stray `%` is part of the name then.
    if (error instanceof URIError) return address;
    throw error;
  }
}
