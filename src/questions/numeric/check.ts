import type { Report } from '../finish.ts';
import type { NumericRules } from './types.ts';

/** So many times its own size from an answer is no answer any more. */
const FAR = 1000;

/** Reports what makes no sense of a tolerance or of units, whatever the answers are. */
export function checkRules(id: string, rules: NumericRules, values: readonly number[], report: Report): void {
  const { tolerance, figures, decimals, units, isUnitMissing } = rules;
  const [unit] = units;
  if (isUnitMissing && unit !== undefined) report('question/no-unit', { id }, unit.span);
  if (tolerance?.span === undefined || values.length === 0) return;
  const { type, by, span } = tolerance;
  const isNothing =
    type === 'relative' &&
    by > 0 &&
    values.every((value) => value === 0) &&
    figures === undefined &&
    decimals === undefined;
  const isEverything =
    type === 'relative' ? by >= 1 : values.every((value) => value !== 0 && by >= FAR * Math.abs(value));
  if (isEverything) report('question/idle-tolerance', { id, problem: 'everything' }, span);
  else if (isNothing) report('question/idle-tolerance', { id, problem: 'nothing' }, span);
}

/** Whether nobody would type a number with all its decimals, and only that number is right. */
export function isEndless(value: number, { tolerance, figures, decimals }: NumericRules): boolean {
  if (tolerance !== undefined || figures !== undefined || decimals !== undefined) return false;
  return !Number.isInteger(value) && Number(value.toPrecision(9)) !== value;
}
