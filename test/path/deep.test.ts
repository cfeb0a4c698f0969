import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/model/condition.ts';
import type { Course } from '../../src/model/course.ts';
import { replay, start, view } from '../../src/path/index.ts';
import { courseOf, events, facts, module, type Node, quiz, section } from './build.ts';

/** Far more than anybody writes, and more than the stack holds when each item asks the next. */
const LONG = 10_000;

const completed = (item: string): Condition => ({ type: 'completed', item });
const range = (length: number) => Array.from({ length }, (_, i) => i);
const free = (nodes: readonly Node[]): Course => courseOf(section('p', { type: 'random-access' }, nodes));

/** Sections of one module each, of which each waits for another one. */
function waiting(key: 'requires' | 'when', next: (i: number) => number): Course {
  return free(
    range(LONG).map((i) => {
      const other = next(i);
      const rule = other >= 0 && other < LONG ? { [key]: completed(`s${other}`) } : {};
      return section(`s${i}`, { type: 'hurdles' }, [module(`m${i}`)], rule);
    }),
  );
}

/** Sections with nothing to wait for are cleared as soon as they are open, so each asks the next to its end. */
function empty(key: 'requires' | 'when', next: (i: number) => number, last: Condition): Course {
  return free([
    ...range(LONG).map((i) => {
      const other = next(i);
      const rule = { [key]: other >= 0 && other < LONG ? completed(`s${other}`) : last };
      return section(`s${i}`, { type: 'linear' }, [module(`m${i}`, { optional: true })], rule);
    }),
    module('last'),
  ]);
}

const badges = (next: (i: number) => number): Course => ({
  ...free([module('last')]),
  badges: range(LONG).map((i) => {
    const other = next(i);
    const when: Condition =
      other >= 0 && other < LONG ? { type: 'badge', badge: `b${other}` } : completed('last');
    return { id: `b${i}`, title: `B${i}`, when };
  }),
});

const forward = (i: number) => i + 1;
const backward = (i: number) => i - 1;

describe('a chain of ten thousand conditions', () => {
  test.each([
    ['each requires the next', waiting('requires', forward)],
    ['each requires the one before', waiting('requires', backward)],
    ['each is there when the next is finished', waiting('when', forward)],
    ['each is there when the one before is finished', waiting('when', backward)],
  ])('%s', (_, course) => {
    const found = view(course, start(course), 0);
    expect(found.items.filter(({ status }) => status === 'open')).toHaveLength(3);
    expect(found.finished).toBe(false);
  });

  test.each([
    ['each requires the next', empty('requires', forward, completed('last'))],
    ['each requires the one before', empty('requires', backward, completed('last'))],
    ['each is there when the next is cleared', empty('when', forward, completed('last'))],
    ['each is there when the one before is cleared', empty('when', backward, completed('last'))],
  ])('that its end decides: %s', (_, course) => {
    const before = view(course, start(course), 0);
    expect(before.items.filter(({ status }) => status === 'open')).toHaveLength(2);
    const after = view(course, replay(course, events(facts('last'))), 0);
    expect(after.items.filter(({ status }) => status === 'locked' || status === 'hidden')).toEqual([]);
    expect(after.finished).toBe(true);
  });

  test.each([
    ['forward', badges(forward)],
    ['backward', badges(backward)],
  ])('of badges, %s', (_, course) => {
    expect(view(course, start(course), 0).badges).toEqual([]);
    expect(view(course, replay(course, events(facts('last'))), 0).badges).toHaveLength(LONG);
  });

  test.each([
    ['sections', empty('requires', (i) => (i + 1) % LONG, completed('last'))],
    ['sections that are there', empty('when', (i) => (i + 1) % LONG, completed('last'))],
    ['badges', badges((i) => (i + 1) % LONG)],
  ])('that is a circle: %s', (_, course) => {
    const found = view(course, replay(course, events(facts('last'))), 0);
    expect(found.badges).toEqual([]);
    // What waits for itself never comes.
    expect(found.byId.get('s0')?.status ?? 'locked').toMatch(/locked|hidden/);
  });

  test('of routes, each of which reads the one after it', () => {
    const course = free([
      ...range(LONG).map((i) =>
        section(
          `r${i}`,
          {
            type: 'route',
            rules: [{ when: { type: 'chosen', option: `a${i + 1}` }, to: [`a${i}`] }, { to: [`b${i}`] }],
          },
          [module(`a${i}`), module(`b${i}`)],
        ),
      ),
      section('last', { type: 'choose' }, [module(`a${LONG}`), module(`b${LONG}`)]),
    ]);
    expect(view(course, start(course), 0).byId.get('b0')?.status).toBe('open');
    expect(view(course, start(course), 0).byId.get('a0')?.status).toBe('hidden');
    const other = view(course, replay(course, events(facts(`>a${LONG}`))), 0);
    expect(other.byId.get('a0')?.status).toBe('open');
    expect(other.byId.get('b0')?.status).toBe('hidden');
  });
});

describe('large in other ways', () => {
  test('ten thousand steps in turn, with quizzes', () => {
    const course = courseOf(
      section(
        'p',
        { type: 'hurdles' },
        range(LONG).map((i) => (i % 2 ? quiz(`i${i}`, { pass: 0.5 }) : module(`i${i}`))),
      ),
    );
    expect(view(course, start(course), 0).next).toBe('i0');
  });

  test('ten thousand branches and options', () => {
    for (const type of ['static-branching', 'choose'] as const) {
      const course = courseOf(
        section(
          'p',
          { type },
          range(LONG).map((i) => section(`s${i}`, { type: 'hurdles' }, [module(`m${i}`), module(`n${i}`)])),
        ),
      );
      const found = view(course, replay(course, events(facts('m5000'))), 0);
      expect(found.items.filter(({ status }) => status === 'open' || status === 'done')).toHaveLength(4);
    }
  });

  test('sections in sections, five hundred deep', () => {
    const nested = (depth: number): Node =>
      depth === 0
        ? module('m')
        : section(`s${depth}`, { type: depth % 2 ? 'hurdles' : 'linear' }, [
            nested(depth - 1),
            module(`n${depth}`),
          ]);
    const course = courseOf(nested(500));
    expect(view(course, start(course), 0).next).toBe('m');
    expect(view(course, replay(course, events(facts('m'))), 0).next).toBe('n1');
  });
});
