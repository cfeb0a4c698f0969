import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Course } from '../../src/model/course.ts';
import type { Event, Fact } from '../../src/model/events.ts';
import { eventId } from '../../src/model/events.ts';
import { nextOpen, replay, type State, start, step, type View, view } from '../../src/path/index.ts';
import { arbitraryCourse, arbitraryEvents, DATES, RUNS } from './arbitrary.ts';

const options = { numRuns: RUNS };
const now = fc.constantFrom(0, ...DATES, 30);
const fold = (course: Course, events: readonly Event[]): State =>
  events.reduce((state, event) => step(course, state, event), start(course));

/** What `a` and `b` know together, without repeats. */
function union(a: readonly Event[], b: readonly Event[]): Event[] {
  return [...new Map([...a, ...b].map((event) => [eventId(event), event])).values()];
}

/** Events as another device may deliver them: in any order. */
const shuffled = arbitraryEvents.chain((events) =>
  fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
);

/** What was entered stays open, unless it is a section in which there is nothing (any more). */
function expectOpen(course: Course, found: View): void {
  for (const { id, opened, status } of found.items) {
    const children = course.items.filter((item) => item.parent === id);
    const isEmpty =
      children.length > 0 && children.every((item) => found.byId.get(item.id)?.status === 'hidden');
    if (opened && !isEmpty) expect(status, id).toMatch(/open|done/);
  }
}

/** Nothing that counts for the learner is less than before. */
function expectNoLoss(course: Course, before: View, after: View): void {
  expect(after.points).toBeGreaterThanOrEqual(before.points);
  for (const { id, kind } of course.items) {
    const [was, is] = [before.byId.get(id), after.byId.get(id)];
    if (was?.opened) expect(is?.opened, id).toBe(true);
    if (kind === 'section' || !was || !is) continue;
    if (was.cleared) expect(is, id).toMatchObject({ cleared: true, status: 'done' });
    if (!was.quiz) continue;
    if (was.quiz.passed) expect(is.quiz, id).toMatchObject({ passed: true, failed: false, exhausted: false });
    expect(is.quiz?.submissions).toBeGreaterThanOrEqual(was.quiz.submissions);
    expect(is.quiz?.best ?? -1).toBeGreaterThanOrEqual(was.quiz.best ?? -1);
  }
}

/** A learner who plays by the rules: opens open items, finishes opened ones, hands in open quizzes. */
function play(
  course: Course,
  moves: readonly number[],
  at: number,
  check: (before: View, after: View) => void,
) {
  let state = start(course);
  let n = 0;
  const record = (fact: Fact) => {
    state = step(course, state, { ...fact, device: 'a', n: ++n, at });
  };
  const settle = (): View => {
    for (const fact of view(course, state, at).due) record(fact);
    return view(course, state, at);
  };
  let current = settle();
  for (const move of moves) {
    const open = course.items.filter(({ id, kind }) => {
      const status = current.byId.get(id)?.status;
      return kind !== 'section' && (status === 'open' || status === 'done');
    });
    const item = open[move % Math.max(1, open.length)];
    if (!item || item.kind === 'section') return current;
    record({ type: 'opened', item: item.id });
    // A move of two digits: which item, and how well.
    const well = (move >> 4) % 6;
    if (item.kind === 'module') {
      record({ type: 'viewed', item: item.id });
      record({ type: 'marked', item: item.id });
      record({ type: 'media', item: item.id, media: 'v', from: 0, to: 10, duration: 10 });
      for (const { key } of item.questions)
        record({
          type: 'answered',
          item: item.id,
          question: key,
          response: { type: 'single', option: 'x' },
          credit: well > 2 ? 1 : 0,
        });
    } else if (well < 5 && current.byId.get(item.id)?.quiz?.attemptsLeft !== 0) {
      const credits = Object.fromEntries(item.questions.map(({ key }, i) => [key, i < well ? 1 : 0]));
      record({
        type: 'submitted',
        item: item.id,
        attempt: current.byId.get(item.id)?.quiz?.attempt ?? 1,
        earned: well,
        possible: 4,
        credits,
      });
    }
    const following = settle();
    check(current, following);
    current = following;
  }
  return current;
}

const moves = fc.array(fc.integer({ min: 0, max: 95 }), { maxLength: 25 });

describe('progress is a set', () => {
  test('the order of delivery does not matter', () => {
    fc.assert(
      fc.property(
        arbitraryCourse,
        arbitraryEvents.chain((events) =>
          fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
          ),
        ),
        (course, [events, shuffled]) => {
          expect(replay(course, shuffled)).toEqual(replay(course, events));
        },
      ),
      options,
    );
  });

  test('a merge is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(
        arbitraryCourse,
        fc.array(arbitraryEvents, { minLength: 3, maxLength: 3 }),
        (course, sets) => {
          const [a = [], b = [], c = []] = sets.map((events, i) =>
            events.map((event) => ({ ...event, device: `${event.device}${i}` })),
          );
          const merged = replay(course, union(a, union(b, c)));
          expect(replay(course, union(union(c, a), b))).toEqual(merged);
          expect(replay(course, [...a, ...b, ...c, ...b, ...a])).toEqual(merged);
        },
      ),
      options,
    );
  });

  test('replay is the fold of step, and so is what is seen', () => {
    fc.assert(
      fc.property(arbitraryCourse, arbitraryEvents, now, (course, events, at) => {
        const stepped = fold(course, events);
        const replayed = replay(course, events);
        expect(replayed).toEqual(stepped);
        expect(view(course, replayed, at)).toEqual(view(course, stepped, at));
      }),
      options,
    );
  });

  test('step changes nothing in place, and says so when nothing changed', () => {
    fc.assert(
      fc.property(arbitraryCourse, arbitraryEvents, (course, events) => {
        let state = start(course);
        for (const event of events) {
          const copy = structuredClone(state);
          const following = step(course, state, event);
          expect(state).toEqual(copy);
          expect(step(course, following, event)).toBe(following);
          state = following;
        }
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    );
  });

  test('a state is plain data: it outlives JSON', () => {
    fc.assert(
      fc.property(arbitraryCourse, arbitraryEvents, (course, events) => {
        const state = replay(course, events);
        const copy: State = structuredClone(state);
        expect(view(course, copy, 15)).toEqual(view(course, state, 15));
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    );
  });
});

describe('what is done stays done', () => {
  test('no event, however late it is delivered, takes back what was done, passed, earned or finished', () => {
    fc.assert(
      fc.property(arbitraryCourse, shuffled, now, (course, events, at) => {
        let state = start(course);
        let before = view(course, state, at);
        for (const event of events) {
          const following = step(course, state, event);
          const seen = view(course, following, at);
          expectOpen(course, seen);
          expectNoLoss(course, before, seen);
          for (const badge of following.awarded) expect(seen.badges).toContain(badge);
          expect(following.awarded).toEqual(expect.arrayContaining([...state.awarded]));
          if (state.finished) expect(seen.finished).toBe(true);
          state = following;
          before = seen;
        }
      }),
      options,
    );
  });

  test('a learner who plays by the rules and records what is due keeps all of it', () => {
    fc.assert(
      fc.property(arbitraryCourse, moves, now, (course, list, at) => {
        play(course, list, at, (before, following) => {
          if (before.finished) expect(following.finished).toBe(true);
          expect(following.badges).toEqual(expect.arrayContaining([...before.badges]));
          expectOpen(course, following);
          expectNoLoss(course, before, following);
        });
      }),
      options,
    );
  });
});

describe('a view makes sense', () => {
  test('statuses, reasons, counts and the way on agree', () => {
    fc.assert(
      fc.property(arbitraryCourse, arbitraryEvents, now, (course, events, at) => {
        const found = view(course, replay(course, events), at);
        for (const [i, item] of found.items.entries()) {
          expect(found.byId.get(item.id)).toBe(item);
          const parent = found.byId.get(course.items[i]?.parent ?? '');
          if (parent && item.status !== 'hidden') expect(parent.status).not.toBe('hidden');
          if (parent && (item.status === 'open' || item.status === 'done'))
            expect(parent.status).toMatch(/open|done/);
          expect(item.reasons.length > 0).toBe(item.status === 'locked');
          if (item.status === 'done') expect(item.cleared).toBe(true);
        }
        expectOpen(course, found);
        expect(found.cleared).toBeLessThanOrEqual(found.required);
        expect(found.points).toBeLessThanOrEqual(found.pointsPossible);
        for (const target of [found.next, ...course.items.map(({ id }) => nextOpen(course, found, id))]) {
          if (target === undefined) continue;
          expect(course.items.find(({ id }) => id === target)?.kind).not.toBe('section');
          expect(found.byId.get(target)?.status).toMatch(/open|done/);
        }
        if (found.until !== undefined) expect(found.until).toBeGreaterThan(at);
      }),
      options,
    );
  });

  test('what is due is due once', () => {
    fc.assert(
      fc.property(arbitraryCourse, arbitraryEvents, now, (course, events, at) => {
        const state = replay(course, events);
        const due = view(course, state, at).due;
        const recorded = due.reduce(
          (after, fact, i) => step(course, after, { ...fact, device: 'z', n: 1000 + i, at }),
          state,
        );
        const again = view(course, recorded, at).due.map((fact) => JSON.stringify(fact));
        for (const fact of due) expect(again).not.toContain(JSON.stringify(fact));
      }),
      options,
    );
  });
});
