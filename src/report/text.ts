import { wrapAnsi } from 'fast-wrap-ansi';
import type { Diagnostic } from '../model/diagnostic.ts';
import { codeFrame } from './frame.ts';
import { printable } from './printable.ts';
import { provedInWords } from './proof.ts';
import { type Report, type Reporter, type ReportOptions, summary } from './report.ts';

/** Long lines are hard to read, however wide the terminal. */
const WIDEST = 100;
const INDENT = '  ';

/** For people: what, where in the source, why, and what to do. */
export const text: Reporter = {
  name: 'text',
  description: 'for people: each finding with its place in the source and what to do',
  render(report, options) {
    const { palette } = options;
    const { diagnostics } = report;
    const errors = diagnostics.some(({ severity }) => severity === 'error');
    const proved = errors ? [] : provedInWords(report.proof);
    const columns = Math.min(options.width, WIDEST);
    if (diagnostics.length === 0) {
      const [first = '', ...more] = lines(['No problems found.', ...proved].join(' '), columns);
      return [first.replace(/^No problems found\./, palette.green), ...more]
        .map((row) => `${row}\n`)
        .join('');
    }
    const files = new Set(diagnostics.map((diagnostic) => diagnostic.file)).size;
    const end = `${summary(diagnostics)} in ${files === 1 ? '1 file' : `${files} files`}.`;
    const blocks = diagnostics.map((diagnostic) => block(diagnostic, report, options).join('\n'));
    const last = proved.length === 0 ? [] : lines(proved.join(' '), columns);
    return `${[...blocks, [palette.bold(end), ...last].join('\n')].join('\n\n')}\n`;
  },
};

function block(
  diagnostic: Diagnostic,
  { texts }: Report,
  { palette, width, prefix }: ReportOptions,
): string[] {
  const { bold, dim, cyan } = palette;
  const { severity, rule, start, end } = diagnostic;
  const accent = severity === 'error' ? palette.red : palette.yellow;
  const columns = Math.min(width, WIDEST);
  const place = (file: string, line: number, column: number) =>
    printable(`${prefix}${file}:${line}:${column}`);

  const rows = [
    `${cyan(place(diagnostic.file, start.line, start.column))}  ${accent(severity)}  ${dim(rule)}`,
  ];
  rows.push(...wrapped(diagnostic.message, '', columns).map((line) => bold(line)));
  const tail: string[] = [];
  for (const related of diagnostic.related) {
    const at = place(related.file, related.start.line, related.start.column);
    const room = columns - `${INDENT}see ${at} `.length;
    const [first = '', ...more] = wrapped(related.message, '', columns);
    const fits = more.length === 0 && first.trim().length <= room;
    tail.push(`${INDENT}${dim('see')} ${cyan(at)}${fits ? ` ${first.trim()}` : ''}`);
    if (!fits) tail.push(...wrapped(related.message, '    ', columns));
  }
  diagnostic.witness.forEach((step, index) => {
    const number = String(index + 1).padStart(String(diagnostic.witness.length).length);
    tail.push(...wrapped(step, `${number}. `, columns));
  });
  if (diagnostic.help !== undefined) tail.push(...wrapped(diagnostic.help, 'Help: ', columns));
  const source = texts.get(diagnostic.file)?.text;
  // An empty place at the very start means the file as a whole.
  const whole = start.offset === 0 && end.offset === 0;
  if (source !== undefined && !whole) {
    const frame = codeFrame(source, start, end, { width: columns - INDENT.length, palette, accent });
    if (frame.length > 0) rows.push('', ...frame.map((row) => INDENT + row));
    if (frame.length > 0 && tail.length > 0) rows.push('');
  }
  return [...rows, ...tail];
}

/** Wrapped to the width. */
function lines(content: string, columns: number): string[] {
  return wrapAnsi(printable(content), Math.max(20, columns), { trim: true, hard: true }).split('\n');
}

/** Wrapped to the width, each line after the first below the text of the first. */
function wrapped(content: string, label: string, columns: number): string[] {
  const room = Math.max(20, columns - INDENT.length - label.length);
  return lines(content, room).map(
    (line, index) => INDENT + (index === 0 ? label : ' '.repeat(label.length)) + line,
  );
}
