import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/model/condition.ts';
import type { Course } from '../../src/model/course.ts';
import type { Fact } from '../../src/model/events.ts';
import { minutes, start, step, view, ways } from '../../src/path/index.ts';
import { arbitraryCourse, RUNS } from './arbitrary.ts';
import { courseOf, module, type Node, quiz, section } from './build.ts';
import { circular } from './circular.ts';

const failed = { type: 'failed', quiz: 'q' } as const;
/** A module named after its minutes. */
const m = (minutes: number, rest: Parameters<typeof module>[1] = {}) =>
  module(`m${minutes}`, { ...rest, minutes });
const option = (id: string, ...nodes: Node[]) => section(id, { type: 'hurdles' }, nodes);
const options = [option('x', m(10), m(20)), option('y', m(40)), option('z', m(3))];

describe('the least and the most minutes inside', () => {
  const rows: [string, Node, [least: number, most: number]][] = [
    ['one page', m(7), [7, 7]],
    ['a line', section('s', { type: 'linear' }, [m(1), m(2)]), [3, 3]],
    [
      'hurdles with an extra',
      section('s', { type: 'hurdles' }, [m(1), quiz('q', { minutes: 2 }), m(4, { optional: true })]),
      [3, 7],
    ],
    ['what may be missing', section('s', { type: 'linear' }, [m(1), m(2, { when: failed })]), [1, 3]],
    ['any order', section('s', { type: 'random-access' }, [m(1), m(2)]), [3, 3]],
    [
      'any order with a last quiz',
      section('s', { type: 'random-access', finish: 'q' }, [m(1), m(2), quiz('q', { minutes: 4 })]),
      [4, 7],
    ],
    [
      'a last quiz that stands behind something',
      section('s', { type: 'random-access', finish: 'q' }, [
        m(1),
        section('t', { type: 'hurdles' }, [m(2), m(8, { optional: true }), quiz('q', { minutes: 4 })]),
      ]),
      [6, 15],
    ],
    [
      'a last quiz that may be missing',
      section('s', { type: 'random-access', finish: 'q' }, [m(1), quiz('q', { minutes: 4, when: failed })]),
      [1, 5],
    ],
    ['branches', section('s', { type: 'static-branching' }, options), [73, 73]],
    ['one of three', section('s', { type: 'choose' }, options), [3, 40]],
    ['two of three', section('s', { type: 'choose', count: 2 }, options), [33, 70]],
    [
      'all of three, one of which may be missing',
      section('s', { type: 'choose', count: 3 }, [
        ...options.slice(0, 2),
        section('w', { type: 'hurdles' }, [m(3)], { when: failed }),
      ]),
      [33, 73],
    ],
    [
      'a route',
      section('s', { type: 'route', rules: [{ when: failed, to: ['y'] }, { to: ['x', 'z'] }] }, options),
      [33, 40],
    ],
    [
      'a route, of which the last rule is never read',
      section('s', { type: 'route', rules: [{ to: ['x'] }, { to: ['z'] }] }, options),
      [30, 30],
    ],
    [
      'a final quiz that may be missing',
      section('s', { type: 'random-access', finish: 'q' }, [
        m(10),
        quiz('q', { minutes: 20, when: { type: 'before', at: 10 } }),
        m(30),
      ]),
      [20, 60],
    ],
    ['a route to nowhere', section('s', { type: 'route', rules: [] }, options), [0, 0]],
    [
      'a choice in an option of a route',
      section('s', { type: 'route', rules: [{ when: failed, to: ['y'] }, { to: ['o'] }] }, [
        section('o', { type: 'choose' }, [option('x', m(10), m(20)), option('z', m(3))]),
        option('y', m(40)),
      ]),
      [3, 40],
    ],
  ];
  test.each(rows)('%s', (_, node, [least, most]) => {
    const course = courseOf(section('p', { type: 'linear' }, [node, quiz('other', { minutes: 0 })]));
    const id = 'section' in node ? node.section.id : node.id;
    expect(ways(course).of(id)).toEqual({ least, most });
    expect(ways(course).course).toEqual({ least, most });
  });

  test('of nothing', () => {
    expect(ways(courseOf(m(7))).of('gone')).toEqual({ least: 0, most: 0 });
  });
});

describe('the minutes to the end of the course', () => {
  const nodes = [
    m(1),
    quiz('q', { minutes: 2 }),
    m(4, { optional: true }),
    section('s', { type: 'choose' }, options),
    quiz('end', { minutes: 8 }),
    m(16),
  ];
  const rows: [string, Condition | undefined, number][] = [
    ['everything', undefined, 1 + 2 + 3 + 8 + 16],
    ['a quiz', { type: 'passed', quiz: 'end' }, 1 + 2 + 3 + 8],
    ['an extra', { type: 'completed', item: 'm4' }, 1 + 2 + 4],
    ['an option', { type: 'chosen', option: 'x' }, 1 + 2],
    [
      'several',
      {
        type: 'all',
        of: [
          { type: 'passed', quiz: 'q' },
          { type: 'completed', item: 'm4' },
        ],
      },
      7,
    ],
    ['one of several', { type: 'any', of: [failed, { type: 'completed', item: 'm4' }] }, 3],
    ['points', { type: 'points', from: 10 }, 0],
  ];
  test.each(rows)('that asks for %s', (_, complete, least) => {
    const course = courseOf(section('p', { type: 'hurdles' }, nodes), complete && { complete });
    expect(ways(course).course).toEqual({ least, most: 1 + 2 + 4 + 40 + 8 + 16 });
  });
});

describe('the minutes before an item can be entered', () => {
  const course = courseOf(
    section('p', { type: 'hurdles' }, [
      m(1),
      m(2, { optional: true }),
      quiz('q', { minutes: 4 }),
      section(
        'r',
        { type: 'route', rules: [{ when: failed, to: ['x'] }, { to: ['y'] }] },
        options.slice(0, 2),
      ),
      section('b', { type: 'static-branching' }, [
        option('b1', module('b11', { minutes: 100 })),
        option('b2', module('b21', { minutes: 200 }), module('b22', { minutes: 7 })),
      ]),
      section('free', { type: 'random-access' }, [
        module('f1', { minutes: 300 }),
        module('f2', { minutes: 400, requires: { type: 'completed', item: 'f1' } }),
        module('f3', { minutes: 1, requires: { type: 'not', of: { type: 'completed', item: 'f1' } } }),
        module('f4', { minutes: 1, when: { type: 'any', of: [{ type: 'completed', item: 'f2' }, failed] } }),
      ]),
    ]),
  );
  const free = { least: 5 + 30 + 307, most: 7 + 40 + 307 };
  test.each([
    ['m1', { least: 0, most: 0 }],
    ['m2', { least: 1, most: 1 }],
    ['q', { least: 1, most: 3 }],
    ['r', { least: 5, most: 7 }],
    ['m10', { least: 5, most: 7 }],
    ['m20', { least: 15, most: 17 }],
    ['b22', { least: 5 + 30 + 200, most: 7 + 40 + 100 + 200 }],
    ['f1', free],
    ['f2', { least: free.least + 300, most: free.most + 300 }],
    ['f3', free],
    // Failed before is enough; who takes the longest way goes through f2.
    ['f4', { least: free.least, most: free.most + 700 }],
  ])('%s', (item, expected) => {
    expect(ways(course).until(item)).toEqual(expected);
  });
});

describe('long chains of conditions', () => {
  const size = 10_000;
  const ids = Array.from({ length: size }, (_, n) => `i${n}`);
  const cleared = (n: number) => ({ type: 'completed', item: `i${n}` }) as const;
  test.each([
    ['in reading order', (n: number) => n - 1, size],
    ['against it', (n: number) => n + 1, 1],
    ['in a circle', (n: number) => (n + 1) % size, undefined],
  ])('%s', (_, earlier, expected) => {
    const nodes = ids.map((id, n) =>
      module(id, { minutes: 1, ...(ids[earlier(n)] !== undefined && { requires: cleared(earlier(n)) }) }),
    );
    const course = courseOf(section('p', { type: 'random-access' }, nodes), { complete: cleared(size - 1) });
    expect(ways(course).course.most).toBe(size);
    if (expected !== undefined) expect(ways(course).course.least).toBe(expected);
  });
});

/** A course with minutes that tell its items apart. */
const timed = arbitraryCourse.map(
  (course): Course => ({
    ...course,
    items: course.items.map((item, i) => (item.kind === 'section' ? item : { ...item, minutes: 1 + 7 * i })),
  }),
);

/** Takes something that is open at each step; `n` is where the dice of the learner fall. */
function wander(course: Course, dice: readonly number[], seen: (done: number, view: View) => void): void {
  let state = start(course);
  let n = 0;
  const minutesOf = new Map(course.items.map((item) => [item.id, item.minutes]));
  const record = (fact: Fact) => {
    state = step(course, state, { ...fact, device: 'a', n: ++n, at: 0 });
  };
  for (const die of [0, ...dice]) {
    for (let rounds = 0; rounds < 5; rounds++) for (const fact of view(course, state, 0).due) record(fact);
    const now = view(course, state, 0);
    const leaves = course.items.filter((item) => item.kind !== 'section');
    const taken = leaves.filter(({ id }) => now.byId.get(id)?.opened);
    seen(
      taken.reduce((sum, { id }) => sum + (minutesOf.get(id) ?? 0), 0),
      now,
    );
    const open = leaves.filter(({ id }) => now.byId.get(id)?.status === 'open');
    const item = open[die % Math.max(1, open.length)];
    if (!item) return;
    record({ type: 'opened', item: item.id });
    if (item.kind === 'module') {
      record({ type: 'viewed', item: item.id });
      record({ type: 'marked', item: item.id });
      record({ type: 'media', item: item.id, media: 'v', from: 0, to: 1, duration: 1 });
      for (const { key } of item.questions)
        record({
          type: 'answered',
          item: item.id,
          question: key,
          response: { type: 'single', option: '' },
          credit: 1,
        });
    } else {
      const earned = die % 5;
      const credits = Object.fromEntries(item.questions.map(({ key }, i) => [key, i < earned ? 1 : 0]));
      record({
        type: 'submitted',
        item: item.id,
        attempt: now.byId.get(item.id)?.quiz?.attempt ?? 1,
        earned,
        possible: 4,
        credits,
      });
    }
  }
}

type View = ReturnType<typeof view>;

const dice = fc.array(fc.nat(59), { maxLength: 30 });
/** What `ways` takes for granted: some rule of every route holds, and no condition waits for itself. */
const isDecided = (course: Course) =>
  circular(course).size === 0 &&
  course.items.every(
    (item) =>
      item.kind !== 'section' ||
      item.type !== 'dynamic-branching' ||
      item.by.type === 'choose' ||
      item.by.rules.some(({ when }) => !when),
  );

describe('on random courses', () => {
  test('least ≤ required ≤ most ≤ total, in every item', () => {
    fc.assert(
      fc.property(timed, (course) => {
        const found = ways(course);
        for (const { id } of course.items) {
          const { least, most } = found.of(id);
          const { required, total } = minutes(course, id);
          expect([least <= required, required <= most, most <= total]).toEqual([true, true, true]);
          const until = found.until(id);
          expect(until.least).toBeLessThanOrEqual(until.most);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('nobody finishes in less than the least, or enters an item before its least', () => {
    let finished = 0;
    fc.assert(
      fc.property(timed.filter(isDecided), dice, (course, dice) => {
        const found = ways(course);
        wander(course, dice, (done, now) => {
          if (now.finished && course.complete === undefined) {
            finished++;
            expect(done).toBeGreaterThanOrEqual(found.course.least);
          }
          for (const { id, status } of now.items)
            if (status === 'open') expect(done).toBeGreaterThanOrEqual(found.until(id).least);
        });
      }),
      { numRuns: RUNS },
    );
    expect(finished).toBeGreaterThan(RUNS / 10);
  });
});
