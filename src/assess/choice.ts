import type { Share } from '../model/condition.ts';
import type { ChoiceQuestion } from '../model/question.ts';
import type { Grade } from './types.ts';

/** The grade of a set of chosen options with a given credit: what both choice types have in common. */
export function choiceGrade(question: ChoiceQuestion, chosen: ReadonlySet<string>, credit: Share): Grade {
  return {
    credit,
    correct: credit === 1,
    options: question.options.map(({ id, correct, feedback }) => ({
      option: id,
      chosen: chosen.has(id),
      right: chosen.has(id) === correct,
      ...(chosen.has(id) && feedback !== undefined && { feedback }),
    })),
  };
}
