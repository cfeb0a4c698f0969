import { percent } from '../model/quantities.ts';
import type { SimulationReport } from './report.ts';
import type { DropReason } from './story.ts';

/** Why learners were lost, in a few words. */
export const reasonWords: Readonly<Record<DropReason, string>> = {
  setbacks: 'gave up after failing again and again',
  time: 'gave up: it took too long',
  wait: 'gave up waiting for a date',
  trapped: 'trapped: nothing left to do',
  closed: 'shut out: a date had passed',
  circles: 'went in circles without an end',
};

/** Fewer than that at one place are no sign of a fault there. */
const WORTH_MENTIONING = 0.01;

/** What an instructor can do about what the simulation found, the most urgent first: one sentence or two for each. */
export function advice({ drops, quizzes, neverVisited, badges }: SimulationReport): string[] {
  const found: string[] = [];
  for (const { title, reason, learners, share } of drops) {
    // Who gives up for once has reasons of their own; whom the course stops, it stops for good.
    const isTheirs = reason === 'setbacks' || reason === 'time' || reason === 'wait';
    if (isTheirs && share < WORTH_MENTIONING) continue;
    const place = title === '' ? 'the start' : `“${title}”`;
    const who = `${learners} ${learners === 1 ? 'learner' : 'learners'}`;
    switch (reason) {
      case 'trapped':
        found.push(`${who} cannot go on at ${place}, whatever they do. \`course validate\` tells the story.`);
        break;
      case 'closed':
        found.push(
          `${who} came to ${place} after a date had closed the way. Move the date, or leave another way open.`,
        );
        break;
      case 'circles':
        found.push(`${who} went round ${place} without end. Check what its conditions wait for.`);
        break;
      case 'wait':
        found.push(
          `${who} had to wait too long at ${place}. Bring its date forward, or give them something to do.`,
        );
        break;
      case 'setbacks':
        found.push(
          `${who} gave up at ${place}. Add practice or a review before it, lower its pass mark, or say what then.`,
        );
        break;
      case 'time':
        found.push(`${who} ran out of time at ${place}. Make something before it optional or shorter.`);
        break;
    }
  }
  for (const { title, passedFirst, score } of quizzes)
    if (passedFirst !== null && passedFirst < 0.5)
      found.push(`“${title}” is hard: ${percent(passedFirst)} pass at first, mean score ${percent(score)}.`);
  if (neverVisited.length > 0)
    found.push('Nobody came to some pages: check their conditions, or whether anybody needs them.');
  if (badges.some(({ learners }) => learners === 0))
    found.push('Nobody earned some badge: check what it asks for.');
  return found;
}
