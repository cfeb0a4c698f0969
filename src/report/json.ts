import type { Diagnostic } from '../model/diagnostic.ts';
import { type Reporter, tally } from './report.ts';

/** The version of the format; it changes when a field changes its meaning or goes away. */
const VERSION = 1;

/**
 * `{ version, course, summary: {errors, warnings}, proof: {claims, contacts, unproved} | null, diagnostics: [{ rule, severity, message, help?, file, start:
 * {line, column, offset}, end, related?, witness?, fix? }] }`. Lines and columns are 1-based; columns and offsets
 * count UTF-16 units; paths are below the course folder.
 */
export const json: Reporter = {
  name: 'json',
  description: 'for other programs; a stable, versioned format',
  render({ course, diagnostics, proof }) {
    const report = {
      version: VERSION,
      course: course ?? null,
      summary: tally(diagnostics),
      proof: proof ?? null,
      diagnostics: diagnostics.map(entry),
    };
    return `${JSON.stringify(report, null, 2)}\n`;
  },
};

function entry(diagnostic: Diagnostic) {
  const { rule, severity, message, help, file, start, end, related, witness, fix } = diagnostic;
  return {
    rule,
    severity,
    message,
    ...(help === undefined ? {} : { help }),
    file,
    start,
    end,
    ...(related.length === 0 ? {} : { related }),
    ...(witness.length === 0 ? {} : { witness }),
    ...(fix.length === 0
      ? {}
      : { fix: fix.map(({ span, text }) => ({ file: span.file, start: span.start, end: span.end, text })) }),
  };
}
