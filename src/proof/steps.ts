import { pointsPossible } from '../model/attempt.ts';
import type { Instant } from '../model/condition.ts';
import type { Course, Module } from '../model/course.ts';
import type { Fact } from '../model/events.ts';
import { due, type Evaluation, evaluate, lookup, type State, start, step } from '../path/index.ts';
import type { Step } from './types.ts';

/** A learner at an instant. */
export interface Moment {
  readonly state: State;
  readonly now: Instant;
}

/** A learner to be led on: the engine's own state, with what the engine says of it. */
export interface Learner extends Moment {
  /** The counter of the last event. */
  readonly n: number;
  readonly evaluation: Evaluation;
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
  const { state, now } = from ?? { state: start(course), now: beginning(course) };
  let n = 0;
  for (const own of state.items) n = Math.max(n, own?.last?.n ?? 0);
  let learner = record(course, { state, now, n }, []);
  for (const taken of steps) {
    const until = taken.type === 'wait' ? Math.max(learner.now, taken.until) : learner.now;
    learner = record(course, { ...learner, now: until }, factsOf(course, taken, learner.state));
  }
  return learner;
}

/** The learner after these facts, and after everything that is due then (`View.due`) was recorded as the browser would. */
export function record(
  course: Course,
  before: Pick<Learner, 'state' | 'now' | 'n'>,
  facts: readonly Fact[],
): Learner {
  const { now } = before;
  let { state, n } = before;
  const add = (fact: Fact) => {
    state = step(course, state, { ...fact, device: 'learner', n: ++n, at: now });
  };
  facts.forEach(add);
  for (;;) {
    const evaluation = evaluate(lookup(course), state, now);
    const last = state;
    due(evaluation).forEach(add);
    if (state === last) return { state, now, n, evaluation };
  }
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
