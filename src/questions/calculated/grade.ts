import { type Grade, gradeOf } from '../../assess/types.ts';
import type { Response } from '../../model/events.ts';
import { judge } from '../numeric/judge.ts';
import type { KnownNumber, NumericKey } from '../numeric/types.ts';
import type { CalculatedQuestion } from './types.ts';

/** Grades a typed number with the values that were asked; a set of values that the question does not have (any more) earns nothing. */
export function gradeCalculated(question: CalculatedQuestion, response: Response): Grade | undefined {
  if (response.type !== 'text') return undefined;
  const key = keyOf(question, response.variant);
  return key === undefined ? gradeOf(0) : judge(key, response.text);
}

/** What is right with one set of values. */
export function keyOf(
  { variants, said, figures, units, unitNames }: CalculatedQuestion,
  variant = 0,
): NumericKey | undefined {
  const values = variants[variant];
  const withWords = (numbers: readonly KnownNumber[], words: readonly (string | null)[]) =>
    numbers.map((known, i) => ({ ...known, ...(words[i] != null && { feedback: words[i] }) }));
  return (
    values && {
      answers: withWords(values.answers, said.answers),
      mistakes: withWords(values.mistakes, said.mistakes),
      figures,
      units,
      unitNames,
    }
  );
}
