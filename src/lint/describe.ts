import type { Diagnostic, Finding } from '../model/diagnostic.ts';
import type { Position, Span } from '../model/span.ts';
import { LineIndex } from '../model/span.ts';
import { rulesById } from './registry.ts';
import type { Rule } from './rule.ts';

/** How many findings of one rule are shown for one file; the last one says how many more there are. */
const CAP = 25;

/**
 * Puts findings in words: line and column, message and help, sorted by file and offset, each once. `texts`
 * are the decoded files; a place in a file without text (missing, or not UTF-8) is its first character.
 * Throws for a finding of a rule that does not exist: that is a bug, not an author's mistake.
 */
export function describe(
  findings: readonly Finding[],
  texts: ReadonlyMap<string, { readonly text: string }>,
  options: { readonly cap?: number } = {},
): Diagnostic[] {
  const position = positions(texts);
  const diagnostics = findings.map((finding) => inWords(finding, position));
  diagnostics.sort(byPlace);
  return capped(unique(diagnostics), options.cap ?? CAP);
}

function inWords(finding: Finding, position: (file: string, offset: number) => Position): Diagnostic {
  const rule: Rule | undefined = rulesById.get(finding.rule);
  if (rule === undefined) throw new Error(`No lint rule has the id ${finding.rule}`);
  const { message, help } = rule.message(finding.args);
  const place = (span: Span) => ({
    file: span.file,
    start: position(span.file, span.start),
    end: position(span.file, Math.max(span.start, span.end)),
  });
  return {
    rule: rule.id,
    severity: rule.severity,
    message,
    ...(help === undefined ? {} : { help }),
    ...place(finding.span),
    related: (finding.related ?? []).map((related) => ({
      message: related.message,
      ...place(related.span),
    })),
    witness: finding.witness ?? [],
    fix: finding.fix ?? [],
  };
}

function positions(texts: ReadonlyMap<string, { readonly text: string }>) {
  const indexes = new Map<string, LineIndex>();
  return (file: string, offset: number): Position => {
    let index = indexes.get(file);
    if (index === undefined) {
      index = new LineIndex(texts.get(file)?.text ?? '');
      indexes.set(file, index);
    }
    return index.at(offset);
  };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (
    order(a.file, b.file) ||
    a.start.offset - b.start.offset ||
    a.end.offset - b.end.offset ||
    order(a.rule, b.rule) ||
    order(a.message, b.message)
  );
}

/** Code unit order: the same on every machine, whatever its language. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function unique(sorted: readonly Diagnostic[]): Diagnostic[] {
  return sorted.filter((diagnostic, index) => {
    const before = sorted[index - 1];
    return before === undefined || before.rule !== diagnostic.rule || byPlace(before, diagnostic) !== 0;
  });
}

/** At most `cap` of one rule in one file. Errors never vanish: the last one kept tells of the rest. */
function capped(diagnostics: readonly Diagnostic[], cap: number): Diagnostic[] {
  const key = (diagnostic: Diagnostic) => `${diagnostic.rule}\n${diagnostic.file}`;
  const totals = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    totals.set(key(diagnostic), (totals.get(key(diagnostic)) ?? 0) + 1);
  }
  const seen = new Map<string, number>();
  const kept: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    const nth = (seen.get(key(diagnostic)) ?? 0) + 1;
    seen.set(key(diagnostic), nth);
    if (nth > cap) continue;
    const more = (totals.get(key(diagnostic)) ?? 0) - cap;
    if (nth < cap || more <= 0) kept.push(diagnostic);
    else
      kept.push({
        ...diagnostic,
        message: `${diagnostic.message} (And ${more} more like this in this file.)`,
      });
  }
  return kept;
}
