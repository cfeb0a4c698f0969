import type { Condition } from '../model/condition.ts';
import type { Item } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import type { Reach } from './reach.ts';
import { code } from './words.ts';

/** Why a condition can never hold: one clause for each part to blame, such as "`x` comes after it". */
export function blame(
  condition: Condition,
  { holds, opens }: Reach,
  items: ReadonlyMap<ItemId, Item>,
): readonly string[] {
  const explain = (part: Condition): readonly string[] => {
    switch (part.type) {
      case 'all':
        return part.of.filter((each) => !holds(each)).flatMap(explain);
      case 'any':
        return part.of.flatMap(explain);
      case 'completed':
        return [`${code(part.item)} can never be completed before that`];
      case 'passed': {
        const quiz = items.get(part.quiz);
        const unmarked = quiz?.kind === 'quiz' && quiz.pass === undefined && opens(part.quiz);
        return [
          unmarked
            ? `the quiz ${code(part.quiz)} has no pass mark, so nobody passes it`
            : `the quiz ${code(part.quiz)} can never be opened before that`,
        ];
      }
      case 'failed':
      case 'score':
      case 'attempts':
        return [`the quiz ${code(part.quiz)} can never be opened before that`];
      case 'chosen':
        return [`${code(part.option)} can never be chosen before that`];
      case 'mastered':
        return [`no question that can be reached before feeds the competency ${code(part.competency)}`];
      case 'badge':
        return [`nobody can earn the badge ${code(part.badge)} before that`];
      case 'not':
      case 'points':
      case 'after':
      case 'before':
        return [];
    }
  };
  return explain(condition);
}
