import { type Grade, gradeOf } from '../../assess/types.ts';
import type { Response } from '../../model/events.ts';
import type { TrueFalseQuestion } from './types.ts';

/** All or nothing. What is neither `true` nor `false` is wrong. */
export function gradeTrueFalse({ answer }: TrueFalseQuestion, response: Response): Grade | undefined {
  if (response.type !== 'single') return undefined;
  const { option } = response;
  return gradeOf(
    option === String(answer) ? 1 : 0,
    [true, false].map((value) => {
      const chosen = option === String(value);
      return { part: String(value), chosen, right: chosen === (value === answer) };
    }),
  );
}
