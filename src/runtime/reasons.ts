import type { Condition } from '../model/condition.ts';
import type { ItemId } from '../model/ids.ts';
import { explain } from '../path/reasons.ts';
import type { View } from '../path/types.ts';
import { english, type Names, type Piece } from '../path/words.ts';
import type { Progress } from './progress.ts';
import { moment } from './words.ts';

/** Why an item is locked, one text for each reason. */
export function reasons(progress: Progress, view: View, id: ItemId): Piece[][] {
  return explain(view, id).map((why) => english.reason(why, names(progress)));
}

/** What a condition asks for, as a clause: `you have passed X`. */
export function clause(progress: Progress, condition: Condition): Piece[] {
  return english.condition(condition, names(progress));
}

/** Dates stand in the learner's own time zone. */
function names({ course }: Progress): Names {
  return {
    competency: (id) => english.title(course.competencies.find((found) => found.id === id)?.title ?? id),
    badge: (id) => english.title(course.badges.find((found) => found.id === id)?.title ?? id),
    date: (at) => moment(at, course.language),
  };
}
