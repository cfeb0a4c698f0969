import type { Draw, QuestionRef, Quiz } from './course.ts';

type Questions = Pick<Quiz, 'questions' | 'draws'>;

/** The questions that every attempt asks. */
export function alwaysAsked({ questions, draws = [] }: Questions): readonly QuestionRef[] {
  return questions.slice(0, Math.min(questions.length, ...draws.map(({ from }) => from)));
}

/** The questions that a draw takes from. */
export function candidatesOf({ questions }: Questions, { from, to }: Draw): readonly QuestionRef[] {
  return questions.slice(from, to);
}

/** How many questions an attempt asks. */
export function countAsked(quiz: Questions): number {
  return (quiz.draws ?? []).reduce((sum, { count }) => sum + count, alwaysAsked(quiz).length);
}

/** The points that an attempt can earn: the same for each, whatever it draws. */
export function pointsPossible(quiz: Questions): number {
  const fixed = alwaysAsked(quiz).reduce((sum, { points }) => sum + points, 0);
  return (quiz.draws ?? []).reduce((sum, { count, points }) => sum + count * points, fixed);
}
