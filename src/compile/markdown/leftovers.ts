import type { Text } from 'mdast';
import { directiveNames, isDirective } from '../directives/registry.ts';
import { insteadOf } from '../directives/suggestion.ts';
import { type Context, offsets } from './context.ts';

/**
 * Colons at the start of a line with a name behind them: `:::name`, `::: name`, MyST's `:::{name}`, Pandoc's
 * `::: {.name}`.
 */
const DIRECTIVE =
  /(^|[\r\n])([ \t>]*)(:{2,})([ \t]*)(\{?\.?)([\p{L}][\p{L}\p{N}_-]{1,39})(?![\p{L}\p{N}_-])/gu;
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
  for (const match of source.matchAll(DIRECTIVE)) reportDirective(context, match, start);
  for (const match of source.matchAll(FOOTNOTE)) {
    const from = start + match.index;
    const span = context.span(from, from + match[0].length);
    context.report('markdown/missing-footnote', { label: match[1] ?? '' }, span);
  }
}

/** Two colons alone are no sign (`::ffff`, `std::`): a label has to follow, or a name that is nearly a directive's. */
function reportDirective(context: Context, match: RegExpExecArray, start: number): void {
  const [, newline = '', indent = '', colons = '', blank = '', brace = '', name = ''] = match;
  const from = start + match.index + newline.length + indent.length;
  if (newline === '' && !startsLine(context.source.text, from)) return;
  const end = from + colons.length + blank.length + brace.length + name.length;
  // The text ends where emphasis or code begins; the line goes on.
  const rest = /^[^\r\n]*/.exec(context.source.text.slice(end, end + 200))?.[0] ?? '';
  const isFence = colons.length >= 3;
  if (!isFence && blank + brace !== '') return;
  const title = isFence ? titleIn(brace === '' ? rest : rest.replace(/^[^}]*\}/, '')) : '';
  if (isFence && name.toLowerCase() === 'question') {
    const written = `${colons}${blank}${brace}${name}${rest}`.trim();
    const suggestion = openingMeant(colons, rest);
    context.report('question/broken-opening', { written, suggestion }, context.span(from, end));
    return;
  }
  const instead = insteadOf(colons, name, title);
  if (!isFence && instead === undefined && !/^[[{]/.test(rest)) return;
  const written = `${colons}${blank}${brace}${name}${brace.startsWith('{') ? '}' : ''}`;
  const isName = brace === '' && blank === '' && isDirective(name);
  context.report(
    'markdown/unknown-directive',
    {
      name: written,
      problem: !isName ? 'name' : title === '' ? 'form' : 'title',
      ...(instead === undefined
        ? { known: [...directiveNames('container'), ...directiveNames('leaf')] }
        : { suggestion: instead }),
    },
    context.span(from, end),
  );
}

/** How a question is opened by what stands behind its name: words are its title, the rest its attributes. */
function openingMeant(colons: string, rest: string): string {
  const line = rest.replace(/:+\s*$/, '').trim();
  const braces = /\{([^{}]*)\}?/.exec(line);
  const bare = line.replace(/\{[^{}]*\}?/, ' ').replace(/[[\]}]/g, ' ');
  const words = bare.split(/\s+/).filter((word) => word !== '');
  const isAttribute = (word: string) => /^#[\w-]|^[a-z-]+=\S/.test(word);
  const attributes = [...words.filter(isAttribute), ...(braces?.[1]?.trim() ? [braces[1].trim()] : [])];
  const title = words.filter((word) => !isAttribute(word)).join(' ');
  const label = title === '' ? '' : `[${title}]`;
  return `${colons}question${label}{${attributes.length === 0 ? '#…' : attributes.join(' ')}}`;
}

/** The words of a title without brackets: not a label, not attributes, not the colons that close the line. */
function titleIn(rest: string): string {
  const words = rest.replace(/:+\s*$/, '').trim();
  return /^[[{]/.test(words) ? '' : words.replace(/^"(.*)"$/, '$1');
}

/** Nothing but blanks, list marks and quote marks stands before it on its line. */
export function startsLine(text: string, offset: number): boolean {
  const line = text.slice(Math.max(0, offset - 40), offset);
  return /(^|[\r\n])[ \t>*+\d.)-]*$/.test(line);
}
