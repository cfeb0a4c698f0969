import type { DrawnFrom } from './draws.ts';
import type { PageSource, QuizSource } from './source.ts';

/** Silent reading of English non-fiction: Brysbaert 2019, J. Memory and Language 109, 104047. */
export const WORDS_PER_MINUTE = 238;

/** The usual allowance for a choice question: Brothen 2012, "Updating the 1-minute rule", Teaching of Psychology 39(4). */
export const MINUTES_PER_QUESTION = 1;

/** The estimated minutes of a module, at least 1, when its author gave none. `mediaSeconds` is its video and audio. */
export function moduleMinutes(page: PageSource, mediaSeconds: number): number {
  const asked = Math.max(page.questions.length * MINUTES_PER_QUESTION, page.questionWords / WORDS_PER_MINUTE);
  return estimate(page.words / WORDS_PER_MINUTE + asked + mediaSeconds / 60);
}

/** The estimated minutes of a quiz: the questions of an attempt, and its introduction is read within them. */
export function quizMinutes(quiz: QuizSource, drawn: readonly DrawnFrom[]): number {
  let questions = quiz.questions.length;
  let { words } = quiz;
  for (const { draw, banks, candidates } of drawn) {
    const asked = Math.min(draw.count.value, candidates.length);
    questions += asked;
    const all = banks.reduce((sum, bank) => sum + bank.questions.length, 0);
    const read = banks.reduce((sum, bank) => sum + bank.words, 0);
    words += all === 0 ? 0 : (asked * read) / all;
  }
  return estimate(Math.max(questions * MINUTES_PER_QUESTION, words / WORDS_PER_MINUTE));
}

function estimate(minutes: number): number {
  return Math.max(1, Math.round(minutes));
}
