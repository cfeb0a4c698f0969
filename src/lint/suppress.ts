import type { Finding } from '../model/diagnostic.ts';
import { LineIndex, type Span } from '../model/span.ts';
import { rulesById } from './registry.ts';
import type { SuppressionProblem, SuppressionScope } from './rules/suppression/invalid.ts';

const MARK = 'course-disable';
const COMMENT = new RegExp(`^\\s*#\\s*${MARK}(.*)$`);
const HTML = new RegExp(`<!--\\s*${MARK}(.*?)-->`);
const BODY = /^(?:-([\w-]+))?(?:\s+([^\s:]+)\s*(?::\s*(.*\S))?)?\s*$/;
const SCOPES: readonly SuppressionScope[] = ['next-line', 'next-question', 'file'];

/** One comment that switches a rule off. */
interface Suppression {
  /** As written: `course-disable-next-line` is `next-line`. */
  readonly scope: string;
  readonly rule: string;
  readonly reason: string | undefined;
  readonly line: number;
  readonly span: Span;
}

/** A file as suppressions look at it. */
interface Place {
  readonly file: string;
  readonly index: LineIndex;
  readonly questions: readonly Span[];
  /** The lines that hold suppressions: several may stand above one place. */
  readonly commented: ReadonlySet<number>;
}

/**
 * Leaves out the warnings that the author switched off in a comment, with a reason: for the next line, the next question or the
 * file. Adds a finding for each such comment that does nothing. Errors stay: a course that is broken for learners is not built.
 *
 * @param questions where the questions of each file stand
 */
export function withoutSuppressed(
  findings: readonly Finding[],
  texts: ReadonlyMap<string, { readonly text: string }>,
  questions: ReadonlyMap<string, readonly Span[]>,
): Finding[] {
  const added: Finding[] = [];
  let kept = [...findings];
  for (const [file, { text }] of texts) {
    if (!text.includes(MARK)) continue;
    const index = new LineIndex(text);
    const suppressions = [...suppressionsIn(file, index)];
    const commented = new Set(suppressions.map(({ line }) => line));
    const place = { file, index, questions: questions.get(file) ?? [], commented };
    for (const suppression of suppressions) {
      const problem = problemOf(suppression);
      const covers = coverOf(suppression, place);
      const hit = ({ rule, span }: Finding) =>
        rule === suppression.rule && span.file === file && covers(span.start);
      if (problem === undefined && kept.some(hit)) kept = kept.filter((finding) => !hit(finding));
      else added.push(invalid(suppression, problem ?? 'unused'));
    }
  }
  return [...kept, ...added];
}

/** Which offsets a comment speaks of. */
function coverOf({ scope, line }: Suppression, place: Place): (offset: number) => boolean {
  const { index, questions, commented } = place;
  let next = line + 1;
  while (commented.has(next)) next++;
  switch (scope) {
    case 'file':
      return () => true;
    case 'next-line':
      return (offset) => index.at(offset).line === next;
    case 'next-question': {
      while (next <= index.lines && (commented.has(next) || index.line(next).trim() === '')) next++;
      const question = questions.find(({ start }) => index.at(start).line === next);
      return (offset) => question !== undefined && index.at(offset).line >= next && offset < question.end;
    }
    default:
      return () => false;
  }
}

function problemOf({ scope, rule, reason }: Suppression): SuppressionProblem | undefined {
  if (!SCOPES.some((known) => known === scope)) return 'unknown-comment';
  const known = rulesById.get(rule);
  if (known === undefined) return 'unknown-rule';
  if (known.severity === 'error') return 'error';
  return reason === undefined ? 'no-reason' : undefined;
}

function invalid({ scope, rule, span }: Suppression, problem: SuppressionProblem): Finding {
  return { rule: 'suppression/invalid', args: { scope, rule, problem }, span };
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
    const [, scope = '', rule = '', reason] = BODY.exec(match[1] ?? '') ?? [];
    const indent = match[0].length - match[0].trimStart().length;
    const start = index.startOf(line) + match.index + indent;
    yield { scope, rule, reason, line, span: { file, start, end: start + match[0].trim().length } };
  }
}
