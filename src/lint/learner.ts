import type { Condition, Instant } from '../model/condition.ts';
import type { Course } from '../model/course.ts';
import { describeCondition, english } from '../path/index.ts';

/** A condition as said of learners, not to one: `they have passed “Basics”`. Titles stay as they are. */
export function saidOfLearners(course: Course, condition: Condition, date: (at: Instant) => string): string {
  return describeCondition(course, condition, { ...english, date })
    .split(/(“[^”]*”)/)
    .map((text, i) =>
      i % 2 === 1 ? text : text.replaceAll('you have', 'they have').replaceAll('your best', 'their best'),
    )
    .join('');
}
