import { findCircles } from '../../src/lint/circular.ts';
import { placedConditions } from '../../src/lint/context.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { Course } from '../../src/model/course.ts';

const SPAN = { file: 'course.yaml', start: 0, end: 0 };

/** The conditions that wait for themselves, as `path/circular` finds them: pathway.md gives them no meaning. */
export function circular(course: Course): ReadonlySet<Condition> {
  const items = new Map(course.items.map((item) => [item.id, item]));
  const { members } = findCircles([...placedConditions(course, () => SPAN)], items);
  return new Set([...members].map(({ condition }) => condition));
}
