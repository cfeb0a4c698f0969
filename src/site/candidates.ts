import { quizQuestion } from '../../templates/site/question.tsx';
import { html } from '../../templates/site/raw.ts';
import { askedAs, drawnFrom, pointsOf } from '../load/draws.ts';
import type { QuestionSource, QuizSource } from '../load/source.ts';
import { countAsked } from '../model/attempt.ts';
import type { Quiz } from '../model/course.ts';
import { questionKey } from '../model/ids.ts';
import type { SealedQuestion } from '../questions/question.ts';
import { linkQuestion } from '../questions/registry.ts';
import { createLinker, type LinkContext, type Linker } from './link.ts';

/** What the draws of a quiz may take, and what that needs of the page. */
export interface Candidates {
  /** In the order of the quiz's `questions`, each with its form. */
  readonly questions: readonly SealedQuestion[];
  readonly sources: readonly QuestionSource[];
  readonly origins: ReadonlySet<string>;
}

/** Joins and renders the questions that the draws of a quiz may take. What they refer to is relative to the file of their bank. */
export function renderCandidates(
  quiz: Quiz,
  source: QuizSource,
  context: LinkContext,
  root: string,
): Candidates {
  const linkers = new Map<QuizSource, Linker>();
  const linkerOf = (bank: QuizSource) => {
    const linker = linkers.get(bank) ?? createLinker(context, bank.file, bank.refs, root);
    linkers.set(bank, linker);
    return linker;
  };
  const of = countAsked(quiz);
  const questions: SealedQuestion[] = [];
  const sources: QuestionSource[] = [];
  for (const drawn of drawnFrom(source, context.loaded.quizzes)) {
    const points = pointsOf(drawn);
    for (const candidate of drawn.candidates) {
      const { link } = linkerOf(candidate.bank);
      const question = askedAs(candidate, points);
      const key = questionKey(quiz.id, question.id.value);
      const view = { key, source: question, of, link, words: context.words };
      questions.push({ ...linkQuestion(question, key, link), form: html(quizQuestion(view)) });
      sources.push(question);
    }
  }
  return {
    questions,
    sources,
    origins: new Set([...linkers.values()].flatMap(({ origins }) => [...origins])),
  };
}
