import type { Grade } from '../../assess/types.ts';
import type { Share } from '../../model/condition.ts';
import type { Response } from '../../model/events.ts';
import { gradeParts, partsOutcomes } from '../parts/grade.ts';
import { gradeShortText } from '../short-text/grade.ts';
import type { Strictness } from '../short-text/normalise.ts';
import type { ClozeQuestion, TextBlank } from './types.ts';

/**
 * Grades what stands in each blank: the share of those that are right, or all or nothing. What is typed is graded, and remarked on,
 * as a short text.
 */
export function gradeCloze({ blanks, strict, credit }: ClozeQuestion, response: Response): Grade | undefined {
  const remarks: Grade['remarks'][number][] = [];
  const grade = gradeParts(blanks, credit, response, (blank, given) => {
    if (blank.kind === 'menu') return blank.choices.some(({ id, correct }) => correct && id === given);
    const typed = gradeTyped(blank, strict, given);
    remarks.push(...(typed?.remarks ?? []));
    return typed?.credit === 1;
  });
  return grade && { ...grade, remarks: [...new Set(remarks)] };
}

function gradeTyped({ answers }: TextBlank, strict: Strictness | undefined, text: string): Grade | undefined {
  const question = {
    answers: answers.map((answer) => ({ text: answer })),
    mistakes: [],
    ...(strict && { strict }),
  };
  return gradeShortText(question, { type: 'text', text });
}

/** Every credit that some response earns, ascending. */
export function clozeOutcomes({
  blanks,
  credit,
}: Pick<ClozeQuestion, 'blanks' | 'credit'>): readonly Share[] {
  return partsOutcomes(blanks, credit);
}
