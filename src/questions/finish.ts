import type { Finding } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';
import type { QuestionFindings } from './findings.ts';
import type { QuestionKind } from './kind.ts';
import type { QuestionType } from './question.ts';
import { questionKinds } from './registry.ts';
import type { QuestionSource, SourceOf } from './source.ts';

/** Notes what is wrong with a question. */
export type Report = <Rule extends keyof QuestionFindings>(
  rule: Rule,
  args: QuestionFindings[Rule],
  span: Span,
) => void;

/** What holds questions once a file was read. */
interface File {
  readonly questions: readonly QuestionSource[];
  readonly findings: readonly Finding[];
}

/**
 * Works out what takes a library that few questions need (units, formulas), so that it is loaded only for these. A file without any is given
 * back as it is.
 */
export async function finishQuestions<T extends File>(file: T): Promise<T> {
  if (!file.questions.some(({ type }) => questionKinds[type].finish !== undefined)) return file;
  const findings: Finding[] = [...file.findings];
  const report: Report = (rule, args, span) => findings.push({ rule, args, span });
  const questions: QuestionSource[] = [];
  for (const question of file.questions) questions.push(await finished(question, report));
  return { ...file, questions, findings };
}

async function finished<T extends QuestionType>(
  source: SourceOf<T>,
  report: Report,
): Promise<QuestionSource> {
  const type: T = source.type;
  const kind: QuestionKind<T> = questionKinds[type];
  return kind.finish === undefined ? source : kind.finish(source, report);
}
