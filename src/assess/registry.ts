import type { Share } from '../model/condition.ts';
import type { Response } from '../model/events.ts';
import type { QuestionType } from '../model/question.ts';
import { multiple } from './multiple/multiple.ts';
import { single } from './single/single.ts';
import type { Grade, QuestionKind, QuestionOf } from './types.ts';

/**
 * Every question type. For tools that need them all; a page loads only the types that it uses, straight
 * from their folders.
 */
export const questionKinds: { readonly [T in QuestionType]: QuestionKind<T> } = { single, multiple };

/** Grades a response; undefined when it is not one for this type of question. */
export function grade<T extends QuestionType>(
  question: QuestionOf<T>,
  response: Response,
): Grade | undefined {
  const type: T = question.type;
  const kind: QuestionKind<T> = questionKinds[type];
  return kind.isResponse(response) ? kind.grade(question, response) : undefined;
}

/** Every credit that some response to the question earns, ascending. */
export function outcomes<T extends QuestionType>(question: QuestionOf<T>): readonly Share[] {
  const type: T = question.type;
  const kind: QuestionKind<T> = questionKinds[type];
  return kind.outcomes(question);
}
