import { type Grade, gradeOf } from '../../assess/types.ts';
import type { Share } from '../../model/condition.ts';
import type { Response } from '../../model/events.ts';
import type { LikertQuestion } from './types.ts';

/** Takes any ratings: there are no right ones, and who has no opinion on a statement leaves it out. */
export function gradeLikert(_question: LikertQuestion, response: Response): Grade | undefined {
  return response.type === 'fields' ? gradeOf(1) : undefined;
}

/** Every credit that some response earns: of no points. */
export function likertOutcomes(): readonly Share[] {
  return [1];
}
