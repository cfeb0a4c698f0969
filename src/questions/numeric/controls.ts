import type { Response } from '../../model/events.ts';
import type { Tools } from '../../runtime/tools.ts';
import type { QuestionOf } from '../question.ts';

/** The part of a widget that grades a number, by a bundle that its pages have besides (`late.ts`). */
export function gradedLate({ late }: Tools) {
  return {
    needs: 'numeric',
    grade: (question: QuestionOf<'numeric' | 'calculated'>, response: Response) =>
      late('numeric')?.grade(question, response),
  } as const;
}
