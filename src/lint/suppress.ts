import type { Finding } from '../model/diagnostic.ts';
import { LineIndex, type Span } from '../model/span.ts';
import { rulesById } from './registry.ts';
import type { SuppressionProblem } from './rules/suppression/invalid.ts';

const MARK = 'course-disable-next-line';
const COMMENT = new RegExp(`^\\s*#\\s*${MARK}(.*)$`);
const HTML = new RegExp(`<!--\\s*${MARK}(.*?)-->`);
const BODY = /^\s+([^\s:]+)\s*(?::\s*(.*\S))?\s*$/;

/** One comment that switches a rule off for the line below it. */
interface Suppression {
  readonly rule: string;
  readonly reason: string | undefined;
  readonly line: number;
  readonly span: Span;
}

/**
 * Leaves out the warnings that the author switched off in a comment on the line before, with a reason, and adds a
 * finding for each such comment that does nothing. Errors stay: a course that is broken for learners is not built.
 */
export function withoutSuppressed(
  findings: readonly Finding[],
  texts: ReadonlyMap<string, { readonly text: string }>,
): Finding[] {
  const added: Finding[] = [];
  let kept = [...findings];
  for (const [file, { text }] of texts) {
    if (!text.includes(MARK)) continue;
    const index = new LineIndex(text);
    for (const suppression of suppressionsIn(file, index)) {
      const problem = problemOf(suppression);
      const hit = (finding: Finding) =>
        finding.rule === suppression.rule &&
        finding.span.file === file &&
        index.at(finding.span.start).line === suppression.line + 1;
      if (problem === undefined && kept.some(hit)) kept = kept.filter((finding) => !hit(finding));
      else added.push(invalid(suppression, problem ?? 'unused'));
    }
  }
  return [...kept, ...added];
}

function problemOf({ rule, reason }: Suppression): SuppressionProblem | undefined {
  const known = rulesById.get(rule);
  if (known === undefined) return 'unknown-rule';
  if (known.severity === 'error') return 'error';
  return reason === undefined ? 'no-reason' : undefined;
}

function invalid({ rule, span }: Suppression, problem: SuppressionProblem): Finding {
  return { rule: 'suppression/invalid', args: { rule, problem }, span };
}

/** In YAML and front matter behind `#`, in Markdown within `<!-- -->`, but not in a block of code. */
function* suppressionsIn(file: string, index: LineIndex): Iterable<Suppression> {
  const markdown = file.endsWith('.md');
  let yaml = !markdown || index.line(1).trim() === '---';
  let fence: string | undefined;
  for (let line = 1; line <= index.lines; line++) {
    const text = index.line(line);
    if (markdown && yaml && line > 1 && text.trim() === '---') yaml = false;
    const opened = yaml ? undefined : /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1];
    if (fence === undefined) fence = opened;
    else if (opened?.startsWith(fence) && text.trim() === opened) fence = undefined;
    const match = fence === undefined ? (yaml ? COMMENT : HTML).exec(text) : null;
    if (match === null) continue;
    const [, rule = '', reason] = BODY.exec(match[1] ?? '') ?? [];
    const start = index.startOf(line) + match.index;
    yield { rule, reason, line, span: { file, start, end: start + match[0].trimEnd().length } };
  }
}
