import type { Below } from '../../../src/assess/random.ts';
import type { Share } from '../../../src/model/condition.ts';
import type { Response } from '../../../src/model/events.ts';
import type { QuestionKind } from '../../../src/questions/kind.ts';
import type { QuestionOf, QuestionType } from '../../../src/questions/question.ts';
import { questionKinds } from '../../../src/questions/registry.ts';

/** A guess at a question of any type. */
export function guess<T extends QuestionType>(question: QuestionOf<T>, below: Below): Response {
  const type: T = question.type;
  const kind: QuestionKind<T> = questionKinds[type];
  return kind.guess(question, below);
}

/** What its answers can earn, hints unpaid. */
export function credits<T extends QuestionType>(question: QuestionOf<T>): readonly Share[] {
  const type: T = question.type;
  const kind: QuestionKind<T> = questionKinds[type];
  return kind.outcomes(question);
}
