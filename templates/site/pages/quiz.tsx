import type { Element } from 'hast';
import type { Quiz } from '../../../src/model/course.ts';
import type { Html } from '../../../src/model/question.ts';
import { facts } from '../facts.tsx';
import { breadcrumb, pager } from '../place.tsx';
import { quizQuestion } from '../question.tsx';
import { html, raw } from '../raw.ts';
import type { Place, QuestionView } from '../types.ts';
import { count, duration, percent, words } from '../words.ts';

/** A quiz: what it asks for, its questions in one form, the way on. */
export function quizPage(
  quiz: Quiz,
  intro: Html | undefined,
  questions: readonly QuestionView[],
  place: Place,
  root: string,
): Html {
  return html(
    (
      <article class="quiz">
        <header class="page-head">
          {breadcrumb(place, root)}
          <p class="eyebrow">{words.quiz}</p>
          <h1>{quiz.title}</h1>
          {facts([
            ['quiz', count(questions.length, 'question', 'questions')],
            quiz.minutes > 0 ? ['clock', duration(quiz.minutes)] : undefined,
            quiz.pass === undefined ? undefined : ['target', `Pass with ${percent(quiz.pass)}`],
            quiz.attempts === undefined ? undefined : ['repeat', count(quiz.attempts, 'attempt', 'attempts')],
          ])}
        </header>
        <div data-slot="gate" hidden />
        <div data-content>
          {intro === undefined ? null : <div class="prose">{raw(intro)}</div>}
          <div class="quiz-status" data-slot="quiz-status" hidden />
          <form data-quiz={quiz.id} autocomplete="off">
            {questions.map(quizQuestion)}
            <div class="question-actions">
              <button class="button primary" type="submit">
                {words.handIn}
              </button>
            </div>
          </form>
          <div class="quiz-result" data-slot="quiz-result" tabindex="-1" hidden />
        </div>
        <div data-slot="next" hidden />
        {pager(place, root)}
      </article>
    ) as Element,
  );
}
