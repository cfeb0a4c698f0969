import type { Course } from '../../src/model/course.ts';
import { view } from '../../src/path/index.ts';
import { follow, type Moment } from '../../src/proof/steps.ts';
import type { Step } from '../../src/proof/types.ts';
import { type Sight, Walk } from './oracle.ts';

/** What the engine says, in the oracle's form. */
export function sightOf(course: Course, { state, now }: Moment): Sight {
  const seen = view(course, state, now);
  return {
    items: seen.items.map(({ id, status, cleared }) => {
      return `${id}:${status === 'done' ? 'open' : status}${cleared ? '+' : ''}`;
    }),
    quizzes: seen.items.flatMap(({ id, quiz }) => {
      if (!quiz || quiz.submissions === 0) return [];
      const words = [
        ...(quiz.passed ? ['passed'] : []),
        ...(quiz.failed ? ['failed'] : []),
        ...(quiz.exhausted ? ['exhausted'] : []),
        ...[...quiz.toReview].sort(),
      ];
      return `${id}:${words.join(' ')}`;
    }),
    points: seen.points,
    badges: seen.badges,
    mastered: seen.competencies.flatMap(({ id, mastered }) => (mastered ? [id] : [])),
    finished: seen.finished,
  };
}

/**
 * Leads the engine and the oracle through a course, each move chosen by a number; gives the story up to the first
 * difference in what they see, undefined when there is none.
 */
export function firstDifference(course: Course, choices: readonly number[]) {
  const walk = new Walk(course);
  let moment = follow(course, []);
  const story: Step[] = [];
  for (const choice of [undefined, ...choices]) {
    if (choice !== undefined) {
      const moves = walk.moves();
      const step = moves[choice % Math.max(1, moves.length)];
      if (!step) return undefined;
      story.push(step);
      walk.take(step);
      moment = follow(course, [step], moment);
    }
    const oracle = walk.look();
    const engine = sightOf(course, moment);
    if (JSON.stringify(oracle) !== JSON.stringify(engine)) return { story, oracle, engine };
  }
  return undefined;
}
