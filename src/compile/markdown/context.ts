import GithubSlugger from 'github-slugger';
import type { ElementContent } from 'hast';
import type { Root } from 'mdast';
import type { Heading, QuestionSource, Ref, RefKind } from '../../load/source.ts';
import type { Finding, Related, TextEdit } from '../../model/diagnostic.ts';
import type { Span } from '../../model/span.ts';
import type { CompileFindings } from '../findings.ts';

type NodePosition = NonNullable<Root['position']>;

/** A text to compile and where it stands in its file. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly toFile: (offset: number) => number;
}

/** Finished HTML that waits for its place in the tree; nothing in it is ever sanitised again. */
export interface Slot {
  readonly html: string;
  /** Its part in the plain text of the page. */
  readonly text: string;
}

/** What compiling one text collects. */
export class Context {
  readonly source: Source;
  /** A whole page has headings with anchors, questions and footnotes; a fragment has none of them. */
  readonly page: boolean;
  readonly refs: Ref[];
  readonly findings: Finding[];
  readonly headings: Heading[] = [];
  readonly questions: QuestionSource[] = [];
  readonly anchors: string[] = [];
  readonly uses = { math: false, code: false, media: false, tabs: false };
  /** The page has raw HTML, so that its tree has to be parsed again and sanitised. */
  hasHtml = false;
  inQuestion = false;
  /** The text of a page without its headings. */
  prose = '';
  /** The keys of the videos on the page, as in `data-media`. */
  readonly videos: string[] = [];
  tabGroups = 0;
  readonly slugger = new GithubSlugger();
  readonly #slots: Slot[] = [];
  readonly #claimed = new Set<string>();
  #level = 1;

  constructor(source: Source, page: boolean, sink: { readonly refs: Ref[]; readonly findings: Finding[] }) {
    this.source = source;
    this.page = page;
    this.refs = sink.refs;
    this.findings = sink.findings;
  }

  /** A range of the text as a span of its file. */
  span(start: number, end: number): Span {
    const from = this.source.toFile(start);
    return { file: this.source.file, start: from, end: Math.max(from, this.source.toFile(end)) };
  }

  /** The span of a node; nodes that the parser did not make (none should be asked for) get an empty one. */
  spanOf(node: { readonly position?: NodePosition | undefined }): Span {
    const { start, end } = offsets(node);
    return this.span(start, end);
  }

  /** The span of a piece of a node's source, such as the address in a link; the whole node where it is not found. */
  spanIn(node: { readonly position?: NodePosition | undefined }, piece: string): Span {
    const { start, end } = offsets(node);
    const at = piece === '' ? -1 : this.source.text.slice(start, end).lastIndexOf(piece);
    return at < 0 ? this.span(start, end) : this.span(start + at, start + at + piece.length);
  }

  report<Id extends keyof CompileFindings>(
    rule: Id,
    args: CompileFindings[Id],
    span: Span,
    extra: { readonly related?: readonly Related[]; readonly fix?: readonly TextEdit[] } = {},
  ): void {
    this.findings.push({ rule, args, span, ...extra });
  }

  /** Notes a reference and gives its index, which placeholders carry. */
  ref(kind: RefKind, target: string, span: Span): number {
    this.refs.push({ kind, target, span });
    return this.refs.length - 1;
  }

  /** Takes an id for an element; false when another element of the page has it. */
  claimAnchor(anchor: string): boolean {
    if (this.#claimed.has(anchor)) return false;
    this.#claimed.add(anchor);
    this.slugger.occurrences[anchor] ??= 0;
    this.anchors.push(anchor);
    return true;
  }

  /**
   * Notes a heading and gives it an anchor from its text as GitHub does; undefined where it is empty, or has
   * an id of its own.
   */
  heading(depth: number, text: string, span: Span, hasId: boolean): string | undefined {
    if (text === '') {
      this.report('heading/empty', { depth }, span);
      return undefined;
    }
    if (depth === 1) this.report('heading/extra-title', { text }, span);
    const level = Math.max(depth, 2);
    const above = this.#level;
    if (level > above + 1) this.report('heading/skipped-level', { from: above, to: level }, span);
    this.#level = level;
    if (hasId) return undefined;
    let anchor = this.slugger.slug(text);
    if (anchor === '') anchor = this.slugger.slug('section');
    while (this.#claimed.has(anchor)) anchor = this.slugger.slug(text);
    this.#claimed.add(anchor);
    this.headings.push({ depth: level, text, anchor, span });
    return anchor;
  }

  /** Puts finished HTML aside and gives the element that stands for it until the tree is written out. */
  slot(html: string, text = ''): ElementContent {
    this.#slots.push({ html, text });
    return {
      type: 'element',
      tagName: SLOT,
      properties: { n: String(this.#slots.length - 1) },
      children: [],
    };
  }

  /** The slot that an element stands for. Raw HTML could name one that does not exist. */
  slotAt(n: unknown): Slot | undefined {
    return typeof n === 'string' ? this.#slots[Number(n)] : undefined;
  }
}

/** The element that stands for a slot. */
export const SLOT = 'cw-slot';

/** Where a node begins and ends in the text. */
export function offsets(node: { readonly position?: NodePosition | undefined }): {
  start: number;
  end: number;
} {
  const start = node.position?.start.offset ?? 0;
  return { start, end: node.position?.end.offset ?? start };
}
