import { parseResponse } from '../../model/parse-response.ts';
import { choiceGrade } from '../choice.ts';
import type { QuestionKind, ResponseOf } from '../types.ts';

/**
 * Grades a set of options. Credit is (correct chosen - wrong chosen) / correct, never below 0, as in
 * Canvas "multiple answers": neither ticking everything nor ticking nothing earns anything. Where no
 * option is correct, ticking none earns all. Apart from the rest, which a page does not need.
 */
export const gradeMultiple: QuestionKind<'multiple'>['grade'] = (question, response) => {
  const chosen = new Set(response.options);
  const count = (keyed: boolean): number =>
    question.options.filter(({ id, correct }) => correct === keyed && chosen.has(id)).length;
  const correct = question.options.filter((option) => option.correct).length;
  const credit = correct > 0 ? Math.max(0, count(true) - count(false)) / correct : count(false) === 0 ? 1 : 0;
  return choiceGrade(question, chosen, credit);
};

/** A set of options is right. */
export const multiple: QuestionKind<'multiple'> = {
  type: 'multiple',
  isResponse: (value): value is ResponseOf<'multiple'> => parseResponse(value)?.type === 'multiple',
  grade: gradeMultiple,
  outcomes({ options }) {
    const correct = options.filter((option) => option.correct).length;
    if (correct === 0) return options.length > 0 ? [0, 1] : [1];
    return Array.from({ length: correct + 1 }, (_, right) => right / correct);
  },
};
