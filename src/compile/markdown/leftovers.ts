import type { Text } from 'mdast';
import { nearest } from '../../model/nearest.ts';
import { directiveShapes, shapeOf } from '../directives/registry.ts';
import { type Context, offsets } from './context.ts';

const DIRECTIVE = /(^|\n)([ \t]*)(:{2,})([A-Za-z][\w-]{1,19})(?![\w-])/g;
/** Not `[^a-z]`, which is more likely a character class. */
const FOOTNOTE = /(?<!\\)\[\^((?!\w-\w\b)[\w-]{1,60})\]/g;

/**
 * Reports what was probably meant as Markdown and stayed text: names close to a directive's at the start of a line,
 * and footnotes without their text. The source is searched, where an escaped character shows its backslash.
 */
export function reportLeftovers(context: Context, node: Text): void {
  if (!node.value.includes('::') && !node.value.includes('[^')) return;
  const { start, end } = offsets(node);
  const source = context.source.text.slice(start, end);
  for (const match of source.matchAll(DIRECTIVE)) {
    const [whole, newline = '', indent = '', colons = '', name = ''] = match;
    const from = start + match.index + newline.length + indent.length;
    if (newline === '' && !startsLine(context.source.text, from)) continue;
    const meant = shapeOf(name) === undefined ? nearest(name, Object.keys(directiveShapes)) : name;
    if (meant === undefined) continue;
    const suggestion = (shapeOf(meant)?.form === 'leaf' ? '::' : colons.padEnd(3, ':')) + meant;
    const span = context.span(from, start + match.index + whole.length);
    context.report('markdown/unknown-directive', { name: colons + name, suggestion }, span);
  }
  for (const match of source.matchAll(FOOTNOTE)) {
    const from = start + match.index;
    const span = context.span(from, from + match[0].length);
    context.report('markdown/missing-footnote', { label: match[1] ?? '' }, span);
  }
}

/** Nothing but blanks, list marks and quote marks stands before it on its line. */
function startsLine(text: string, offset: number): boolean {
  const line = text.slice(Math.max(0, offset - 40), offset);
  return /(^|[\r\n])[ \t>*+\d.)-]*$/.test(line);
}
