import { stringify } from 'yaml';
import { compileJob } from '../../src/compile/job.ts';
import type { Finding } from '../../src/model/diagnostic.ts';
import type { Question, QuestionOf, QuestionType } from '../../src/questions/question.ts';
import { linkQuestion } from '../../src/questions/registry.ts';
import type { QuestionSource } from '../../src/questions/source.ts';

/** One question as it was read, with what was found wrong. */
export interface Read {
  readonly source: QuestionSource;
  /** `rule: the text that it points at`. */
  readonly findings: readonly string[];
}

/** The question `q` of a module, given what stands between its fences. */
export async function fromMarkdown(attributes: string, body: string): Promise<Read> {
  const text = `:::question{#q ${attributes}}\n${body}\n:::\n`;
  const { questions, findings } = await compileJob({ kind: 'page', file: { path: 'modules/m.md', text } });
  return read(text, questions, findings);
}

/** The question `q` of a quiz, given its other fields. */
export async function fromYaml(fields: Readonly<Record<string, unknown>>): Promise<Read> {
  const text = stringify(
    { title: 'Quiz', questions: [{ id: 'q', ...fields }] },
    { aliasDuplicateObjects: false },
  );
  const { questions, findings } = await compileJob({ kind: 'quiz', file: { path: 'quizzes/z.yaml', text } });
  return read(text, questions, findings);
}

function read(text: string, questions: readonly QuestionSource[], findings: readonly Finding[]): Read {
  const [source] = questions;
  if (source === undefined) throw new Error(`No question: ${JSON.stringify(findings)}`);
  return {
    source,
    findings: findings.map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`),
  };
}

/** The question as its page carries it; fails unless it is of the type. */
export function linked<T extends QuestionType>(type: T, { source }: Read): QuestionOf<T> {
  const question: Question = linkQuestion(source, 'z#q', (html) => html);
  if (!isOf(type, question)) throw new Error(`The question is of type ${question.type}, not ${type}.`);
  return question;
}

function isOf<T extends QuestionType>(type: T, question: Question): question is QuestionOf<T> {
  return question.type === type;
}

/** The same without its places, to compare what was written in two forms. */
export function unplaced(source: QuestionSource): unknown {
  return JSON.parse(JSON.stringify(source, (key, value: unknown) => (key === 'span' ? undefined : value)));
}
