import type { Grade } from '../../assess/types.ts';
import type { Response } from '../../model/events.ts';
import type { QuestionOf, QuestionType } from '../../questions/question.ts';

/** What grades questions of some types, where that is large: a late bundle (`src/questions/<type>/late.ts`). */
export interface Grading<T extends QuestionType> {
  /** As the `grade.ts` of the type. */
  grade(question: QuestionOf<T>, response: Response): Grade | undefined;
}

/** The late bundles that grade, with the types of question that they grade. */
export interface Gradings {
  readonly numeric: Grading<'numeric' | 'calculated'>;
  readonly 'short-text': Grading<'short-text' | 'cloze'>;
}
