import type { Share } from '../../model/condition.ts';
import type { QuestionRef } from '../../model/course.ts';
import { isFields } from '../../model/fields.ts';
import { type ActiveQuestion, asksElse, asWas } from '../question/active.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import { type Attempt, beganAt } from './attempt.ts';
import { retryOf } from './retry.ts';
import type { QuizRun } from './run.ts';

/** What an attempt was begun with, kept until it is handed in: another edition or another device may have it ask otherwise meanwhile. */
interface Begun {
  readonly attempt: number;
  readonly seed: number;
  readonly pass?: Share | undefined;
  readonly questions: readonly Asked[];
}

type Asked = Pick<QuestionRef, 'key' | 'asks' | 'answer'>;

/**
 * Remembers what an attempt asks and takes to pass, once it has begun; where that is otherwise since, says so above the form, before it
 * is handed in. What counts as right by now is no longer asked where only what was missed is.
 */
export function followQuiz(run: QuizRun, tools: Tools): void {
  const { attempt, page, quiz } = run;
  const { progress } = page;
  if (!attempt) return;
  const { number, seed, asked } = attempt;
  const kept = (retryOf(run, attempt.last)?.kept ?? []).flatMap(run.find);
  if (`${kept.map(({ ref }) => ref.key)}` !== `${attempt.kept.map(({ ref }) => ref.key)}`) {
    run.attempt = undefined;
    run.show();
    return;
  }
  const begun = readBegun(progress.note(noteOf(run)));
  const isBegun = beganAt(progress, quiz, number) !== undefined;
  if (isBegun && begun?.attempt !== number) {
    const questions = asked.map(({ ref }) => ({ key: ref.key, ...asWas({ ref }) }));
    progress.keep(noteOf(run), { attempt: number, seed, pass: quiz.pass, questions } satisfies Begun);
  }
  say(run, tools, isBegun && begun?.attempt === number ? changes(begun, attempt, quiz.pass) : '');
}

/** Forgets it: the attempt was handed in. */
export function unfollowQuiz(run: QuizRun, tools: Tools): void {
  const { progress } = run.page;
  if (progress.note(noteOf(run)) !== undefined) progress.keep(noteOf(run), undefined);
  say(run, tools, '');
}

/** Puts it above the form, in place of what stood there. */
function say({ form, page }: QuizRun, { h, one, slot }: Tools, text: string): void {
  const old = one('[data-quiz-changed]');
  if ((old?.textContent ?? '') === text) return;
  old?.remove();
  if (!text) return;
  const lang = slot('quiz-result')?.lang || undefined;
  form.before(h('p', { class: 'callout important', 'data-quiz-changed': true, lang }, text));
  page.announce(text);
}

/** What has become of an attempt since it began, in words; empty where nothing has. */
function changes(begun: Begun, { seed, asked, kept }: Attempt, pass: Share | undefined): string {
  const say = words.quizChanged;
  const isTwin = (before: Asked, { ref }: ActiveQuestion) =>
    before.key === ref.key || (before.asks !== undefined && before.asks === ref.asks);
  const isIn = (list: readonly ActiveQuestion[]) => (before: Asked) =>
    list.some((active) => isTwin(before, active));
  const right = begun.questions.filter(isIn(kept));
  const gone = begun.questions.filter((before) => !isIn([...asked, ...kept])(before));
  const fresh = asked.filter((active) => !begun.questions.some((before) => isTwin(before, active)));
  const otherwise = asked.filter((active) =>
    begun.questions.some((before) => before.key === active.ref.key && asksElse(active, before)),
  );
  // Then others were drawn, and what an edition changed cannot be told from that.
  const isElsewhere = begun.seed !== seed && gone.length + fresh.length > 0;
  const parts = [
    ...(gone.length > 0 && !isElsewhere ? [say.gone(gone.length)] : []),
    ...(fresh.length > 0 && !isElsewhere ? [say.fresh(fresh.length)] : []),
    ...(otherwise.length > 0 ? [say.otherwise(otherwise.length)] : []),
  ];
  const edited = [
    ...(parts.length > 0 ? [`${parts.join(', ')}.`] : []),
    ...(begun.pass === pass ? [] : [say.pass(pass, begun.pass)]),
  ];
  return [
    ...(isElsewhere ? [say.elsewhere] : []),
    ...(right.length > 0 ? [say.right(right.length)] : []),
    ...(edited.length > 0 ? [say.title, ...edited] : []),
  ].join(' ');
}

function noteOf({ quiz }: QuizRun): string {
  return `begun:${quiz.id}`;
}

/** What was kept as a note, which may be anything. */
function readBegun(note: unknown): Begun | undefined {
  if (!isFields(note) || !Array.isArray(note.questions)) return undefined;
  if (typeof note.attempt !== 'number' || typeof note.seed !== 'number') return undefined;
  const list: readonly unknown[] = note.questions;
  return {
    attempt: note.attempt,
    seed: note.seed,
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
