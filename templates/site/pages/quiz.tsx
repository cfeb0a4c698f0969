import type { Element } from 'hast';
import { countAsked } from '../../../src/model/attempt.ts';
import type { Quiz } from '../../../src/model/course.ts';
import type { Html } from '../../../src/model/question.ts';
import { facts } from '../facts.tsx';
import { breadcrumb, pager } from '../place.tsx';
import { quizQuestion } from '../question.tsx';
import { html, raw } from '../raw.ts';
import type { Place, QuestionView } from '../types.ts';
import { duration, type PageWords } from '../words.ts';

/** A quiz: what it asks for, its questions in one form, the way on. */
export function quizPage(
  quiz: Quiz,
  intro: Html | undefined,
  questions: readonly QuestionView[],
  place: Place,
  root: string,
  words: PageWords,
): Html {
  const { lang } = words;
  return html(
    (
      <article class="quiz">
        <header class="page-head">
          {breadcrumb(place, root, words)}
          <p class="eyebrow" lang={lang}>
            {words.quiz}
          </p>
          <h1>{quiz.title}</h1>
          {facts(
            [
              ['quiz', words.questions(countAsked(quiz)), 'asked'],
              quiz.settings?.time === undefined
                ? undefined
                : ['clock', words.timeLimit(duration(quiz.settings.time))],
              quiz.minutes > 0 && quiz.settings?.time === undefined
                ? ['clock', duration(quiz.minutes)]
                : undefined,
              quiz.pass === undefined ? undefined : ['target', words.passWith(quiz.pass)],
              quiz.attempts === undefined ? undefined : ['repeat', words.attempts(quiz.attempts)],
            ],
            words,
          )}
        </header>
        <div data-slot="gate" lang={lang} hidden />
        <div data-content>
          {intro === undefined ? null : <div class="prose">{raw(intro)}</div>}
          <div class="quiz-status" data-slot="quiz-status" lang={lang} hidden />
          <div class="taking" data-slot="taking" lang={lang} hidden />
          <div class="quiz-result" data-slot="quiz-result" tabindex="-1" lang={lang} hidden />
          <form data-quiz={quiz.id} autocomplete="off">
            {inOrder(quiz, questions, words)}
            <div class="question-actions">
              <button class="button primary" type="submit" lang={lang}>
                {words.handIn}
              </button>
            </div>
          </form>
        </div>
        <div data-slot="next" lang={lang} hidden />
        {pager(place, root, words)}
      </article>
    ) as Element,
  );
}

/** The questions that are always asked; where others are drawn, a line that says so until they stand there. */
function inOrder(quiz: Quiz, questions: readonly QuestionView[], words: PageWords): Element[] {
  const notes = (quiz.draws ?? []).map(({ before, count }, index) => ({
    before,
    note: (
      <p class="draw" data-draw={index} lang={words.lang}>
        {words.drawn(count)}
      </p>
    ) as Element,
  }));
  const notesAt = (at: number) => notes.filter(({ before }) => before === at).map(({ note }) => note);
  return [
    ...questions.flatMap((question, at) => [...notesAt(at), quizQuestion(question)]),
    ...notesAt(questions.length),
  ];
}
