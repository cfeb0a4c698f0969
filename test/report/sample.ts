import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { LineIndex } from '../../src/model/span.ts';
import { plain, type Report, type ReportOptions } from '../../src/report/report.ts';

export const options: ReportOptions = { width: 80, palette: plain, prefix: '' };

/** A report with one finding on the first place of `marked` in the text of a page. */
export function reportOn(text: string, marked: string, more: Partial<Diagnostic> = {}): Report {
  const index = new LineIndex(text);
  const from = text.indexOf(marked);
  const file = 'modules/page.md';
  const diagnostic: Diagnostic = {
    rule: 'link/missing-target',
    severity: 'error',
    message: 'This link leads nowhere.',
    file,
    start: index.at(from),
    end: index.at(from + marked.length),
    related: [],
    witness: [],
    fix: [],
    ...more,
  };
  return {
    course: { id: 'bread', title: 'Bread' },
    diagnostics: [diagnostic],
    texts: new Map([[file, { text }]]),
  };
}
