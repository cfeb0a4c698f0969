import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/model/condition.ts';
import type { Course } from '../../src/model/course.ts';
import { courseOf, module, type Node, question, quiz, section } from '../path/build.ts';
import { Circular, judge, type OracleVerdict, oracle } from './oracle.ts';

const LIMIT = 20_000;

function verdictOf(course: Course): OracleVerdict {
  const found = oracle(course, LIMIT);
  if (!found) throw new Error('too large');
  return found;
}

/** A quiz of one or more questions of one point. */
const short = (id: string, rest: Parameters<typeof quiz>[1] = {}, questions = 1) =>
  quiz(id, {
    pass: 1,
    questions: Array.from({ length: questions }, (_, i) => question(`${id}#${i}`)),
    ...rest,
  });
const hurdles = (...nodes: Node[]) => courseOf(section('p', { type: 'hurdles' }, nodes));
const linear = (...nodes: Node[]) => courseOf(section('p', { type: 'linear' }, nodes));
const passed = (id: string): Condition => ({ type: 'passed', quiz: id });
const failed = (id: string): Condition => ({ type: 'failed', quiz: id });
const completed = (item: string): Condition => ({ type: 'completed', item });
const not = (of: Condition): Condition => ({ type: 'not', of });
const twoOptions = (rule: { count?: number; switch?: boolean } = {}) =>
  section('d', { type: 'choose', ...rule }, [
    section('x', { type: 'hurdles' }, [module('x1'), module('x2')]),
    section('y', { type: 'hurdles' }, [module('y1')]),
  ]);
const route = (...rules: { when?: Condition; to: string[] }[]) =>
  section('d', { type: 'route', rules }, [module('low'), module('high')]);
const score = (from?: number, below?: number): Condition => ({
  type: 'score',
  quiz: 'q',
  ...(from !== undefined && { from }),
  ...(below !== undefined && { below }),
});

const sound: readonly (readonly [name: string, course: Course])[] = [
  ['linear', linear(module('a'), short('q'), module('b'))],
  ['hurdles with attempts without end', hurdles(module('a'), short('q'), module('b'))],
  ['random access', courseOf(section('p', { type: 'random-access' }, [module('a'), short('q')]))],
  [
    'random access with a final quiz',
    courseOf(section('p', { type: 'random-access', finish: 'q' }, [module('a'), short('q')])),
  ],
  [
    'static branching',
    courseOf(
      section('p', { type: 'static-branching' }, [
        section('x', { type: 'hurdles' }, [module('x1'), short('x2')]),
        section('y', { type: 'hurdles' }, [module('y1'), module('y2')]),
      ]),
    ),
  ],
  ['a choice', linear(twoOptions(), module('z'))],
  ['a choice that can be changed', linear(twoOptions({ switch: true }), module('z'))],
  ['more to choose than there is', linear(twoOptions({ count: 9 }), module('z'))],
  [
    'a route',
    linear(short('q', {}, 3), route({ when: score(0.6), to: ['high'] }, { to: ['low'] }), module('z')),
  ],
  ['exhausted: continue', hurdles(short('q', { attempts: 1, exhausted: 'continue' }), module('b'))],
  ['exhausted: contact', hurdles(short('q', { attempts: 1, exhausted: 'contact' }), module('b'))],
  [
    'exhausted: review',
    hurdles(module('a'), short('q', { attempts: 2, exhausted: 'review', review: ['a'] }), module('b')),
  ],
  ['a review before each attempt', hurdles(module('a'), short('q', { review: ['a'] }))],
  [
    'a remedial loop',
    hurdles(module('a'), module('r', { when: failed('q') }), short('q', { review: ['r'] }), module('b')),
  ],
  ['one attempt where nobody is held back', linear(short('q', { attempts: 1 }), module('b'))],
  ['a date to wait for', linear(module('a', { requires: { type: 'after', at: 5 } }))],
];

describe('the oracle finds sound', () => {
  test.each(sound)('%s', (_name, course) => {
    const verdict = verdictOf(course);
    expect(verdict.trap, JSON.stringify(verdict.story)).toBe(false);
    expect([...verdict.opened].sort()).toEqual(course.items.map(({ id }) => id).sort());
    expect(verdict.gaps.size).toBe(0);
  });
});
const traps: readonly (readonly [name: string, course: Course])[] = [
  ['a hurdle with one attempt and nothing said', hurdles(short('q', { attempts: 1 }), module('b'))],
  ['exhausted: review with nothing to review', hurdles(short('q', { attempts: 1, exhausted: 'review' }))],
  [
    'review of what only those who pass can see',
    hurdles(short('q', { review: ['r'] }), module('r', { when: passed('q') })),
  ],
  [
    'a remedial module that stands after the hurdle that asks for it',
    hurdles(short('q', { review: ['r'] }), module('r', { when: failed('q') })),
  ],
  ['quizzes that send to each other', hurdles(short('q', { review: ['r'] }), short('r', { review: ['q'] }))],
  ['a required item before a date', linear(module('a', { requires: { type: 'before', at: 5 } }))],
  ['a certain quiz that has to be failed', linear(short('q'), module('a', { requires: failed('q') }))],
  [
    'a deadline before the module can open',
    linear(
      module('a', {
        requires: {
          type: 'all',
          of: [
            { type: 'after', at: 9 },
            { type: 'before', at: 5 },
          ],
        },
      }),
    ),
  ],
  [
    'the end asks for something of the other option',
    {
      ...linear(twoOptions(), module('z')),
      complete: { type: 'all', of: [completed('x2'), completed('z')] },
    },
  ],
  [
    'a choice that closes a later requirement',
    linear(twoOptions(), module('z', { requires: { type: 'chosen', option: 'x' } })),
  ],
];

describe('the oracle finds a trap', () => {
  test.each(traps)('%s', (_name, course) => {
    const verdict = verdictOf(course);
    expect(verdict.trap).toBe(true);
    expect(judge(course, verdict.story ?? [], LIMIT)).toBe('trap');
    // The story is a shortest one: a step earlier there still was a way.
    if (verdict.story?.length) expect(judge(course, verdict.story.slice(0, -1), LIMIT)).toBe('no trap');
  });
});

describe('the oracle finds dead', () => {
  const dead = (course: Course) => {
    const { seen, opened } = verdictOf(course);
    return course.items.flatMap(({ id }) =>
      opened.has(id) ? [] : [`${id}:${seen.has(id) ? 'seen' : 'hidden'}`],
    );
  };

  test('items', () => {
    expect(dead(linear(module('a'), module('x', { when: { type: 'any', of: [] } })))).toEqual(['x:hidden']);
    expect(
      dead(linear(module('a'), module('x', { optional: true, requires: { type: 'points', from: 99 } }))),
    ).toEqual(['x:seen']);
    expect(
      dead(
        linear(
          short('q', { pass: 0.5, attempts: 1 }),
          module('x', { when: { type: 'attempts', quiz: 'q', from: 2 } }),
        ),
      ),
    ).toEqual(['x:hidden']);
  });

  test('routes and gaps', () => {
    const scores = (...rules: { when?: Condition; to: string[] }[]) =>
      verdictOf(linear(short('q', {}, 3), route(...rules), module('z')));
    const gap = scores({ when: score(0.7), to: ['high'] }, { when: score(undefined, 0.6), to: ['low'] });
    expect([...gap.routes].sort()).toEqual(['d:0', 'd:1']);
    expect([...gap.gaps]).toEqual(['d']);
    // No score of three questions lies between the marks: no gap.
    const none = scores({ when: score(0.66), to: ['high'] }, { when: score(undefined, 0.5), to: ['low'] });
    expect(none.gaps.size).toBe(0);
    const over = scores(
      { when: score(0.5), to: ['high'] },
      { when: score(0.9), to: ['high'] },
      { to: ['low'] },
    );
    expect([...over.routes].sort()).toEqual(['d:0', 'd:2']);
  });

  test('badges, mastery, the certificate', () => {
    const tagged = (evidence: number): Course => ({
      ...courseOf(
        section('p', { type: 'linear' }, [
          short('q', { questions: [question('q#1', { competencies: ['c'] })] }),
          twoOptions(),
        ]),
        {
          competencies: [
            { id: 'c', title: 'C', mastery: 0.5, evidence },
            { id: 'd', title: 'D', mastery: 0.5, evidence },
          ],
          badges: [
            { id: 'both', title: 'Both', when: { type: 'all', of: [completed('x1'), completed('y1')] } },
            { id: 'one', title: 'One', when: { type: 'mastered', competency: 'c' } },
            { id: 'low', title: 'Low', when: not({ type: 'mastered', competency: 'c' }) },
          ],
        },
      ),
      certificate: { title: 'Done', when: { type: 'badge', badge: 'both' } },
    });
    const verdict = verdictOf(tagged(3));
    expect([...verdict.badges].sort()).toEqual(['low', 'one']);
    expect([...verdict.mastered]).toEqual(['c']);
    expect(verdict.certificate).toBe(false);
    expect(
      verdictOf({ ...tagged(3), certificate: { title: 'Done', when: { type: 'badge', badge: 'one' } } })
        .certificate,
    ).toBe(true);
  });
});

describe('the oracle judges stories', () => {
  const course = hurdles(module('a'), short('q', { attempts: 1 }), module('b'));
  test.each([
    [[], 'no trap'],
    [[{ type: 'open', item: 'q' }], 'not allowed'],
    [[{ type: 'finish', item: 'a' }], 'not allowed'],
    [[{ type: 'wait', until: 5 }], 'not allowed'],
    [
      [
        { type: 'open', item: 'a' },
        { type: 'finish', item: 'a' },
      ],
      'no trap',
    ],
    [
      [
        { type: 'open', item: 'a' },
        { type: 'finish', item: 'a' },
        { type: 'submit', quiz: 'q', share: 1, credits: { 'q#0': 0 } },
      ],
      'not allowed',
    ],
    [
      [
        { type: 'open', item: 'a' },
        { type: 'finish', item: 'a' },
        { type: 'submit', quiz: 'q', share: 0, credits: { 'q#0': 0 } },
      ],
      'trap',
    ],
  ] as const)('%j: %s', (steps, expected) => {
    expect(judge(course, steps, LIMIT)).toBe(expected);
  });

  test('and gives up where there is too much to look at', () => {
    expect(oracle(course, 3)).toBeUndefined();
    expect(judge(course, [], 3)).toBe('too large');
  });

  test('and refuses what has no meaning', () => {
    const ring = linear(section('s', { type: 'linear' }, [module('a', { when: completed('s') })]));
    expect(() => oracle(ring, LIMIT)).toThrow(Circular);
  });
});
