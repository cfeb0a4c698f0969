import type { Grade } from '../../assess/types.ts';
import type { Share } from '../../model/condition.ts';
import type { Response } from '../../model/events.ts';
import { gradeParts, partsOutcomes } from '../parts/grade.ts';
import type { CategorisingQuestion } from './types.ts';

/** Grades where each thing was put: the share of those that are right, or all or nothing. */
export function gradeCategorising(
  { things, credit }: CategorisingQuestion,
  response: Response,
): Grade | undefined {
  return gradeParts(things, credit, response, ({ category }, given) => category === given);
}

/** Every credit that some response earns, ascending. */
export function categorisingOutcomes({
  things,
  credit,
}: Pick<CategorisingQuestion, 'things' | 'credit'>): readonly Share[] {
  return partsOutcomes(things, credit);
}
