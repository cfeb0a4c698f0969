import { type Grade, gradeOf } from '../../assess/types.ts';
import type { Share } from '../../model/condition.ts';
import type { Response } from '../../model/events.ts';
import type { ReflectionQuestion } from './types.ts';

/** Takes any text: learners judge it themselves. */
export function gradeReflection(_question: ReflectionQuestion, response: Response): Grade | undefined {
  return response.type === 'text' ? gradeOf(1) : undefined;
}

/** Every credit that some response earns: of no points. */
export function reflectionOutcomes(): readonly Share[] {
  return [1];
}
