import type { Grade } from '../../assess/types.ts';
import type { Share } from '../../model/condition.ts';
import type { Response } from '../../model/events.ts';
import { gradeMultiple, multipleOutcomes } from '../multiple/grade.ts';
import { gradeSingle, singleOutcomes } from '../single/grade.ts';
import type { HotspotQuestion } from './types.ts';

type Key = Pick<HotspotQuestion, 'regions' | 'credit'>;

/** Whether learners may choose several regions: where several are right. */
export function isSeveral({
  regions,
}: {
  readonly regions: readonly { readonly correct: boolean }[];
}): boolean {
  return regions.filter(({ correct }) => correct).length > 1;
}

/** As single choice, or as multiple choice where several regions are right. */
export function gradeHotspot(question: Key, response: Response): Grade | undefined {
  const as = choice(question);
  return isSeveral(question) ? gradeMultiple(as, response) : gradeSingle(as, response);
}

/** Every credit that some response earns, ascending. */
export function hotspotOutcomes(question: Key): readonly Share[] {
  const as = choice(question);
  return isSeveral(question) ? multipleOutcomes(as) : singleOutcomes(as);
}

function choice({ regions, credit }: Key) {
  return { options: regions, ...(credit !== undefined && { credit }) };
}
