import type { Grade } from '../../assess/types.ts';
import type { Response } from '../../model/events.ts';
import type { QuestionOf, QuestionType } from '../../questions/question.ts';
import type { Tools } from '../tools.ts';

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

/** The part of a widget that grades by such a bundle. */
export function gradedLate<Name extends keyof Gradings>({ late }: Tools, needs: Name) {
  const grade: Gradings[Name]['grade'] = (question: never, response) =>
    late(needs)?.grade(question, response);
  return { needs, grade };
}
