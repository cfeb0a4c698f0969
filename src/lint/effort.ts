import type { Course } from '../model/course.ts';
import { lookup, view } from '../path/index.ts';
import { bestOutcome, follow, type Moment, type Step } from '../proof/index.ts';

/** Steps after which a story is long enough: the causes found until then have to do. */
const MOST = 200;

/**
 * Where a learner ends who goes on from there and answers everything rightly. Whoever cannot finish even so is held by the trap
 * and not by what they did in it.
 */
export function bestEffort(course: Course, from: Moment): Moment {
  let moment = from;
  for (let i = 0; i < MOST; i++) {
    const { byId, next, until } = view(course, moment.state, moment.now);
    const item = next === undefined ? undefined : course.items[lookup(course).at.get(next) ?? -1];
    let step: Step;
    if (item?.kind === 'quiz') step = { type: 'submit', quiz: item.id, ...bestOutcome(item) };
    else if (item !== undefined)
      step = { type: byId.get(item.id)?.cleared ? 'review' : 'finish', item: item.id };
    else if (until !== undefined) step = { type: 'wait', until };
    else return moment;
    const after = follow(course, [step], moment);
    if (after.state === moment.state && after.now === moment.now) return moment;
    moment = after;
  }
  return moment;
}
