import type { Remark } from '../../assess/types.ts';
import type { Response } from '../../model/events.ts';
import type { ActiveQuestion } from './active.ts';

/** These say how something is written, whatever is right: they may be said before it is judged. */
const UNREAD: readonly Remark[] = ['not-a-number', 'unit-missing', 'unit-unknown'];

/** Why an answer cannot be read as it was typed; empty where it can, or where there is none. */
export function unreadRemarks(
  { question, widget }: Pick<ActiveQuestion, 'question' | 'widget'>,
  response: Response | undefined,
): readonly Remark[] {
  const grade = response && widget.grade(question, response);
  return grade?.remarks.filter((remark) => UNREAD.includes(remark)) ?? [];
}
