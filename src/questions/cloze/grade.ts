import type { Grade } from '../../assess/types.ts';
import type { Share } from '../../model/condition.ts';
import type { Response } from '../../model/events.ts';
import { gradeParts, partsOutcomes } from '../parts/grade.ts';
import type { Blank, ClozeQuestion } from './types.ts';

/** Grades what stands in each blank: the share of those that are right, or all or nothing. */
export function gradeCloze({ blanks, credit }: ClozeQuestion, response: Response): Grade | undefined {
  return gradeParts(blanks, credit, response, isRight);
}

function isRight(blank: Blank, given: string): boolean {
  switch (blank.kind) {
    case 'text': {
      const typed = normalised(given);
      return blank.answers.some((answer) => normalised(answer) === typed);
    }
    case 'menu':
      return blank.choices.some(({ id, correct }) => correct && id === given);
  }
}

/** Case, accents and white space do not count. */
function normalised(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Every credit that some response earns, ascending. */
export function clozeOutcomes({
  blanks,
  credit,
}: Pick<ClozeQuestion, 'blanks' | 'credit'>): readonly Share[] {
  return partsOutcomes(blanks, credit);
}
