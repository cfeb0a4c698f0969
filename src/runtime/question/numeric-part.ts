import type { Grade } from '../../assess/types.ts';
import type { Response } from '../../model/events.ts';
import type { QuestionOf } from '../../questions/question.ts';

/** What grades numbers (`src/questions/numeric/late.ts`). */
export interface NumericPart {
  /** As the `grade.ts` of the type. */
  grade(question: QuestionOf<'numeric' | 'calculated'>, response: Response): Grade | undefined;
}
