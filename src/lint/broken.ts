import type { Finding } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';

/** Findings after which a whole file, or the place they name, means less than its author wrote. */
const WHOLE_FILE = /^(yaml|file|front-matter)\/|^markdown\/too-/;
const PLACE = /^schema\/|^pathway\/unknown-|^question\/(misspelt-option|missing-form|unread-answers)$/;

/** Whether something in a place could not be read as it was meant, by what was found while loading. */
export function brokenPlaces(findings: readonly Finding[]): (span: Span) => boolean {
  const files = new Set<string>();
  const places = new Map<string, Span[]>();
  for (const { rule, span } of findings) {
    if (WHOLE_FILE.test(rule)) files.add(span.file);
    if (!PLACE.test(rule)) continue;
    const list = places.get(span.file);
    if (list === undefined) places.set(span.file, [span]);
    else list.push(span);
  }
  return ({ file, start, end }) =>
    files.has(file) || (places.get(file)?.some((span) => span.start >= start && span.end <= end) ?? false);
}
