import { type Grade, gradeOf } from '../../assess/types.ts';
import type { Share } from '../../model/condition.ts';
import type { Response } from '../../model/events.ts';
import type { PollQuestion } from './types.ts';

/** Takes any choice: there is no right one. */
export function gradePoll({ several }: Pick<PollQuestion, 'several'>, response: Response): Grade | undefined {
  return response.type === (several ? 'multiple' : 'single') ? gradeOf(1) : undefined;
}

/** Every credit that some response earns: of no points. */
export function pollOutcomes(): readonly Share[] {
  return [1];
}
