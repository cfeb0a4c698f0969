import { describe, expect, test } from 'vitest';
import type { ExhaustedPolicy } from '../../src/model/course.ts';
import { explain, replay, view } from '../../src/path/index.ts';
import { courseOf, events, facts, module, quiz, section, viewAfter } from './build.ts';

function hurdle(exhausted?: ExhaustedPolicy, attempts: number | undefined = 2, review: string[] = []) {
  return courseOf(
    section('p', { type: 'hurdles' }, [
      module('a'),
      module('b'),
      quiz('q', {
        pass: 0.6,
        review,
        ...(attempts !== undefined && { attempts }),
        ...(exhausted && { exhausted }),
      }),
      module('c'),
    ]),
  );
}

const noLimit = courseOf(
  section('p', { type: 'hurdles' }, [module('a'), quiz('q', { pass: 0.6, review: ['a'] }), module('c')]),
);

describe('attempts at a quiz', () => {
  test.each([
    [
      'none yet',
      hurdle(),
      '',
      { submissions: 0, attempt: 1, attemptsLeft: 2, failed: false, exhausted: false },
    ],
    [
      'one failed',
      hurdle(),
      'q=1/5',
      { submissions: 1, attempt: 2, attemptsLeft: 1, failed: true, best: 0.2 },
    ],
    [
      'the best stays, the last is the last',
      hurdle(),
      'q=2/5 q=1/5',
      { best: 0.4, last: 0.2, exhausted: true, attemptsLeft: 0 },
    ],
    ['passed', hurdle(), 'q=1/5 q=3/5', { passed: true, failed: false, exhausted: false, attemptsLeft: 0 }],
    ['passed once stays passed', hurdle(), 'q=5/5 q=0/5', { passed: true, failed: false, exhausted: false }],
    ['no limit', noLimit, 'q=0/5 q=0/5 q=0/5', { submissions: 3, attempt: 4, exhausted: false }],
    ['failed: review', noLimit, 'a q=0/5', { toReview: ['a'] }],
    ['reviewed', noLimit, 'a q=0/5 ~a', { toReview: [], failed: true }],
    ['going on from its end again is a review', noLimit, 'a q=0/5 a', { toReview: [] }],
    ['each failure asks again', noLimit, 'a q=0/5 ~a q=1/5', { toReview: ['a'] }],
    ['passed: nothing to review', noLimit, 'a q=0/5 ~a q=5/5', { toReview: [] }],
    ['an old review does not count', noLimit, '~a a q=0/5', { toReview: ['a'] }],
    [
      'exhausted: a review brings attempts',
      hurdle('review', 2, ['a', 'b']),
      'q=0/5 q=1/5 ~a',
      { exhausted: true, attemptsLeft: 0, toReview: ['b'] },
    ],
    [
      'a full review does',
      hurdle('review', 2, ['a', 'b']),
      'q=0/5 q=1/5 ~b ~a',
      { exhausted: false, attemptsLeft: 2, attempt: 3, toReview: [] },
    ],
    [
      'new attempts are used up as well',
      hurdle('review', 2, ['a']),
      'q=0/5 q=1/5 ~a q=0/5 ~a q=1/5',
      { exhausted: true, attemptsLeft: 0 },
    ],
    [
      'a review between attempts does not renew them',
      hurdle('review', 2, ['a']),
      'q=0/5 ~a q=1/5',
      { exhausted: true, attemptsLeft: 0, toReview: ['a'] },
    ],
    [
      'later reviews do not renew attempts that were renewed',
      hurdle('review', 2, ['a', 'b']),
      'q=0/5 q=0/5 ~a ~b q=0/5 ~a',
      { exhausted: false, attemptsLeft: 1, toReview: ['b'] },
    ],
    [
      'review without a list stays exhausted',
      hurdle('review'),
      'q=0/5 q=0/5',
      { exhausted: true, attemptsLeft: 0 },
    ],
    [
      'an unlock code starts anew',
      hurdle('contact', 2, ['a']),
      'q=0/5 q=0/5 *q',
      { exhausted: false, attemptsLeft: 2, toReview: [] },
    ],
    [
      'and what follows counts',
      hurdle('contact'),
      'q=0/5 q=0/5 *q q=0/5',
      { exhausted: false, attemptsLeft: 1 },
    ],
    ['nothing to earn: nobody fails', hurdle(), 'q=0/0', { passed: true, best: 1 }],
  ])('%s', (_name, course, story, expected) => {
    expect(viewAfter(course, story).byId.get('q')?.quiz).toMatchObject(expected);
  });

  test('sums of thirds reach a mark of 1', () => {
    const earned = 0.1 + 0.2 + 0.7;
    const state = replay(hurdle(), events(facts(`q=${earned - 2e-16}/1`)));
    expect(view(hurdle(), state, 0).byId.get('q')?.quiz?.best).toBeLessThan(1);
    const strict = courseOf(section('p', { type: 'hurdles' }, [quiz('q', { pass: 1 })]));
    expect(view(strict, replay(strict, events(facts(`q=${earned - 2e-16}/1`))), 0).finished).toBe(true);
  });

  describe('of two tabs', () => {
    const course = hurdle('contact', 3);
    const sheet = (earned: number, device: string, n: number) => events(facts(`q=${earned}/5`), device, n);
    const aliased = (device: string, profile: string) => events([{ type: 'aliased', profile }], device, 20);
    test.each([
      ['of one browser profile: once, the better of both', [], 'me-2', 1, 2, 0.4],
      ['of two: both', [], 'you-1', 2, 1, 0.2],
      [
        'of one that was called otherwise at first: one of the limit',
        aliased('you-1', 'me'),
        'you-1',
        2,
        2,
        0.2,
      ],
      ['the other way round', aliased('me-1', 'you'), 'you-1', 2, 2, 0.2],
      ['by a third name', [...aliased('all-1', 'me'), ...aliased('all-2', 'you')], 'you-1', 2, 2, 0.2],
      ['of others that are one: both', aliased('me-1', 'them'), 'you-1', 2, 1, 0.2],
    ] as const)('%s', (_name, more, other, submissions, attemptsLeft, last) => {
      const all = [...sheet(2, 'me-1', 1), ...sheet(1, other, 2), ...more];
      for (const order of [all, all.toReversed()]) {
        const quizView = view(course, replay(course, order), 0).byId.get('q')?.quiz;
        expect(quizView).toMatchObject({ submissions, attemptsLeft, last, best: 0.4 });
        expect(quizView?.handedIn).toBe(3 - attemptsLeft);
      }
    });
  });

  test('attempts of two devices are ordered by counter, then by device', () => {
    const course = hurdle('review', 2, ['a']);
    const left = (order: readonly [string, number][]) => {
      const [first, second, review] = order;
      const all = [
        ...events(facts('q=0/5'), ...(first ?? ['a', 1])),
        ...events(facts('q=0/5'), ...(second ?? ['a', 2])),
        ...events(facts('~a'), ...(review ?? ['a', 3])),
      ];
      return view(course, replay(course, all), 0).byId.get('q')?.quiz?.attemptsLeft;
    };
    expect(
      left([
        ['a', 1],
        ['b', 1],
        ['c', 1],
      ]),
    ).toBe(2);
    expect(
      left([
        ['a', 1],
        ['c', 1],
        ['b', 1],
      ]),
    ).toBe(0);
  });
});

describe('what an exhausted quiz lets through', () => {
  test.each([
    [undefined, 'locked', [{ type: 'exhausted', quiz: 'q' }]],
    ['contact', 'locked', [{ type: 'exhausted', quiz: 'q', policy: 'contact' }]],
    [
      'review',
      'locked',
      [
        { type: 'exhausted', quiz: 'q', policy: 'review' },
        { type: 'review', quiz: 'q', items: ['a'] },
      ],
    ],
    ['continue', 'open', []],
  ] as const)('%s', (policy, status, reasons) => {
    const found = viewAfter(hurdle(policy, 2, policy === 'review' ? ['a'] : []), 'a b q=0/5 q=0/5');
    expect(found.byId.get('c')).toMatchObject({ status, reasons });
    expect(found.byId.get('q')).toMatchObject({ cleared: policy === 'continue', quiz: { passed: false } });
  });

  test('continue is not taken back by an unlock code', () => {
    expect(viewAfter(hurdle('continue'), 'a b q=0/5 q=0/5 *q').byId.get('c')?.status).toBe('open');
  });
});

describe('reasons', () => {
  const course = courseOf(
    section('p', { type: 'hurdles' }, [
      module('a'),
      quiz('q', { pass: 0.8, attempts: 3, review: ['a'] }),
      module('b'),
      section('s', { type: 'linear' }, [quiz('l', { pass: 0.5 }), module('m')], {
        requires: {
          type: 'all',
          of: [
            { type: 'passed', quiz: 'q' },
            { type: 'points', from: 1000 },
          ],
        },
      }),
      section('d', { type: 'choose' }, [module('x'), module('y')]),
    ]),
  );
  test.each([
    ['the first thing to do', '', 'b', [{ type: 'earlier', item: 'a' }]],
    ['a hurdle', 'a', 'b', [{ type: 'pass', quiz: 'q', mark: 0.8, attemptsLeft: 3 }]],
    [
      'a hurdle that was failed',
      'a q=3/5',
      'b',
      [
        { type: 'pass', quiz: 'q', mark: 0.8, best: 0.6, attemptsLeft: 2 },
        { type: 'review', quiz: 'q', items: ['a'] },
      ],
    ],
    ['a closed section', '', 'm', [{ type: 'parent', section: 's' }]],
    [
      'the parts of a condition that fail',
      'a q=5/5 b',
      's',
      [
        {
          type: 'requires',
          condition: {
            type: 'all',
            of: [
              { type: 'passed', quiz: 'q' },
              { type: 'points', from: 1000 },
            ],
          },
          unmet: [{ type: 'points', from: 1000 }],
        },
      ],
    ],
    ['a quiz that has only to be handed in', 'a q=5/5 b >s >l', 'm', [{ type: 'pass', quiz: 'l' }]],
    ['a choice', '>x', 'y', [{ type: 'not-chosen', section: 'd', chosen: ['x'] }]],
    ['nothing about what is open', '', 'a', []],
  ])('%s', (_name, story, item, expected) => {
    expect(viewAfter(course, story).byId.get(item)?.reasons).toEqual(expected);
  });

  describe('the one thing that is left in an earlier section stands for the section', () => {
    const nested = courseOf(
      section('p', { type: 'linear' }, [
        section('s', { type: 'hurdles' }, [
          module('a'),
          section('t', { type: 'random-access' }, [module('m'), quiz('l', { pass: 0.9 })]),
          quiz('q', { pass: 0.8 }),
        ]),
        section('r', { type: 'random-access', finish: 'f' }, [module('n'), quiz('f', { pass: 0.5 })]),
        section('d', { type: 'choose' }, [module('x'), module('y')]),
        module('z'),
      ]),
    );
    test.each([
      ['several things', '', 'r', [{ type: 'earlier', item: 's' }]],
      ['the quiz', 'a m l=0/5', 'r', [{ type: 'pass', quiz: 'q', mark: 0.8 }]],
      ['a quiz that has only to be handed in, deeper', 'a m q=5/5', 'r', [{ type: 'pass', quiz: 'l' }]],
      ['a final quiz', 'a m l=0/5 q=5/5', 'd', [{ type: 'pass', quiz: 'f', mark: 0.5 }]],
      [
        'a final quiz, failed',
        'a m l=0/5 q=5/5 n f=1/5',
        'd',
        [{ type: 'pass', quiz: 'f', mark: 0.5, best: 0.2 }],
      ],
      ['a choice is the learner’s', 'a m l=0/5 q=5/5 f=5/5', 'z', [{ type: 'earlier', item: 'd' }]],
    ])('%s', (_name, story, item, expected) => {
      expect(viewAfter(nested, story).byId.get(item)?.reasons).toEqual(expected);
    });
  });

  test('another branch', () => {
    const branches = courseOf(
      section('p', { type: 'static-branching' }, [
        section('x', { type: 'hurdles' }, [module('x1'), module('x2')]),
        section('y', { type: 'hurdles' }, [module('y1')]),
      ]),
    );
    const found = viewAfter(branches, 'x1');
    expect(found.byId.get('y')?.reasons).toEqual([{ type: 'branch', branch: 'x' }]);
    expect(found.byId.get('y1')?.reasons).toEqual([{ type: 'parent', section: 'y' }]);
    expect(explain(found, 'y1')).toEqual([{ type: 'branch', branch: 'x' }]);
  });
});
