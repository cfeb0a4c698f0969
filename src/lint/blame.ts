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
  waiting?: Item,
): readonly string[] {
  const never = (id: ItemId, what: string): string[] => {
    const later = waiting !== undefined && comesAfter(waiting, id, items);
    return [later ? `${code(id)} comes after it` : `${code(id)} can never be ${what} before that`];
  };
  const explain = (part: Condition): readonly string[] => {
    switch (part.type) {
      case 'all':
        return part.of.filter((each) => !holds(each)).flatMap(explain);
      case 'any':
        return part.of.flatMap(explain);
      case 'completed':
        return never(part.item, 'completed');
      case 'passed': {
        const quiz = items.get(part.quiz);
        const unmarked = quiz?.kind === 'quiz' && quiz.pass === undefined && opens(part.quiz);
        if (!unmarked) return never(part.quiz, 'taken');
        return [`the quiz ${code(part.quiz)} has no pass mark, so nobody passes it`];
      }
      case 'failed':
      case 'score':
      case 'attempts':
        return never(part.quiz, 'taken');
      case 'chosen':
        return never(part.option, 'chosen');
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

/** Whether `id` stands later than `item` in a section that is taken in order. */
function comesAfter(item: Item, id: ItemId, items: ReadonlyMap<ItemId, Item>): boolean {
  const trail = (from: Item | undefined): Item[] => {
    const up: Item[] = [];
    for (let at = from; at !== undefined; at = at.parent === undefined ? undefined : items.get(at.parent)) {
      up.unshift(at);
    }
    return up;
  };
  const mine = trail(item);
  const other = trail(items.get(id));
  const fork = mine.findIndex((each, depth) => each !== other[depth]);
  const section = mine[fork - 1];
  const here = mine[fork];
  const there = other[fork];
  if (section?.kind !== 'section' || here === undefined || there === undefined) return false;
  if (section.type !== 'linear' && section.type !== 'hurdles') return false;
  return section.children.indexOf(there.id) > section.children.indexOf(here.id);
}
