import type { Share } from '../../model/condition.ts';
import type { QuestionRef } from '../../model/course.ts';
import { isFields } from '../../model/fields.ts';
import { type ActiveQuestion, asksElse, asWas } from '../question/active.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import type { QuizRun } from './run.ts';

/** What an attempt was begun with, kept until it is handed in: another edition may ask otherwise meanwhile. */
interface Begun {
  readonly attempt: number;
  readonly pass?: Share | undefined;
  readonly questions: readonly Asked[];
}

type Asked = Pick<QuestionRef, 'key' | 'asks' | 'answer'>;

/**
 * Remembers what an attempt asks and takes to pass, once something is answered; where another edition has changed that since, says so
 * above the form, before it is handed in.
 */
export function followQuiz(run: QuizRun, tools: Tools): void {
  const { attempt, form, page, quiz } = run;
  if (!attempt) return;
  const note = noteOf(run);
  const begun = readBegun(page.progress.note(note));
  if (begun?.attempt !== attempt.number) {
    const questions = attempt.asked.map(({ ref }) => ({ key: ref.key, ...asWas({ ref }) }));
    page.progress.keep(note, { attempt: attempt.number, pass: quiz.pass, questions } satisfies Begun);
    return;
  }
  const { asked } = attempt;
  const isTwin = (before: Asked, { ref }: ActiveQuestion) =>
    before.key === ref.key || (before.asks !== undefined && before.asks === ref.asks);
  const gone = begun.questions.filter((before) => !asked.some((active) => isTwin(before, active)));
  const fresh = asked.filter((active) => !begun.questions.some((before) => isTwin(before, active)));
  const otherwise = asked.filter((active) =>
    begun.questions.some((before) => before.key === active.ref.key && asksElse(active, before)),
  );
  const text = changes(gone.length, fresh.length, otherwise.length, begun.pass, quiz.pass);
  const old = tools.one(CHANGED);
  if ((old?.textContent ?? '') === text) return;
  old?.remove();
  if (!text) return;
  const lang = tools.slot('quiz-result')?.lang || undefined;
  form.before(tools.h('p', { class: 'callout important', 'data-quiz-changed': true, lang }, text));
  page.announce(text);
}

function changes(
  gone: number,
  fresh: number,
  otherwise: number,
  before: Share | undefined,
  pass: Share | undefined,
): string {
  const say = words.quizChanged;
  const parts = [
    ...(gone > 0 ? [say.gone(gone)] : []),
    ...(fresh > 0 ? [say.fresh(fresh)] : []),
    ...(otherwise > 0 ? [say.otherwise(otherwise)] : []),
  ];
  const sentences = [
    ...(parts.length > 0 ? [`${parts.join(', ')}.`] : []),
    ...(before === pass ? [] : [say.pass(pass, before)]),
  ];
  return sentences.length > 0 ? [say.title, ...sentences].join(' ') : '';
}

/** Forgets it: the attempt was handed in. */
export function unfollowQuiz(run: QuizRun, { one }: Tools): void {
  const { progress } = run.page;
  if (progress.note(noteOf(run)) !== undefined) progress.keep(noteOf(run), undefined);
  one(CHANGED)?.remove();
}

const CHANGED = '[data-quiz-changed]';

function noteOf({ quiz }: QuizRun): string {
  return `begun:${quiz.id}`;
}

/** What was kept as a note, which may be anything. */
function readBegun(note: unknown): Begun | undefined {
  if (!isFields(note) || typeof note.attempt !== 'number' || !Array.isArray(note.questions)) return undefined;
  const list: readonly unknown[] = note.questions;
  return {
    attempt: note.attempt,
    pass: typeof note.pass === 'number' ? note.pass : undefined,
    questions: list.flatMap((entry) =>
      isFields(entry) && typeof entry.key === 'string'
        ? [
            {
              key: entry.key,
              ...(typeof entry.asks === 'string' && { asks: entry.asks }),
              ...(typeof entry.answer === 'string' && { answer: entry.answer }),
            },
          ]
        : [],
    ),
  };
}
