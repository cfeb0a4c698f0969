import type { Course, Quiz } from '../model/course.ts';
import { lookup, view } from '../path/index.ts';
import { follow, type Moment, type Step } from '../proof/index.ts';

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
    if (item?.kind === 'quiz') step = rightly(item);
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

function rightly({ id, questions }: Quiz): Step {
  const credits = Object.fromEntries(questions.map(({ key, outcomes }) => [key, outcomes.at(-1) ?? 0]));
  const possible = questions.reduce((sum, { points }) => sum + points, 0);
  const earned = questions.reduce((sum, { key, points }) => sum + points * (credits[key] ?? 0), 0);
  return { type: 'submit', quiz: id, share: possible > 0 ? earned / possible : 1, credits };
}
