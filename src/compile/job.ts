import { parseQuiz, unreadableQuiz } from '../load/quiz.ts';
import type { PageSource, QuizSource, SourceFile } from '../load/source.ts';
import type { Finding } from '../model/diagnostic.ts';
import { compileFragment } from './fragment.ts';
import { DEADLINE_SECONDS } from './markdown/limits.ts';
import { compilePage, withoutPage } from './page.ts';

/** One file to compile; plain data, so that another thread can do it. */
export interface CompileJob {
  readonly kind: 'page' | 'quiz';
  readonly file: SourceFile;
}

/** What one job gives, by its kind. */
export type Compiled =
  | { readonly kind: 'page'; readonly source: PageSource }
  | { readonly kind: 'quiz'; readonly source: QuizSource };

/** Compiles one file: a pure function of its path and text. */
export function compileJob(job: CompileJob): Compiled {
  switch (job.kind) {
    case 'page':
      return { kind: 'page', source: compilePage(job.file) };
    case 'quiz':
      return { kind: 'quiz', source: parseQuiz(job.file, compileFragment) };
  }
}

/** What a job gives that had to be stopped: the file with nothing on it and a finding that says why. */
export function stoppedJob(job: CompileJob): Compiled {
  const { path, text } = job.file;
  const finding: Finding = {
    rule: 'markdown/too-slow',
    args: { seconds: DEADLINE_SECONDS },
    span: { file: path, start: 0, end: text.length },
  };
  switch (job.kind) {
    case 'page':
      return { kind: 'page', source: withoutPage(job.file, finding) };
    case 'quiz':
      return { kind: 'quiz', source: unreadableQuiz(path, [finding]) };
  }
}
