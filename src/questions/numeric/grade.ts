import type { Grade } from '../../assess/types.ts';
import type { Response } from '../../model/events.ts';
import { judge } from './judge.ts';
import type { NumericQuestion } from './types.ts';

/** Grades a typed number; see `judge`. */
export function gradeNumeric(question: NumericQuestion, response: Response): Grade | undefined {
  return response.type === 'text' ? judge(question, response.text) : undefined;
}
