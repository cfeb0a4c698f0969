import { type ParsedGlossary, parseGlossary } from '../load/glossary.ts';
import { parseQuiz, unreadableQuiz } from '../load/quiz.ts';
import type { PageSource, QuizSource, SourceFile } from '../load/source.ts';
import type { Finding } from '../model/diagnostic.ts';
import { finishQuestions } from '../questions/finish.ts';
import { questionTools } from '../questions/read.ts';
import { compileFragment } from './fragment.ts';
import { compilePage, withoutPage } from './page.ts';
import { compileTranscript, type Transcript } from './transcript.ts';

/** What each kind of job gives. All of it is plain data, so that it can be cached and come from another thread. */
export interface Compiled {
  readonly page: PageSource;
  readonly quiz: QuizSource;
  readonly transcript: Transcript;
  readonly glossary: ParsedGlossary;
}

export type JobKind = keyof Compiled;

/** One file to compile. */
export interface CompileJob<Kind extends JobKind = JobKind> {
  readonly kind: Kind;
  readonly file: SourceFile;
}

const compilers: { readonly [Kind in JobKind]: (file: SourceFile) => Compiled[Kind] } = {
  page: compilePage,
  quiz: (file) => parseQuiz(file, compileFragment, questionTools),
  transcript: compileTranscript,
  glossary: (file) => parseGlossary(file, compileFragment),
};

/** What is left of a file when its job cannot be done: its name, and findings that say why. */
const empty: {
  readonly [Kind in JobKind]: (file: SourceFile, findings: readonly Finding[]) => Compiled[Kind];
} = {
  page: (file, findings) => withoutPage(file, ...findings),
  quiz: (file, findings) => unreadableQuiz(file.path, findings),
  transcript: (file, findings) => ({ file: file.path, html: '', findings }),
  glossary: (file, findings) => ({ file: file.path, entries: [], refs: [], findings }),
};

/** The steps that may load a library first. */
const finishers: { readonly [Kind in JobKind]: (compiled: Compiled[Kind]) => Promise<Compiled[Kind]> } = {
  page: finishQuestions,
  quiz: finishQuestions,
  transcript: asItIs,
  glossary: asItIs,
};

async function asItIs<T>(compiled: T): Promise<T> {
  return compiled;
}

/** Compiles one file: what comes of it hangs on its path and text only. Never rejects, whatever the text. */
export async function compileJob<Kind extends JobKind>(job: CompileJob<Kind>): Promise<Compiled[Kind]> {
  return finishers[job.kind](compilers[job.kind](job.file));
}

/** What a job gives that was stopped after its deadline. */
export function stoppedJob<Kind extends JobKind>(job: CompileJob<Kind>, seconds: number): Compiled[Kind] {
  const { path, text } = job.file;
  const finding = {
    rule: 'markdown/too-slow',
    args: { seconds },
    span: { file: path, start: 0, end: text.length },
  };
  return empty[job.kind](job.file, [finding]);
}

/** What a file gives that could not be decoded. */
export function undecodable<Kind extends JobKind>(
  kind: Kind,
  path: string,
  findings: readonly Finding[],
): Compiled[Kind] {
  return empty[kind]({ path, text: '' }, findings);
}
