import { describe, expect, test } from 'vitest';
import { ancestors, leaves, minutes, nextItem, nextOpen, previousItem } from '../../src/path/index.ts';
import { courseOf, module, quiz, section, viewAfter } from './build.ts';

const course = courseOf(
  section('p', { type: 'linear' }, [
    module('a', { minutes: 3 }),
    section('s', { type: 'hurdles' }, [
      module('b', { minutes: 4 }),
      quiz('q', { pass: 0.6, review: ['b'], minutes: 5 }),
      module('extra', { optional: true, minutes: 100 }),
    ]),
    section('d', { type: 'choose', switch: true }, [
      section('x', { type: 'hurdles' }, [module('x1', { minutes: 10 }), module('x2', { minutes: 20 })]),
      module('y', { minutes: 40 }),
    ]),
    section(
      'r',
      {
        type: 'route',
        rules: [{ when: { type: 'failed', quiz: 'q' }, to: ['low'] }, { to: ['high'] }],
      },
      [module('low', { minutes: 1000 }), module('high', { minutes: 80 })],
    ),
    module('remedial', { when: { type: 'failed', quiz: 'q' }, minutes: 500 }),
  ]),
);

describe('reading order', () => {
  test('goes from leaf to leaf, across sections', () => {
    const ids = leaves(course).map(({ id }) => id);
    expect(ids).toEqual(['a', 'b', 'q', 'extra', 'x1', 'x2', 'y', 'low', 'high', 'remedial']);
    expect(ids.map((id) => nextItem(course, id)?.id)).toEqual([...ids.slice(1), undefined]);
    expect(ids.map((id) => previousItem(course, id)?.id)).toEqual([undefined, ...ids.slice(0, -1)]);
    expect(nextItem(course, 'gone')).toBeUndefined();
  });

  test('ancestors stand from the outside in', () => {
    expect(ancestors(course, 'x1').map(({ id }) => id)).toEqual(['p', 'd', 'x']);
    expect(ancestors(course, 'p')).toEqual([]);
  });
});

describe('the way on', () => {
  test.each([
    ['at the start', '', undefined, 'a'],
    ['to the next', 'a', 'a', 'b'],
    ['stays while nothing else is open', '>a', 'a', undefined],
    ['across a section', 'a b q=5/5', 'q', 'extra'],
    ['a failed hurdle leads to its review', 'a b q=0/5', 'q', 'b'],
    ['and from there back', 'a b q=0/5 ~b', 'b', 'q'],
    ['an option that is not needed any more is passed over', 'a b q=5/5 x1 x2', 'x2', 'high'],
    ['back to what was left out', 'a b q=5/5 >x1 y', 'y', 'high'],
    ['nothing is left', 'a b q=5/5 extra y high', 'high', undefined],
  ])('%s', (_name, story, from, expected) => {
    expect(nextOpen(course, viewAfter(course, story), from)).toBe(expected);
  });

  test('back to a required item that was skipped', () => {
    const free = courseOf(
      section('p', { type: 'random-access' }, [module('a'), module('o', { optional: true }), module('b')]),
    );
    expect(nextOpen(free, viewAfter(free, 'b'), 'b')).toBe('a');
    expect(nextOpen(free, viewAfter(free, 'b a'), 'b')).toBeUndefined();
  });

  test.each([
    ['at the start', '', 'a'],
    ['the item that was touched last', 'a >b', 'b'],
    ['even an optional one', 'a b q=5/5 y >extra', 'extra'],
    ['which does not hold for ever', 'a b q=5/5 >extra y', 'high'],
    ['the review of a failed quiz', 'a b q=0/5', 'b'],
    ['the quiz, when reviewed', 'a b q=0/5 ~b', 'q'],
  ])('view.next: %s', (_name, story, expected) => {
    expect(viewAfter(course, story).next).toBe(expected);
  });

  test('view.next: a quiz that is handed in but has to be passed for the end', () => {
    const strict = courseOf(
      section('p', { type: 'linear' }, [module('a'), quiz('q', { pass: 0.6, attempts: 2 })]),
      {
        complete: { type: 'passed', quiz: 'q' },
      },
    );
    expect(viewAfter(strict, 'a q=0/5')).toMatchObject({ next: 'q', finished: false });
    expect(viewAfter(strict, 'a q=0/5 q=0/5').next).toBeUndefined();
    expect(viewAfter(strict, 'a q=0/5 q=3/5')).toMatchObject({ finished: true });
  });

  test('view.next: not to a quiz without attempts', () => {
    const stuck = courseOf(
      section('p', { type: 'random-access' }, [
        section('h', { type: 'hurdles' }, [quiz('q', { pass: 1, attempts: 1 })]),
        module('b'),
      ]),
    );
    expect(viewAfter(stuck, 'q=0/5').next).toBe('b');
  });
});

describe('learning time', () => {
  test.each([
    ['p', { required: 3 + 4 + 5 + 10 + 20 + 80, total: 3 + 4 + 5 + 100 + 10 + 20 + 40 + 1000 + 80 + 500 }],
    ['s', { required: 9, total: 109 }],
    ['d', { required: 30, total: 70 }],
    ['r', { required: 80, total: 1080 }],
    ['a', { required: 3, total: 3 }],
    ['gone', { required: 0, total: 0 }],
  ])('of %s', (item, expected) => {
    expect(minutes(course, item)).toEqual(expected);
  });
});
