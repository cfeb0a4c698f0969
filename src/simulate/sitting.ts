import { confidentScore } from '../assess/confidence.ts';
import { asked } from '../assess/draw.ts';
import { score } from '../assess/score.ts';
import type { Share } from '../model/condition.ts';
import type { Quiz } from '../model/course.ts';
import type { Confidence } from '../model/events.ts';
import type { QuestionKey } from '../model/ids.ts';
import type { Random } from './random.ts';
import { answer, type Item, reach } from './response.ts';

/** The answers of one attempt. */
export interface Sitting {
  /** By question, those included that were kept from the attempt before. */
  readonly credits: Readonly<Record<QuestionKey, Share>>;
  readonly earned: number;
  readonly possible: number;
}

/** A number of seeds that `below` can draw from at once. */
const SEEDS = 2 ** 31;

/**
 * One attempt at a quiz by one learner: draws its questions, or asks again what the attempt before missed, as the quiz says. Under
 * confidence-based marking learners know how likely they are right, and say what then earns most: an assumption.
 *
 * @param items the questions of the quiz, by place, as the response model sees them
 * @param onMissed hears of each question that was answered now and not with full credit
 * @param ability what the learner brings to the question at a place, in logits
 */
export function sitting(
  quiz: Quiz,
  items: readonly Item[],
  ability: (place: number) => number,
  random: Random,
  before: Sitting | undefined,
  onMissed: (place: number) => void,
): Sitting {
  const kept = quiz.settings?.retryMissed ? keptOf(before) : {};
  const isAsked = isAskedIn(quiz, before, kept, random);
  const credits: Record<QuestionKey, Share> = { ...kept };
  const confidences: Record<QuestionKey, Confidence> = {};
  quiz.questions.forEach(({ key }, place) => {
    const item = items[place];
    if (item === undefined || !isAsked(key)) return;
    const credit = answer(item, ability(place), random);
    credits[key] = credit;
    confidences[key] = confidenceIn(reach(item, ability(place), item.outcomes.length - 1));
    if (credit < 1) onMissed(place);
  });
  for (const key of Object.keys(kept)) confidences[key] = BEST;
  const questions = quiz.questions.filter(({ key }) => Object.hasOwn(credits, key));
  const points = quiz.settings?.confidence
    ? confidentScore(questions, credits, confidences)
    : score(questions, credits);
  return { credits, ...points };
}

/** What was fully right; nothing where all was, since there is nothing to ask again. */
function keptOf(before: Sitting | undefined): Record<QuestionKey, Share> {
  const entries = Object.entries(before?.credits ?? {});
  const kept = entries.filter(([, credit]) => credit === 1);
  return kept.length === entries.length ? {} : Object.fromEntries(kept);
}

function isAskedIn(
  quiz: Quiz,
  before: Sitting | undefined,
  kept: Readonly<Record<QuestionKey, Share>>,
  random: Random,
): (key: QuestionKey) => boolean {
  if (before !== undefined && Object.keys(kept).length > 0)
    return (key) => Object.hasOwn(before.credits, key) && !Object.hasOwn(kept, key);
  if (quiz.draws === undefined) return () => true;
  const { questions, draws } = quiz;
  const drawn = new Set(asked({ questions, draws }, random.below(SEEDS)));
  return (key) => drawn.has(key);
}

const BEST: Confidence = 3;

/** The confidence that earns most for somebody who is right with this chance (`confidentMark`). */
function confidenceIn(chance: Share): Confidence {
  if (chance < 2 / 3) return 1;
  return chance < 4 / 5 ? 2 : BEST;
}
