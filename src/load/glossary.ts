import type { Finding } from '../model/diagnostic.ts';
import { shortDigest } from '../model/digest.ts';
import type { Span } from '../model/span.ts';
import { found } from './findings.ts';
import type { GlossaryEntry } from './loaded.ts';
import { fields, textScalar } from './read.ts';
import { capped, checkSchema } from './schema/check.ts';
import { glossaryValidator } from './schema/generated/validators.js';
import type { FragmentCompiler, Ref, SourceFile } from './source.ts';
import { parseYaml } from './yaml.ts';

export interface ParsedGlossary {
  readonly file: string;
  readonly entries: readonly GlossaryEntry[];
  readonly refs: readonly Ref[];
  readonly findings: readonly Finding[];
}

/** Reads glossary.yaml: its terms in the author's order. Never throws on any text. */
export function parseGlossary(file: SourceFile, compile: FragmentCompiler): ParsedGlossary {
  const yaml = parseYaml(file.text, file.path);
  const problems = [...yaml.findings];
  if (yaml.root !== undefined) problems.push(...checkSchema(yaml.root, glossaryValidator));
  const sink: { refs: Ref[]; findings: Finding[] } = { refs: [], findings: [] };
  const entries: GlossaryEntry[] = [];
  const bySlug = new Map<string, { term: string; span: Span }>();
  for (const [key, { key: span, value }] of fields(yaml.root)) {
    const scalar = textScalar(value);
    const term = key.trim();
    if (scalar === undefined || term === '') continue;
    const slug = slugOf(term);
    const first = bySlug.get(slug);
    if (first !== undefined) {
      const related = [{ message: 'The other one', span: first.span }];
      problems.push(found('glossary/duplicate-term', span, { term, first: first.term }, { related }));
      continue;
    }
    bySlug.set(slug, { term, span });
    const place = { file: file.path, toFile: (offset: number) => scalar.toFile(offset) };
    entries.push({ term, slug, definition: compile(scalar.text, place, sink), span });
  }
  return {
    file: file.path,
    entries,
    refs: sink.refs,
    findings: [...capped(problems), ...capped(sink.findings)],
  };
}

/** The anchor of a term on the glossary page: its letters and digits, so "Open Badge" is found as `open-badge`. */
function slugOf(term: string): string {
  const words = term
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  // `term-` keeps anchors apart from the names that browsers give to global variables.
  return `term-${words === null ? shortDigest(term) : words.join('-')}`;
}
