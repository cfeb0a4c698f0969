import type { Grade } from '../../assess/types.ts';
import type { Share } from '../../model/condition.ts';
import type { Response } from '../../model/events.ts';
import { choiceGrade } from '../choice/grade.ts';
import type { SingleQuestion } from './types.ts';

/** Grades one option: all or nothing. An option that the question does not have (any more) is wrong. */
export function gradeSingle(
  { options }: Pick<SingleQuestion, 'options'>,
  response: Response,
): Grade | undefined {
  if (response.type !== 'single') return undefined;
  const right = options.some(({ id, correct }) => correct && id === response.option);
  return choiceGrade(options, new Set([response.option]), right ? 1 : 0);
}

/** Every credit that some response earns, ascending. */
export function singleOutcomes({ options }: Pick<SingleQuestion, 'options'>): readonly Share[] {
  const right = options.filter(({ correct }) => correct).length;
  return [...(right < options.length || right === 0 ? [0] : []), ...(right > 0 ? [1] : [])];
}
