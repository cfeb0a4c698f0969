import type { Ref, SourceFile } from '../load/source.ts';
import type { Finding } from '../model/diagnostic.ts';
import { escapeHtml } from './escape.ts';
import { compileFragment } from './fragment.ts';
import { schemeProblem } from './markdown/address.ts';

/** The transcript of a video or audio, ready to stand on the pages that name it. */
export interface Transcript {
  readonly file: string;
  /** Without placeholders: the same on every page. */
  readonly html: string;
  readonly findings: readonly Finding[];
}

/** Compiles a transcript: Markdown where the file is named so, else plain text in paragraphs. */
export function compileTranscript(file: SourceFile): Transcript {
  if (!/\.(md|markdown)$/i.test(file.path)) return { file: file.path, html: plain(file.text), findings: [] };
  const refs: Ref[] = [];
  const findings: Finding[] = [];
  const place = { file: file.path, toFile: (offset: number) => offset };
  const { html } = compileFragment(file.text, place, { refs, findings });
  return { file: file.path, html: asBlocks(withoutRefs(html, refs)), findings };
}

function plain(text: string): string {
  return text
    .split(/(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
    .join('\n');
}

/** A single paragraph was compiled without its `<p>`. */
function asBlocks(html: string): string {
  return html === '' || /^<(?:p|h[2-6]|ul|ol|dl|div|blockquote|pre|figure|details|hr|section)[\s>]/.test(html)
    ? html
    : `<p>${html}</p>`;
}

/** A transcript is shown on pages that lie elsewhere, so only whole addresses can be followed from it. */
function withoutRefs(html: string, refs: readonly Ref[]): string {
  return html.replace(/ ([a-z]+)="\uE000[wh]?(\d+)\uE001"/g, (_, name: string, index: string) => {
    const target = refs[Number(index)]?.target ?? '';
    const isAddress = /^https?:\/\//i.test(target) && schemeProblem(target, 'link') === undefined;
    return isAddress && name === 'href' ? ` href="${escapeHtml(target)}"` : '';
  });
}
