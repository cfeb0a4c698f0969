import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/model/condition.ts';
import type { Course } from '../../src/model/course.ts';
import { simulate } from '../../src/simulate/index.ts';
import { defaultStart } from '../../src/simulate/simulate.ts';
import { drawTraits, type Traits } from '../../src/simulate/traits.ts';
import { courseOf, module, question, quiz, section } from '../path/build.ts';

/** Knows everything, takes nothing that is optional unless it has to, and never gives up. */
const perfect: Traits = {
  ability: 60,
  diligence: 0,
  pace: 1,
  setbacks: Number.POSITIVE_INFINITY,
  stamina: Number.POSITIVE_INFINITY,
  waits: Number.POSITIVE_INFINITY,
  sitting: 60,
  gap: 1,
};
const hopeless: Traits = { ...perfect, ability: -60, setbacks: 5 };
const average: Traits = { ...perfect, ability: 0, diligence: 0.7, setbacks: 6, stamina: 3, waits: 30 };
const run = (course: Course, traits?: Traits, learners = 20, rest = {}) =>
  simulate(course, { learners, seed: 3, ...(traits && { traits: () => traits }), ...rest });

const day = (n: number) => Date.UTC(2026, 8, n);
const hurdles = (...nodes: Parameters<typeof section>[2]) =>
  courseOf(section('root', { type: 'hurdles' }, nodes));

describe('perfect learners finish every sound course', () => {
  const sound: Record<string, Course> = {
    linear: courseOf(section('root', { type: 'linear' }, [module('a'), quiz('q', { pass: 1 }), module('b')])),
    hurdles: hurdles(
      module('a'),
      quiz('q', { pass: 1, attempts: 1, exhausted: 'review', review: ['a'] }),
      module('b'),
    ),
    'random access with a final quiz': courseOf(
      section('root', { type: 'random-access', finish: 'q' }, [module('a'), quiz('q', { pass: 0.8 })]),
    ),
    'static branches': courseOf(
      section('root', { type: 'static-branching' }, [
        section('x', { type: 'hurdles' }, [module('a'), quiz('q', { pass: 0.8 })]),
        section('y', { type: 'hurdles' }, [module('b')]),
      ]),
    ),
    'a choice of two': courseOf(
      section('root', { type: 'choose', count: 2 }, [module('a'), module('b'), module('c')]),
    ),
    'a route': hurdles(
      quiz('q'),
      section(
        'r',
        {
          type: 'route',
          rules: [{ when: { type: 'score', quiz: 'q', from: 0.9 }, to: ['high'] }, { to: ['low'] }],
        },
        [module('high'), module('low')],
      ),
    ),
    'an end that asks for what is optional': courseOf(
      section('root', { type: 'linear' }, [module('a'), module('b', { optional: true }), module('c')]),
      { complete: { type: 'completed', item: 'b' } },
    ),
    'an end that asks for a retake': courseOf(section('root', { type: 'linear' }, [quiz('q'), module('a')]), {
      complete: { type: 'attempts', quiz: 'q', from: 3 },
    }),
    'a page that opens later': hurdles(
      module('a'),
      module('b', { requires: { type: 'after', at: day(20) } }),
      module('c', { when: { type: 'before', at: day(9) } }),
    ),
    'every way of being done': hurdles(
      module('a', { done: { type: 'manual' } }),
      module('b', { done: { type: 'questions' }, questions: [question('b#1')] }),
      module('c', { done: { type: 'video', share: 0.9 } }),
      module('d', { done: { type: 'video', share: 1, media: ['x', 'y'] } }),
    ),
    mastery: courseOf(
      section('root', { type: 'linear' }, [
        module('a', { questions: [question('a#1', { competencies: ['c'] })] }),
        module('b'),
      ]),
      {
        competencies: [{ id: 'c', title: 'C', mastery: 1, evidence: 1 }],
        complete: { type: 'mastered', competency: 'c' },
      },
    ),
  };
  it.each(Object.entries(sound))('%s', (_, course) => {
    const report = run(course, perfect);
    expect(report.drops).toEqual([]);
    expect(report.completion).toMatchObject({ finished: 20, share: 1 });
  });
});

describe('nobody finishes a course without an end, and the report says why and where', () => {
  const never = { type: 'completed', item: 'nowhere' } as const;
  it.each<[string, Course, Traits, object]>([
    [
      'a page that never opens',
      hurdles(module('a'), module('b', { requires: never })),
      perfect,
      { item: 'b', reason: 'trapped' },
    ],
    [
      'used up attempts',
      hurdles(quiz('q', { pass: 0.5, attempts: 2 }), module('a')),
      hopeless,
      { item: 'q', reason: 'trapped' },
    ],
    [
      'a date that has passed',
      hurdles(module('a', { minutes: 90 }), module('b', { requires: { type: 'before', at: day(1) } })),
      { ...perfect, sitting: 10 },
      { item: 'b', reason: 'closed' },
    ],
    [
      'a date that is far away',
      hurdles(module('a'), module('b', { requires: { type: 'after', at: day(90) } })),
      { ...perfect, waits: 30 },
      { item: 'b', reason: 'wait' },
    ],
    [
      'a hurdle that is too high',
      hurdles(quiz('q', { pass: 0.5 })),
      hopeless,
      { item: 'q', reason: 'setbacks' },
    ],
    [
      'nothing but retakes',
      hurdles(quiz('q', { pass: 0.5 })),
      { ...hopeless, setbacks: Number.POSITIVE_INFINITY },
      { item: 'q', reason: 'circles' },
    ],
    [
      'a long page',
      hurdles(module('a'), module('b', { minutes: 60 }), module('c')),
      { ...perfect, pace: 2, stamina: 1.5 },
      { item: 'b', reason: 'time' },
    ],
    [
      'a route that names nothing',
      courseOf(
        section('root', { type: 'hurdles' }, [
          module('a'),
          section('r', { type: 'route', rules: [{ when: never, to: ['b'] }] }, [module('b')]),
        ]),
        { complete: { type: 'completed', item: 'b' } },
      ),
      perfect,
      { item: 'r', reason: 'trapped' },
    ],
    [
      'a single attempt at the quiz that the end asks for, though its section lets go on',
      courseOf(
        section('root', { type: 'linear' }, [
          quiz('first', { pass: 0 }),
          section('end', { type: 'hurdles' }, [
            quiz('final', { pass: 0.5, attempts: 1, exhausted: 'continue' }),
          ]),
          module('a'),
        ]),
        { complete: { type: 'passed', quiz: 'final' } },
      ),
      hopeless,
      { item: 'final', reason: 'trapped' },
    ],
    [
      'what the end asks for, behind a hurdle that is closed for good',
      courseOf(
        section('root', { type: 'hurdles' }, [
          section('part', { type: 'hurdles' }, [quiz('q', { pass: 0.5, attempts: 2 })]),
          module('last'),
        ]),
        {
          complete: { type: 'badge', badge: 'b' },
          badges: [{ id: 'b', title: 'B', when: { type: 'completed', item: 'last' } }],
        },
      ),
      hopeless,
      { item: 'q', reason: 'trapped' },
    ],
  ])('%s', (_, course, traits, drop) => {
    const start = drop && 'reason' in drop && drop.reason === 'closed' ? day(1) - 60_000 : day(1);
    const report = run(course, traits, 20, { start });
    expect(report.drops).toEqual([{ ...drop, title: expect.any(String), learners: 20, share: 1 }]);
    expect(report.completion).toMatchObject({ finished: 0, share: 0 });
    expect(report.minutes).toBeNull();
  });
});

describe('a report', () => {
  const exam = (pass: number) => hurdles(module('a'), module('b'), quiz('q', { pass }));

  it('is the same for the same seed, another for another', () => {
    const [one, same, other] = [5, 5, 6].map((seed) => simulate(exam(0.8), { learners: 50, seed }));
    expect(JSON.stringify(same)).toBe(JSON.stringify(one));
    expect(JSON.stringify({ ...other, seed: 5 })).not.toBe(JSON.stringify(one));
  });

  it('has its first learners whatever comes after them', () => {
    const stories: string[] = [];
    const traits = (random: Parameters<typeof drawTraits>[0]) => {
      const drawn = drawTraits(random);
      stories.push(JSON.stringify(drawn));
      return drawn;
    };
    simulate(exam(0.8), { learners: 5, seed: 1, traits });
    simulate(exam(0.8), { learners: 9, seed: 1, traits });
    expect(stories.slice(5, 10)).toEqual(stories.slice(0, 5));
    expect(new Set(stories).size).toBe(9);
  });

  it('shows better results for abler learners, and for easier marks', () => {
    const passed = (ability: number, pass = 0.8) =>
      run(exam(pass), { ...average, ability }, 400).quizzes[0]?.passedFirst ?? -1;
    const byAbility = [-2, -1, 0, 1, 2].map((ability) => passed(ability));
    expect(byAbility).toEqual([...byAbility].sort((a, b) => a - b));
    expect((byAbility[4] ?? 0) - (byAbility[0] ?? 0)).toBeGreaterThan(0.5);
    expect(passed(0, 0.6)).toBeGreaterThan(passed(0, 1));
  });

  it('shows that studying, reviewing and feedback help', () => {
    const only = courseOf(section('root', { type: 'linear' }, [quiz('q', { pass: 0.8 })]));
    const untaught = run(only, average, 400).quizzes[0];
    const taught = run(exam(0.8), average, 400).quizzes[0];
    expect(taught?.score).toBeGreaterThan((untaught?.score ?? 1) + 0.1);
    expect(taught?.passedLast).toBeGreaterThan(taught?.passedFirst ?? 1);
  });

  it('counts routes, choices and paths, and the minutes of each', () => {
    const course = hurdles(
      section('c', { type: 'choose' }, [module('short', { minutes: 2 }), module('long', { minutes: 20 })]),
      quiz('q', { questions: [question('q#1')] }),
      section(
        'r',
        { type: 'route', rules: [{ when: { type: 'score', quiz: 'q', from: 1 }, to: ['x'] }, { to: ['y'] }] },
        [module('x'), module('y')],
      ),
    );
    const { choices, paths, otherPaths } = run(course, { ...average, pace: 1, stamina: 9 }, 200);
    expect(choices.map(({ section: id, by }) => [id, by])).toEqual([
      ['c', 'choose'],
      ['r', 'route'],
    ]);
    for (const { options } of choices) {
      expect(options.reduce((sum, { learners }) => sum + learners, 0)).toBe(200);
      for (const { learners, finished } of options) expect(learners).toBe(finished);
    }
    const [short, long] = choices[0]?.options ?? [];
    expect(short?.learners).toBeGreaterThan(60);
    expect(long?.learners).toBeGreaterThan(60);
    expect((long?.minutes?.median ?? 0) - (short?.minutes?.median ?? 0)).toBeCloseTo(18);
    expect(paths).toHaveLength(4);
    expect(paths.reduce((sum, { learners }) => sum + learners, otherPaths)).toBe(200);
  });

  it('names what nobody came to and what nobody earned', () => {
    const course = courseOf(
      section('root', { type: 'linear' }, [
        module('a'),
        module('hidden', { when: { type: 'completed', item: 'nowhere' } }),
      ]),
      {
        badges: [
          { id: 'easy', title: 'Easy', when: { type: 'completed', item: 'a' } },
          { id: 'never', title: 'Never', when: { type: 'completed', item: 'hidden' } },
        ],
      },
    );
    const { neverVisited, badges } = run(course);
    expect(neverVisited).toEqual([{ item: 'hidden', title: 'HIDDEN' }]);
    expect(badges.map(({ id, learners }) => [id, learners])).toEqual([
      ['easy', 20],
      ['never', 0],
    ]);
  });

  it('counts learners who have to ask the instructor', () => {
    const course = hurdles(module('a'), quiz('q', { pass: 1, attempts: 1, exhausted: 'contact' }));
    const { quizzes, completion } = run(course, { ...average, setbacks: 50, stamina: 50 }, 100);
    expect(completion.share).toBe(1);
    expect(quizzes[0]?.asked).toBeGreaterThan(20);
  });

  it('stops at the work that it may do, with at least one learner', () => {
    const { learners, completion } = run(exam(0.8), perfect, 100, { work: 1 });
    expect(learners).toEqual({ asked: 100, simulated: 1 });
    expect(completion.finished).toBe(1);
  });
});

it.each<[string, Condition | undefined, number]>([
  ['no dates', undefined, Date.UTC(2026, 0, 5, 9)],
  ['something opens', { type: 'after', at: day(9) }, day(9)],
  ['something closes', { type: 'before', at: day(30) }, day(2)],
])('learners begin on a day that makes sense: %s', (_, requires, start) => {
  expect(defaultStart(hurdles(module('a', { ...(requires && { requires }) })))).toBe(start);
});

it.each<[string, Course]>([
  ['thousands of pages', hurdles(...Array.from({ length: 2000 }, (_, i) => module(`m${i}`)))],
  [
    'a review of everything, again and again',
    hurdles(
      ...Array.from({ length: 200 }, (_, i) => module(`m${i}`)),
      quiz('q', { pass: 1, review: Array.from({ length: 200 }, (_, i) => `m${i}`) }),
    ),
  ],
])('a course that is meant to hang the program: %s', (_, course) => {
  const { learners, completion, drops } = run(course, { ...hopeless, ability: 0, setbacks: 1e6 }, 100, {
    work: 1e6,
  });
  expect(learners.simulated).toBeGreaterThan(0);
  expect(learners.simulated).toBeLessThan(100);
  expect(completion.finished + drops.reduce((sum, drop) => sum + drop.learners, 0)).toBe(learners.simulated);
});
