import { compileJob } from '../../../src/compile/job.ts';
import type { Finding } from '../../../src/model/diagnostic.ts';
import { questionKey } from '../../../src/model/ids.ts';
import type { Question } from '../../../src/questions/question.ts';
import { linkQuestion } from '../../../src/questions/registry.ts';
import type { QuestionSource } from '../../../src/questions/source.ts';

export interface CompiledQuestions {
  readonly questions: readonly Question[];
  readonly findings: readonly Finding[];
}

/** The questions of a page, as their page carries them. */
export async function fromMarkdown(text: string): Promise<CompiledQuestions> {
  const { questions, findings } = await compileJob({ kind: 'page', file: { path: 'modules/all.md', text } });
  return { questions: questions.map(linked), findings };
}

/** The questions of a quiz file, with the keys of the same ones on the page. */
export async function fromYaml(text: string): Promise<CompiledQuestions> {
  const { questions, findings } = await compileJob({
    kind: 'quiz',
    file: { path: 'quizzes/all.yaml', text },
  });
  return { questions: questions.map(linked), findings };
}

function linked(source: QuestionSource): Question {
  return linkQuestion(source, questionKey('all', source.id.value), (html) => html);
}
