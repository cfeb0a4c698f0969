import type { Course } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { type View, view } from '../path/index.ts';
import { follow, type Moment, type Step } from '../proof/index.ts';

/** Steps times items times groups of steps: about two seconds of replaying. */
const EFFORT = 500_000;

/**
 * The steps to an item without those that can be spared: what a learner takes along although nothing waits for it. Steps
 * about one item, or one question, go or stay together. Steps that are too many to try are given back as they are.
 */
export function shorten(course: Course, item: ItemId, steps: readonly Step[]): readonly Step[] {
  const subjects = [...new Set(steps.map(subjectOf))].reverse();
  if (subjects.length * steps.length * course.items.length > EFFORT) return steps;
  let kept = steps;
  for (const subject of subjects) {
    const fewer = kept.filter((step) => subjectOf(step) !== subject);
    if (
      leadsTo(
        course,
        item,
        fewer,
        kept.findIndex((step) => subjectOf(step) === subject),
      )
    )
      kept = fewer;
  }
  return kept;
}

function subjectOf(step: Step): string {
  switch (step.type) {
    case 'open':
    case 'finish':
    case 'review':
      return step.item;
    case 'answer':
      return step.question;
    case 'submit':
    case 'unlock':
      return step.quiz;
    case 'wait':
      return `wait ${step.until}`;
  }
}

/** Can each of the steps be taken (the first ones are known to be), and the item be entered after them? */
function leadsTo(course: Course, item: ItemId, steps: readonly Step[], known: number): boolean {
  let moment: Moment = follow(course, steps.slice(0, known));
  for (const step of steps.slice(known)) {
    if (!isAllowed(view(course, moment.state, moment.now), step)) return false;
    moment = follow(course, [step], moment);
  }
  return isOpen(view(course, moment.state, moment.now), item);
}

function isAllowed(seen: View, step: Step): boolean {
  switch (step.type) {
    case 'open':
    case 'finish':
    case 'answer':
    case 'review':
      return isOpen(seen, step.item);
    case 'submit': {
      const quiz = seen.byId.get(step.quiz)?.quiz;
      return isOpen(seen, step.quiz) && quiz?.attemptsLeft !== 0 && quiz?.toReview.length === 0;
    }
    case 'unlock':
      return isOpen(seen, step.quiz);
    case 'wait':
      return true;
  }
}

function isOpen(seen: View, item: ItemId): boolean {
  const status = seen.byId.get(item)?.status;
  return status === 'open' || status === 'done';
}
