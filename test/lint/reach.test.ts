import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reach } from '../../src/lint/reach.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { Course, Item } from '../../src/model/course.ts';
import type { Fact } from '../../src/model/events.ts';
import { start, step, type View, view } from '../../src/path/index.ts';
import { arbitraryCourse, RUNS } from '../path/arbitrary.ts';
import { courseOf, module, quiz, section } from '../path/build.ts';

/** A learner who plays by the rules, and what that learner meets on the way. */
function play(course: Course, moves: readonly number[], meet: (seen: View) => void): void {
  let state = start(course);
  let n = 0;
  let at = 0;
  const record = (fact: Fact) => {
    state = step(course, state, { ...fact, device: 'a', n: ++n, at });
  };
  for (const move of [...moves, 0]) {
    const seen = view(course, state, at);
    meet(seen);
    for (const fact of seen.due) record(fact);
    const open = course.items.filter(({ id, kind }) => {
      const status = seen.byId.get(id)?.status;
      return kind !== 'section' && (status === 'open' || status === 'done');
    });
    const item = open[move % Math.max(1, open.length)];
    const quality = (move >> 5) % 5;
    if (item !== undefined) work(item, quality, record);
    if (move % 7 === 0) at += 8;
  }
}

function work(item: Item, quality: number, record: (fact: Fact) => void): void {
  if (item.kind === 'section') return;
  const { id, questions } = item;
  record({ type: 'opened', item: id });
  const credits = Object.fromEntries(questions.map(({ key }, index) => [key, index < quality ? 1 : 0]));
  if (item.kind === 'quiz') {
    record({ type: 'submitted', item: id, attempt: 1, earned: quality, possible: 4, credits });
    record({ type: 'reviewed', item: id });
    return;
  }
  record({ type: 'viewed', item: id });
  record({ type: 'marked', item: id });
  record({ type: 'media', item: id, media: 'v', from: 0, to: 10, duration: 10 });
  for (const [question, credit] of Object.entries(credits)) {
    record({ type: 'answered', item: id, question, response: { type: 'single', option: 'x' }, credit });
  }
}

const IDS = ['a', 'b', 'c', 'd', 's', 't'];
const denseCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom(...IDS).map((item): Condition => ({ type: 'completed', item })),
  fc.constantFrom('c', 'd').map((quiz): Condition => ({ type: 'passed', quiz })),
  fc.constantFrom('a', 'b', 's', 't').map((option): Condition => ({ type: 'chosen', option })),
  fc.constantFrom(...IDS).map((item): Condition => ({ type: 'not', of: { type: 'completed', item } })),
);
const denseCommon = fc.record(
  { when: denseCondition, requires: denseCondition, optional: fc.boolean() },
  { requiredKeys: [] },
);
const denseRule = fc.oneof(
  fc.record({
    type: fc.constantFrom(...(['linear', 'hurdles', 'static-branching', 'random-access'] as const)),
  }),
  fc.record({ type: fc.constant('choose' as const), count: fc.integer({ min: 1, max: 2 }) }),
);

/** Two modules, two quizzes and two sections in a third, most with conditions on each other. */
const denseCourse = fc
  .tuple(
    fc.tuple(denseCommon, denseCommon, denseCommon, denseCommon, denseCommon, denseCommon),
    fc.tuple(denseRule, denseRule, denseRule),
    fc.boolean(),
  )
  .map(([[a, b, c, d, s, t], [first, second, root], swap]) => {
    const one = section('s', first, [module('a', a), quiz('c', { ...c, pass: 0.5 })], s);
    const two = section('t', second, [quiz('d', d), module('b', b)], t);
    return courseOf(section('root', root, swap ? [two, one] : [one, two]));
  });

describe('reach', () => {
  const moves = fc.array(fc.nat(1000), { minLength: 5, maxLength: 40 });
  it.each([
    ['courses of any kind', arbitraryCourse],
    ['small courses full of conditions', denseCourse],
  ])('calls nothing impossible that a learner meets in %s', (_, courses) => {
    fc.assert(
      fc.property(courses, moves, (course, list) => {
        const reached = reach(course);
        play(course, list, (seen) => {
          for (const { id, status, cleared } of seen.items) {
            const open = status === 'open' || status === 'done';
            if (open) expect(reached.opens(id), `${id} was open`).toBe(true);
            if (cleared && open) expect(reached.clears(id), `${id} was cleared`).toBe(true);
          }
          for (const { id, when } of course.badges) {
            if (seen.badges.includes(id)) expect(reached.holds(when), `${id} was earned`).toBe(true);
          }
          if (seen.finished && course.complete) expect(reached.holds(course.complete)).toBe(true);
        });
      }),
      { numRuns: RUNS },
    );
  });

  const a = { type: 'completed', item: 'a' } as const;
  const b = { type: 'completed', item: 'b' } as const;
  it.each<[string, Course, string[]]>([
    [
      'each waits for the other',
      courseOf(
        section('root', { type: 'random-access' }, [
          module('a', { requires: b }),
          module('b', { requires: a }),
        ]),
      ),
      ['a', 'b'],
    ],
    [
      'the first waits for the second',
      courseOf(section('root', { type: 'linear' }, [module('a', { requires: b }), module('b')])),
      ['a', 'b'],
    ],
    [
      'an optional one waits for the second',
      courseOf(
        section('root', { type: 'linear' }, [module('a', { requires: b, optional: true }), module('b')]),
      ),
      [],
    ],
    [
      'one that appears later does not hold the second back',
      courseOf(section('root', { type: 'linear' }, [module('a', { when: b }), module('b')])),
      [],
    ],
    [
      'a way out through any',
      courseOf(
        section('root', { type: 'linear' }, [
          module('a', { requires: { type: 'any', of: [b, { type: 'after', at: 5 }] } }),
          module('b'),
        ]),
      ),
      [],
    ],
    [
      'a quiz without a pass mark is never passed',
      courseOf(
        section('root', { type: 'linear' }, [
          quiz('a'),
          module('b', { requires: { type: 'passed', quiz: 'a' } }),
        ]),
      ),
      ['b'],
    ],
    [
      'a chain is followed to its end',
      courseOf(
        section('root', { type: 'random-access' }, [
          module('a', { requires: { type: 'completed', item: 'c' } }),
          module('b', { requires: a }),
          module('c', { requires: { type: 'completed', item: 'd' } }),
          module('d'),
        ]),
      ),
      [],
    ],
  ])('%s', (_, course, never) => {
    const reached = reach(course);
    const closed = course.items.filter(({ id }) => !reached.opens(id)).map(({ id }) => id);
    expect(closed).toEqual(never);
  });
});
