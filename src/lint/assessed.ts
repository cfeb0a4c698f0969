import type { LoadedCourse } from '../load/loaded.ts';
import type { QuestionSource, QuizSource } from '../load/source.ts';
import type { ItemId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import type { Assessed, Choice } from '../questions/assessed.ts';
import { assessedOf } from '../questions/registry.ts';

/** A graded question, and what can be said of its quality. */
export interface AssessedQuestion extends Assessed {
  readonly question: QuestionSource;
}

/** The graded questions of one file: a page, a quiz or a bank. Learners meet them together. */
export interface AssessedFile {
  readonly item: ItemId;
  readonly file: string;
  readonly text: string;
  readonly form: 'markdown' | 'yaml';
  readonly quiz: QuizSource | undefined;
  readonly questions: readonly AssessedQuestion[];
}

/** Every file with graded questions, those left out that could not be read as they were meant. */
export function assessedFiles(loaded: LoadedCourse, broken: (span: Span) => boolean): AssessedFile[] {
  const sources = [...loaded.pages, ...loaded.quizzes];
  return sources.flatMap(([item, source]) => {
    const questions = source.questions.flatMap((question) => {
      const assessed = broken(question.span) ? undefined : assessedOf(question);
      return assessed === undefined ? [] : [{ ...assessed, question }];
    });
    if (questions.length === 0) return [];
    const { file } = source;
    const text = loaded.texts.get(file)?.text ?? '';
    const form = file.endsWith('.md') ? 'markdown' : 'yaml';
    return [{ item, file, text, form, quiz: loaded.quizzes.get(item), questions }];
  });
}

/** Choices of which one is right. */
export interface ChoiceSet {
  readonly question: QuestionSource;
  readonly choices: readonly Choice[];
  readonly right: Choice;
  readonly wrong: readonly Choice[];
}

/** The sets of choices of a question of which exactly one is right, where each has a text. */
export function choiceSets({ question, choices = [], several = false }: AssessedQuestion): ChoiceSet[] {
  if (several) return [];
  return choices.flatMap((set) => {
    const [right, ...more] = set.filter(({ correct }) => correct);
    const wrong = set.filter(({ correct }) => !correct);
    if (right === undefined || more.length > 0 || wrong.length === 0) return [];
    return set.every(({ text }) => text.text.trim() !== '') ? [{ question, choices: set, right, wrong }] : [];
  });
}
