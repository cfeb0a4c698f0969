import type { Grade } from '../../assess/types.ts';
import type { Share } from '../../model/condition.ts';
import type { Response } from '../../model/events.ts';
import { choiceGrade } from '../choice/grade.ts';
import type { MultipleQuestion } from './types.ts';

/** What of a question its grade hangs on. */
type MultipleKey = Pick<MultipleQuestion, 'options' | 'credit'>;

/**
 * Grades a set of options. By default credit is (correct chosen - wrong chosen) / correct, never below 0, as in
 * Canvas "multiple answers": neither ticking everything nor ticking nothing earns anything. Where no
 * option is correct, ticking none earns all. An option that the question does not have (any more) is a wrong one.
 */
export function gradeMultiple(question: MultipleKey, response: Response): Grade | undefined {
  if (response.type !== 'multiple') return undefined;
  const { options } = question;
  const chosen = new Set(response.options);
  const correct = options.filter((option) => option.correct);
  const right = correct.filter(({ id }) => chosen.has(id)).length;
  return choiceGrade(options, chosen, credit(question, correct.length, right, chosen.size - right));
}

function credit(question: MultipleKey, correct: number, right: number, wrong: number): Share {
  if (correct === 0) return wrong === 0 ? 1 : 0;
  switch (question.credit ?? 'partial') {
    case 'all-or-nothing':
      return right === correct && wrong === 0 ? 1 : 0;
    case 'unpenalised':
      return right / correct;
    case 'partial':
      return Math.max(0, right - wrong) / correct;
  }
}

/** Every credit that some response earns, ascending. */
export function multipleOutcomes({
  options,
  credit,
}: Pick<MultipleQuestion, 'options' | 'credit'>): readonly Share[] {
  const correct = options.filter((option) => option.correct).length;
  if (correct === 0) return [0, 1];
  if (credit === 'all-or-nothing') return [0, 1];
  return Array.from({ length: correct + 1 }, (_, right) => right / correct);
}
