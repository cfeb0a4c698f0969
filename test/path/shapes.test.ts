import { describe, expect, test } from 'vitest';
import type { Course } from '../../src/model/course.ts';
import type { Fact } from '../../src/model/events.ts';
import { replay, type View, view } from '../../src/path/index.ts';
import { courseOf, events, facts, module, quiz, section, statuses, viewAfter } from './build.ts';

/** A story, and the statuses after it (the pathway itself left out). */
type Case = readonly [name: string, course: Course, story: string, expected: string];

const linear = courseOf(
  section('p', { type: 'linear' }, [module('a'), quiz('q', { pass: 0.6 }), module('b')]),
);
const hurdles = courseOf(
  section('p', { type: 'hurdles' }, [module('a'), quiz('q', { pass: 0.6 }), module('b')]),
);
const unmarked = courseOf(section('p', { type: 'hurdles' }, [quiz('q'), module('b')]));
const optional = courseOf(
  section('p', { type: 'hurdles' }, [
    module('a'),
    module('x', { optional: true }),
    quiz('y', { optional: true, pass: 0.5 }),
    module('b'),
  ]),
);
const free = courseOf(
  section('p', { type: 'linear' }, [
    section('r', { type: 'random-access' }, [module('a'), quiz('q', { pass: 0.6 }), module('b')]),
    module('c'),
  ]),
);
const finish = courseOf(
  section('p', { type: 'linear' }, [
    section('r', { type: 'random-access', finish: 'q' }, [
      module('a'),
      module('b'),
      quiz('q', { pass: 0.6 }),
    ]),
    module('c'),
  ]),
);
const branches = courseOf(
  section('p', { type: 'linear' }, [
    section('s', { type: 'static-branching' }, [
      section('x', { type: 'hurdles' }, [module('x1'), quiz('x2', { pass: 0.5 })]),
      section('y', { type: 'hurdles' }, [module('y1'), module('y2')]),
    ]),
    module('z'),
  ]),
);
const choice = (rule: { count?: number; switch?: boolean }) =>
  courseOf(
    section('p', { type: 'linear' }, [
      section('d', { type: 'choose', ...rule }, [
        section('x', { type: 'hurdles' }, [module('x1'), module('x2')]),
        section('y', { type: 'hurdles' }, [module('y1')]),
        module('w'),
      ]),
      module('z'),
    ]),
  );
const route = (otherwise: boolean) =>
  courseOf(
    section('p', { type: 'linear' }, [
      quiz('q', { pass: 0.8 }),
      section(
        'd',
        {
          type: 'route',
          rules: [
            { when: { type: 'score', quiz: 'q', below: 0.5 }, to: ['low', 'more'] },
            { when: { type: 'score', quiz: 'q', from: 0.9 }, to: ['high'] },
            ...(otherwise ? [{ to: ['mid'] }] : []),
          ],
        },
        [module('low'), module('more'), module('mid'), module('high')],
      ),
      module('z'),
    ]),
  );

const cases: readonly Case[] = [
  ['linear opens its first item', linear, '', 'a:open q:locked b:locked'],
  ['linear goes on in order', linear, 'a', 'a:done q:open b:locked'],
  ['a failed quiz holds nobody back in linear', linear, 'a q=1/5', 'a:done q:done b:open'],
  ['opened is not done', linear, '>a', 'a:open q:locked b:locked'],
  ['a hurdle holds back who fails', hurdles, 'a q=1/5', 'a:done q:open b:locked'],
  ['a hurdle lets on who reaches the mark exactly', hurdles, 'a q=3/5', 'a:done q:done b:open'],
  ['the best attempt counts', hurdles, 'a q=3/5 q=0/5', 'a:done q:done b:open'],
  ['a hurdle without a mark is cleared when handed in', unmarked, 'q=0/5', 'q:done b:open'],
  ['what was opened stays open', hurdles, '>b', 'a:open q:locked b:open'],
  ['optional items hold nobody back', optional, 'a', 'a:done x:open y:open b:open'],
  ['any order in random access', free, 'b', 'r:open a:open q:open b:done c:locked'],
  [
    'random access is cleared by all, the quiz handed in',
    free,
    'a q=0/5 b',
    'r:done a:done q:done b:done c:open',
  ],
  ['finish: passing the quiz is enough', finish, 'q=3/5', 'r:done a:open b:open q:done c:open'],
  ['finish: failing it is not', finish, 'a b q=2/5', 'r:open a:done b:done q:done c:locked'],
  [
    'all branches can be begun',
    branches,
    '',
    's:open x:open x1:open x2:locked y:open y1:open y2:locked z:locked',
  ],
  [
    'a branch that is begun closes the others',
    branches,
    'x1',
    's:open x:open x1:done x2:open y:locked y1:locked y2:locked z:locked',
  ],
  [
    'a quiz not passed keeps them closed',
    branches,
    'x1 x2=0/5',
    's:open x:open x1:done x2:open y:locked y1:locked y2:locked z:locked',
  ],
  [
    'a cleared branch frees them',
    branches,
    'x1 x2=5/5',
    's:open x:done x1:done x2:done y:open y1:open y2:locked z:locked',
  ],
  [
    'all branches clear the section',
    branches,
    'x1 x2=5/5 y1 y2',
    's:done x:done x1:done x2:done y:done y1:done y2:done z:open',
  ],
  [
    'branches begun on two devices can both be finished',
    branches,
    'x1 y1',
    's:open x:open x1:done x2:open y:open y1:done y2:open z:locked',
  ],
  ['options are open', choice({}), '', 'd:open x:open x1:open x2:locked y:open y1:open w:open z:locked'],
  [
    'one option closes the others',
    choice({}),
    '>x1',
    'd:open x:open x1:open x2:locked y:locked y1:locked w:locked z:locked',
  ],
  [
    'the chosen option clears the section',
    choice({}),
    'x1 x2',
    'd:done x:done x1:done x2:done y:locked y1:locked w:locked z:open',
  ],
  [
    'choose 2 waits for two',
    choice({ count: 2 }),
    'w y1',
    'd:done x:locked x1:locked x2:locked y:done y1:done w:done z:open',
  ],
  [
    'choose 2 after one',
    choice({ count: 2 }),
    'w',
    'd:open x:open x1:open x2:locked y:open y1:open w:done z:locked',
  ],
  [
    'choose more than there are: all',
    choice({ count: 9 }),
    'w y1 x1 x2',
    'd:done x:done x1:done x2:done y:done y1:done w:done z:open',
  ],
  [
    'switch keeps the others open',
    choice({ switch: true }),
    'x1',
    'd:open x:open x1:done x2:open y:open y1:open w:open z:locked',
  ],
  [
    'switch counts what is cleared first',
    choice({ switch: true }),
    'x1 y1',
    'd:done x:open x1:done x2:open y:done y1:done w:open z:open',
  ],
  [
    'a route that cannot be read yet shows no option',
    route(true),
    '',
    'q:open d:locked low:hidden more:hidden mid:hidden high:hidden z:locked',
  ],
  [
    'the first rule that holds names the options',
    route(true),
    'q=2/5',
    'q:done d:open low:open more:open mid:hidden high:hidden z:locked',
  ],
  [
    'a list of options has to be cleared',
    route(true),
    'q=2/5 low',
    'q:done d:open low:done more:open mid:hidden high:hidden z:locked',
  ],
  ['otherwise', route(true), 'q=3/5', 'q:done d:open low:hidden more:hidden mid:open high:hidden z:locked'],
  [
    'before anything inside is opened, a better score changes the route',
    route(true),
    'q=3/5 q=5/5',
    'q:done d:open low:hidden more:hidden mid:hidden high:open z:locked',
  ],
  [
    'from then on it is kept, even unrecorded',
    route(true),
    'q=3/5 >mid q=5/5',
    'q:done d:open low:hidden more:hidden mid:open high:hidden z:locked',
  ],
  [
    'no rule and no otherwise: hidden, and nobody waits for it',
    route(false),
    'q=3/5',
    'q:done d:hidden low:hidden more:hidden mid:hidden high:hidden z:open',
  ],
];

describe('the five shapes', () => {
  test.each(cases)('%s', (_name, course, story, expected) => {
    expect(statuses(viewAfter(course, story)).replace(/^p:\w+ /, '')).toBe(expected);
  });

  test('shapes nest: random access inside a branch inside hurdles', () => {
    const course = courseOf(
      section('p', { type: 'hurdles' }, [
        section('s', { type: 'static-branching' }, [
          section('r', { type: 'random-access' }, [module('a'), quiz('q', { pass: 1 })]),
          quiz('t', { pass: 0.5 }),
        ]),
        section('l', { type: 'linear' }, [section('l2', { type: 'choose' }, [module('m'), module('n')])]),
      ]),
    );
    expect(statuses(viewAfter(course, 'a q=0/5'))).toBe(
      'p:open s:open r:done a:done q:done t:open l:locked l2:locked m:locked n:locked',
    );
    expect(statuses(viewAfter(course, 'a q=0/5 t=1/5'))).toContain('t:open l:locked');
    expect(statuses(viewAfter(course, 'a q=0/5 t=4/5 n'))).toBe(
      'p:done s:done r:done a:done q:done t:done l:done l2:done m:locked n:done',
    );
  });

  describe('two tabs that took different options of a choice of one', () => {
    const both = (first: string, second: string, rule: { switch?: boolean; count?: number } = {}) =>
      [
        [...events(facts(first), 'a'), ...events(facts(second), 'b')],
        [...events(facts(second), 'b'), ...events(facts(first), 'a')],
      ].map((list) => view(choice(rule), replay(choice(rule), list), 0));
    const required = (found: View) =>
      found.items.filter((item) => item.required && item.id.length > 1).map(({ id }) => id);

    test.each<[name: string, first: string, second: string, chosen: string[], required: string[]]>([
      ['the first in the order of events counts', '>x1', '>y1', ['x'], ['x1', 'x2']],
      ['by the counter before the device', 'w >x1', '>y1', ['w'], []],
      ['the counter of the second tab is lower', '>x1 >x1', '>y1 y1', ['x'], ['x1', 'x2']],
    ])('%s', (_name, first, second, chosen, asked) => {
      for (const found of both(first, second)) {
        expect(found.byId.get('d')?.chosen).toEqual(chosen);
        expect(required(found)).toEqual(asked);
        expect(found.byId.get('y')?.status).toMatch(/open|done/);
      }
    });

    test('the way on leads to the one that counts, whichever was touched last', () => {
      for (const found of both('>x1', '>y1 >y1 >y1')) expect(found.next).toBe('x1');
    });

    test('the other closes nothing that it cleared: done stays done', () => {
      for (const found of both('>x1', 'y1')) {
        expect(found.byId.get('d')).toMatchObject({ cleared: true, chosen: ['x'] });
        expect(found.byId.get('z')?.status).toBe('open');
      }
    });

    test('of two to choose, the first two count; a third is not needed', () => {
      for (const found of both('>x1 >w', '>y1 y1', { count: 2 }))
        expect(found.byId.get('d')).toMatchObject({ cleared: false, chosen: ['x', 'y'] });
    });

    test('where the choice can be changed, both are chosen', () => {
      for (const found of both('>x1', '>y1', { switch: true }))
        expect(found.byId.get('d')?.chosen).toEqual(['x', 'y']);
    });
  });

  test('a route is due as soon as something inside is opened, and kept once recorded', () => {
    const course = route(true);
    const due = (story: string) => viewAfter(course, story).due.filter(({ type }) => type !== 'done');
    expect(due('q=3/5')).toEqual([]);
    const routed: Fact[] = [{ type: 'routed', section: 'd', options: ['mid'] }];
    expect(due('q=3/5 >mid')).toEqual(routed);
    const story = [...facts('q=2/5'), { type: 'routed', section: 'd', options: ['high'] } as const];
    const found = view(course, replay(course, events(story)), 0);
    expect(statuses(found)).toContain('low:hidden more:hidden mid:hidden high:open');
    expect(found.due).toEqual([{ type: 'done', item: 'q' }]);
  });

  test('a final quiz that is not there finishes nothing: then all items count', () => {
    const course = courseOf(
      section('p', { type: 'random-access', finish: 'q' }, [
        module('a'),
        quiz('q', { pass: 0.5, when: { type: 'completed', item: 'a' } }),
        quiz('never', { when: { type: 'any', of: [] } }),
      ]),
    );
    expect(viewAfter(course, '').finished).toBe(false);
    expect(viewAfter(course, 'a').finished).toBe(false);
    expect(viewAfter(course, 'a q=5/5').finished).toBe(true);
    const gone = courseOf(
      section('p', { type: 'random-access', finish: 'q' }, [
        module('a'),
        quiz('q', { pass: 0.5, when: { type: 'any', of: [] } }),
      ]),
    );
    expect(viewAfter(gone, '').finished).toBe(false);
    expect(viewAfter(gone, 'a').finished).toBe(true);
  });

  test('what a passed final quiz spares is not counted any more', () => {
    expect(viewAfter(finish, 'a')).toMatchObject({ required: 4, cleared: 1 });
    expect(viewAfter(finish, 'a q=3/5')).toMatchObject({ required: 3, cleared: 2 });
  });

  test('options stand in the order in which they were begun, on whatever device', () => {
    const course = choice({ switch: true });
    const all = [
      ...events(facts('w >y1'), 'b', 5),
      ...events(facts('>x1'), 'a', 6),
      ...events(facts('>w'), 'a', 9),
    ];
    expect(view(course, replay(course, all), 0).byId.get('d')?.chosen).toEqual(['w', 'x', 'y']);
  });

  test('an option with nothing required in it has to be chosen all the same', () => {
    const course = courseOf(
      section('p', { type: 'choose' }, [
        section('x', { type: 'linear' }, [module('x1', { optional: true })]),
        section('y', { type: 'linear' }, [module('y1')]),
      ]),
    );
    expect(statuses(viewAfter(course, ''))).toBe('p:open x:done x1:open y:open y1:open');
    expect(statuses(viewAfter(course, '>x1'))).toBe('p:done x:done x1:open y:locked y1:locked');
    expect(statuses(viewAfter(course, '>y1'))).toBe('p:open x:locked x1:locked y:open y1:open');
  });

  test('after two devices were sent different ways, either way is enough', () => {
    const course = route(true);
    const mid: Fact[] = [{ type: 'routed', section: 'd', options: ['mid'] }, ...facts('mid')];
    const low: Fact = { type: 'routed', section: 'd', options: ['low', 'more'] };
    const one = events([...facts('q=3/5'), ...mid], 'a', 10);
    const other = events([...facts('q=1/5'), low], 'b');
    const found = view(course, replay(course, [...other, ...one]), 0);
    expect(statuses(found)).toBe('p:open q:done d:done low:open more:open mid:done high:hidden z:open');
  });
});
