import { compilePage } from '../../src/compile/page.ts';
import type { PageSource } from '../../src/load/source.ts';

/** Compiles a page's Markdown as `modules/unit/page.md`. */
export function page(text: string): PageSource {
  return compilePage({ path: 'modules/unit/page.md', text });
}

/** Findings as `rule: the text they point at`, so that tests read like what an author sees. */
export function findingsOf(text: string): string[] {
  return page(text).findings.map(
    ({ rule, span }) => `${rule}: ${text.slice(span.start, span.end).replace(/\n/g, '⏎')}`,
  );
}

/** HTML with readable placeholders: `{0}`, `{w0}`, `{q0}`. */
export function readable(html: string): string {
  return html.replace(/\uE000(.*?)\uE001/g, '{$1}');
}
