import { type Grade, gradeOf } from '../../assess/types.ts';
import type { Share } from '../../model/condition.ts';
import type { Option } from './types.ts';

/** The grade of a set of chosen options with a given credit: what the choice types have in common. */
export function choiceGrade(options: readonly Option[], chosen: ReadonlySet<string>, credit: Share): Grade {
  return gradeOf(
    credit,
    options.map(({ id, correct, feedback }) => ({
      part: id,
      chosen: chosen.has(id),
      right: chosen.has(id) === correct,
      ...(chosen.has(id) && feedback !== undefined && { feedback }),
    })),
  );
}
