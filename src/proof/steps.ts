import { pointsPossible } from '../model/attempt.ts';
import type { Instant } from '../model/condition.ts';
import type { Course, Module } from '../model/course.ts';
import type { Event, Fact } from '../model/events.ts';
import { due, evaluate, lookup, type State, start, step } from '../path/index.ts';
import type { Step } from './types.ts';

/** A learner at an instant. */
export interface Moment {
  readonly state: State;
  readonly now: Instant;
}

/** The instant at which the stories of the proof begin: just before every date that the course names. */
export function beginning(course: Course): Instant {
  return (lookup(course).dates[0] ?? 1) - 1;
}

/** What the engine is told about a step that is taken in this state; nothing for a `wait`. */
export function factsOf(course: Course, taken: Step, state: State): Fact[] {
  switch (taken.type) {
    case 'open':
      return [{ type: 'opened', item: taken.item }];
    case 'finish': {
      const item = itemOf(course, taken.item);
      return item?.kind === 'module' ? finishing(item) : [];
    }
    case 'answer':
      return [
        {
          type: 'answered',
          item: taken.item,
          question: taken.question,
          response: { type: 'single', option: '' },
          credit: taken.credit,
        },
      ];
    case 'submit': {
      const item = itemOf(course, taken.quiz);
      if (item?.kind !== 'quiz') return [];
      const possible = pointsPossible(item);
      return [
        {
          type: 'submitted',
          item: taken.quiz,
          attempt: (state.items[lookup(course).at.get(item.id) ?? -1]?.submissions?.length ?? 0) + 1,
          earned: taken.share * possible,
          possible,
          credits: taken.credits,
        },
      ];
    }
    case 'review':
      return [{ type: 'reviewed', item: taken.item }];
    case 'unlock':
      return [{ type: 'unlocked', item: taken.quiz }];
    case 'wait':
      return [];
  }
}

/**
 * The learner after these steps, with everything recorded that the browser would record (`View.due`). The steps are
 * taken as they are: whether the course allows them is not asked.
 */
export function follow(course: Course, steps: readonly Step[], from?: Moment): Moment {
  let { state, now } = from ?? { state: start(course), now: beginning(course) };
  let n = 0;
  for (const own of state.items) n = Math.max(n, own?.last?.n ?? 0);
  const record = (fact: Fact) => {
    const event: Event = { ...fact, device: 'learner', n: ++n, at: now };
    state = step(course, state, event);
  };
  const settle = () => {
    for (;;) {
      const facts = due(evaluate(lookup(course), state, now));
      if (facts.length === 0) return;
      const before = state;
      for (const fact of facts) record(fact);
      if (state === before) return;
    }
  };
  settle();
  for (const taken of steps) {
    if (taken.type === 'wait') now = Math.max(now, taken.until);
    for (const fact of factsOf(course, taken, state)) record(fact);
    settle();
  }
  return { state, now };
}

function itemOf(course: Course, id: string) {
  return course.items[lookup(course).at.get(id) ?? -1];
}

function finishing({ id, done, questions }: Module): Fact[] {
  switch (done.type) {
    case 'view':
      return [{ type: 'viewed', item: id }];
    case 'manual':
      return [{ type: 'marked', item: id }];
    case 'video': {
      const media = done.media?.length ? done.media : ['any'];
      return media.map((name) => ({ type: 'media', item: id, media: name, from: 0, to: 1, duration: 1 }));
    }
    case 'questions':
      return questions.map(({ key }) => ({
        type: 'answered',
        item: id,
        question: key,
        response: { type: 'single', option: '' },
        credit: 1,
      }));
  }
}
