import type { Element } from 'hast';
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
              ['quiz', words.questions(questions.length)],
              quiz.minutes > 0 ? ['clock', duration(quiz.minutes)] : undefined,
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
          <form data-quiz={quiz.id} autocomplete="off">
            {questions.map(quizQuestion)}
            <div class="question-actions">
              <button class="button primary" type="submit" lang={lang}>
                {words.handIn}
              </button>
            </div>
          </form>
          <div class="quiz-result" data-slot="quiz-result" tabindex="-1" lang={lang} hidden />
        </div>
        <div data-slot="next" lang={lang} hidden />
        {pager(place, root, words)}
      </article>
    ) as Element,
  );
}
