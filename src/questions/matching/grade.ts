import type { Grade } from '../../assess/types.ts';
import type { Share } from '../../model/condition.ts';
import type { Response } from '../../model/events.ts';
import { gradeParts, partsOutcomes } from '../parts/grade.ts';
import type { MatchingQuestion } from './types.ts';

/** Grades the right sides that were chosen: the share of the pairs that are right, or all or nothing. */
export function gradeMatching({ pairs, credit }: MatchingQuestion, response: Response): Grade | undefined {
  return gradeParts(pairs, credit, response, ({ match }, given) => match === given);
}

/** Every credit that some response earns, ascending. */
export function matchingOutcomes({
  pairs,
  credit,
}: Pick<MatchingQuestion, 'pairs' | 'credit'>): readonly Share[] {
  return partsOutcomes(pairs, credit);
}
