import type { Course } from '../../src/model/course.ts';
import { view } from '../../src/path/index.ts';
import { follow, type Moment } from '../../src/proof/index.ts';
import type { Step } from '../../src/proof/types.ts';

/** Random numbers from 0 to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A learner on the engine who does something that is possible, whatever it is, until the course is finished or `most`
 * moves were made; gives the steps of one who did not get there, undefined for one who did.
 */
export function wander(course: Course, random: () => number, most: number): readonly Step[] | undefined {
  const steps: Step[] = [];
  // Everybody has a skill of their own, and their own way of putting things off.
  const skill = random();
  const idle = random();
  let moment = follow(course, []);
  for (;;) {
    const possible = possibilities(course, moment, random, skill);
    if (possible.isFinished) return undefined;
    const { useful, others } = possible;
    const from = useful.length > 0 && (others.length === 0 || random() > idle * 0.5) ? useful : others;
    const step = from[Math.floor(random() * from.length)];
    if (step === undefined || steps.length === most) return steps;
    steps.push(step);
    moment = follow(course, [step], moment);
  }
}

interface Possibilities {
  readonly isFinished: boolean;
  /** What was not done yet, or is asked for again. */
  readonly useful: readonly Step[];
  readonly others: readonly Step[];
}

/** Read off the engine's view alone. */
function possibilities(
  course: Course,
  { state, now }: Moment,
  random: () => number,
  skill: number,
): Possibilities {
  const seen = view(course, state, now);
  const useful: Step[] = [];
  const others: Step[] = [];
  const credit = (outcomes: readonly number[]) =>
    (random() < skill ? outcomes.at(-1) : outcomes[Math.floor(random() * outcomes.length)]) ?? 0;
  for (const item of course.items) {
    const found = seen.byId.get(item.id);
    if (item.kind === 'section' || (found?.status !== 'open' && found?.status !== 'done')) continue;
    if (!found.opened) {
      useful.push({ type: 'open', item: item.id });
      continue;
    }
    if (item.kind === 'module') {
      if (!found.cleared) useful.push({ type: 'finish', item: item.id });
      if (seen.items.some(({ quiz }) => quiz?.toReview.includes(item.id)))
        useful.push({ type: 'review', item: item.id });
      for (const { key, outcomes } of item.questions)
        others.push({ type: 'answer', item: item.id, question: key, credit: credit(outcomes) });
      continue;
    }
    const { quiz } = found;
    if (quiz && quiz.attemptsLeft !== 0 && quiz.toReview.length === 0) {
      const paper = [
        ...item.questions.slice(0, item.draws?.[0]?.from),
        ...(item.draws ?? []).flatMap(({ from, to, count }) =>
          item.questions
            .slice(from, to)
            .map((question) => ({ question, luck: random() }))
            .sort((a, b) => a.luck - b.luck)
            .slice(0, count)
            .map(({ question }) => question),
        ),
      ];
      const credits = Object.fromEntries(paper.map(({ key, outcomes }) => [key, credit(outcomes)]));
      const possible = paper.reduce((sum, { points }) => sum + points, 0);
      const mark = (share: number) => (item.settings?.confidence && share < 1 ? share / 3 : share);
      const earned = paper.reduce((sum, { key, points }) => sum + points * mark(credits[key] ?? 0), 0);
      const step: Step = {
        type: 'submit',
        quiz: item.id,
        share: possible > 0 ? earned / possible : 1,
        credits,
      };
      (found.cleared ? others : useful).push(step);
    }
    if (quiz?.exhausted && item.exhausted === 'contact') useful.push({ type: 'unlock', quiz: item.id });
  }
  if (seen.until !== undefined) others.push({ type: 'wait', until: seen.until });
  return { isFinished: seen.finished, useful, others };
}
