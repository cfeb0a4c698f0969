import { parseResponse } from '../../model/parse-response.ts';
import { choiceGrade } from '../choice.ts';
import type { QuestionKind, ResponseOf } from '../types.ts';

/** Grades one option: all or nothing. Apart from the rest, which a page does not need. */
export const gradeSingle: QuestionKind<'single'>['grade'] = (question, { option }) => {
  const right = question.options.some(({ id, correct }) => correct && id === option);
  return choiceGrade(question, new Set([option]), right ? 1 : 0);
};

/** One option is right. */
export const single: QuestionKind<'single'> = {
  type: 'single',
  isResponse: (value): value is ResponseOf<'single'> => parseResponse(value)?.type === 'single',
  grade: gradeSingle,
  outcomes({ options }) {
    const right = options.filter(({ correct }) => correct).length;
    return [...(right < options.length || right === 0 ? [0] : []), ...(right > 0 ? [1] : [])];
  },
};
