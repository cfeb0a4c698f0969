import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/model/condition.ts';
import type { Event } from '../../src/model/events.ts';
import { evaluate, lookup, replay, view } from '../../src/path/index.ts';
import { courseOf, events, facts, module, question, quiz, section, viewAfter } from './build.ts';

const course = courseOf(
  section('p', { type: 'random-access' }, [
    module('a', { points: 5 }),
    module('opt', { optional: true, points: 7 }),
    quiz('q', { pass: 0.6, points: 20 }),
    section('d', { type: 'choose' }, [module('x', { points: 1 }), module('y', { points: 2 })]),
    module('asks', {
      done: { type: 'questions' },
      questions: [
        question('asks#1', { points: 1, competencies: ['c'] }),
        question('asks#2', { points: 3, competencies: ['c'] }),
        question('asks#3', { points: 1, competencies: ['c', 'one'] }),
      ],
    }),
    module('film', { done: { type: 'video', share: 0.9 } }),
    module('hand', { done: { type: 'manual' } }),
  ]),
  {
    competencies: [
      { id: 'c', title: 'C', mastery: 0.8, evidence: 2 },
      { id: 'one', title: 'One', mastery: 0.5, evidence: 3 },
      { id: 'none', title: 'None', mastery: 0, evidence: 3 },
    ],
    badges: [
      { id: 'starter', title: 'Starter', when: { type: 'completed', item: 'a' } },
      { id: 'collector', title: 'Collector', when: { type: 'badge', badge: 'starter' } },
      { id: 'ring', title: 'Ring', when: { type: 'badge', badge: 'ring' } },
    ],
  },
);

function answer(id: string, credit: number, n: number): Event {
  const response = { type: 'single', option: 'x' } as const;
  return { type: 'answered', item: 'asks', question: id, response, credit, device: 'a', n, at: 0 };
}

function played(from: number, to: number, n: number, duration = 100, media = 'v.mp4'): Event {
  return { type: 'media', item: 'film', media, from, to, duration, device: 'a', n, at: 0 };
}

function holds(condition: Condition, story: string, now = 0): boolean {
  return evaluate(lookup(course), replay(course, events(facts(story))), now).holds(condition);
}

describe('conditions', () => {
  const always: Condition = { type: 'all', of: [] };
  const never: Condition = { type: 'any', of: [] };
  test.each<[Condition, string, boolean, number?]>([
    [always, '', true],
    [never, '', false],
    [{ type: 'not', of: never }, '', true],
    [{ type: 'all', of: [always, never] }, '', false],
    [{ type: 'any', of: [always, never] }, '', true],
    [{ type: 'completed', item: 'a' }, '>a', false],
    [{ type: 'completed', item: 'a' }, 'a', true],
    [{ type: 'completed', item: 'q' }, 'q=0/5', true],
    [{ type: 'completed', item: 'd' }, 'y', true],
    [{ type: 'completed', item: 'gone' }, 'gone', false],
    [{ type: 'passed', quiz: 'q' }, 'q=2/5', false],
    [{ type: 'passed', quiz: 'q' }, 'q=3/5', true],
    [{ type: 'failed', quiz: 'q' }, '', false],
    [{ type: 'failed', quiz: 'q' }, 'q=2/5', true],
    [{ type: 'failed', quiz: 'q' }, 'q=2/5 q=3/5', false],
    [{ type: 'score', quiz: 'q', below: 0.5 }, '', false],
    [{ type: 'score', quiz: 'q', below: 0.5 }, 'q=2/5', true],
    [{ type: 'score', quiz: 'q', below: 0.4 }, 'q=2/5', false],
    [{ type: 'score', quiz: 'q', from: 0.4 }, 'q=2/5', true],
    [{ type: 'score', quiz: 'q', from: 0.4, below: 0.6 }, 'q=3/5', false],
    [{ type: 'score', quiz: 'q' }, 'q=0/5', true],
    [{ type: 'attempts', quiz: 'q', from: 2 }, 'q=0/5', false],
    [{ type: 'attempts', quiz: 'q', from: 2 }, 'q=0/5 q=0/5', true],
    [{ type: 'chosen', option: 'x' }, '', false],
    [{ type: 'chosen', option: 'x' }, '>x', true],
    [{ type: 'chosen', option: 'y' }, '>x', false],
    [{ type: 'mastered', competency: 'gone' }, '', false],
    [{ type: 'points', from: 5 }, '', false],
    [{ type: 'points', from: 5 }, 'a', true],
    [{ type: 'badge', badge: 'starter' }, '', false],
    [{ type: 'badge', badge: 'collector' }, 'a', true],
    [{ type: 'badge', badge: 'ring' }, 'a', false],
    [{ type: 'after', at: 100 }, '', false, 99],
    [{ type: 'after', at: 100 }, '', true, 100],
    [{ type: 'before', at: 100 }, '', true, 99],
    [{ type: 'before', at: 100 }, '', false, 100],
  ])('%j after "%s": %s', (condition, story, expected, now) => {
    expect(holds(condition, story, now)).toBe(expected);
  });
});

describe('what makes a module done', () => {
  const done = (item: string, all: readonly Event[]) =>
    view(course, replay(course, all), 0).byId.get(item)?.cleared;

  test.each<[string, string, boolean]>([
    ['a', '>a', false],
    ['a', '!a', false],
    ['a', 'a', true],
    ['hand', 'hand', false],
    ['hand', '!hand', true],
  ])('%s after "%s": %s', (item, story, expected) => {
    expect(done(item, events(facts(story)))).toBe(expected);
  });

  test('every question, right or wrong', () => {
    expect(done('asks', [answer('asks#1', 1, 1), answer('asks#2', 0, 2)])).toBe(false);
    expect(done('asks', [answer('asks#1', 1, 1), answer('asks#2', 0, 2), answer('asks#3', 0, 3)])).toBe(true);
    expect(done('asks', [answer('asks#1', 1, 1), answer('asks#1', 1, 2), answer('asks#9', 1, 3)])).toBe(
      false,
    );
  });

  test.each<[string, readonly Event[], boolean]>([
    ['the same stretch twice', [played(0, 50, 1), played(0, 50, 2)], false],
    ['stretches that overlap', [played(40, 95, 1), played(0, 50, 2)], true],
    ['stretches with a gap', [played(0, 40, 1), played(60, 100, 2)], false],
    ['a gap that is closed', [played(0, 40, 1), played(60, 100, 2), played(40, 60, 3)], true],
    ['beyond the end', [played(0, 50, 1), played(50, 500, 2, 1000)], true],
    ['two files each in part', [played(0, 50, 1), played(50, 100, 2, 100, 'w.mp4')], false],
  ])('a video: %s', (_name, all, expected) => {
    expect(done('film', all)).toBe(expected);
    expect(done('film', all.toReversed())).toBe(expected);
  });

  test('with named media, each of them', () => {
    const two = courseOf(
      section('p', { type: 'linear' }, [
        module('film', { done: { type: 'video', share: 0.5, media: ['v.mp4', 'w.mp4'] } }),
      ]),
    );
    const one = [played(0, 60, 1)];
    expect(view(two, replay(two, one), 0).finished).toBe(false);
    expect(view(two, replay(two, [...one, played(0, 60, 2, 100, 'w.mp4')]), 0).finished).toBe(true);
  });
});

describe('mastery', () => {
  test.each<[string, readonly Event[], number, number, boolean]>([
    ['nothing seen', [], 0, 0, false],
    ['too little evidence', [answer('asks#2', 1, 1)], 1, 1, false],
    ['points weigh', [answer('asks#1', 0, 1), answer('asks#2', 1, 2)], 2, 0.75, false],
    ['enough', [answer('asks#2', 1, 1), answer('asks#3', 1, 2)], 2, 1, true],
    [
      'the best of each',
      [answer('asks#2', 1, 1), answer('asks#3', 1, 2), answer('asks#2', 0, 3)],
      2,
      1,
      true,
    ],
    ['partial credit', [answer('asks#2', 0.5, 1), answer('asks#1', 1, 2)], 2, 0.625, false],
  ])('%s', (_name, all, seen, share, mastered) => {
    const found = view(course, replay(course, all), 0).competencies;
    expect(found.find(({ id }) => id === 'c')).toEqual({ id: 'c', seen, share, mastered });
  });

  test('evidence is never more than there is, and never nothing', () => {
    const mastered = view(course, replay(course, [answer('asks#3', 1, 1)]), 0).competencies;
    expect(mastered.map((found) => found.mastered)).toEqual([false, true, false]);
  });

  test('answers in a quiz count when it is handed in', () => {
    const graded = courseOf(
      section('p', { type: 'linear' }, [
        quiz('q', { questions: [question('q#1', { competencies: ['c'] })] }),
      ]),
      { competencies: [{ id: 'c', title: 'C', mastery: 0.5, evidence: 1 }] },
    );
    const stamp = { device: 'a', at: 0 };
    const response = { type: 'single', option: 'x' } as const;
    const answered: Event = {
      type: 'answered',
      item: 'q',
      question: 'q#1',
      response,
      credit: 1,
      attempt: 1,
      n: 1,
      ...stamp,
    };
    const submitted: Event = {
      type: 'submitted',
      item: 'q',
      attempt: 1,
      earned: 1,
      possible: 1,
      credits: { 'q#1': 1 },
      n: 2,
      ...stamp,
    };
    const seen = (all: readonly Event[]) => view(graded, replay(graded, all), 0).competencies[0]?.seen;
    expect(seen([answered])).toBe(0);
    expect(seen([answered, submitted])).toBe(1);
  });
});

describe('points, badges, the end', () => {
  test('points are those of cleared items; closed options can bring none any more', () => {
    expect(viewAfter(course, '')).toMatchObject({ points: 0, pointsPossible: 5 + 7 + 20 + 3 + 30 });
    expect(viewAfter(course, 'a q=0/5 x')).toMatchObject({ points: 26, pointsPossible: 5 + 7 + 20 + 1 + 30 });
  });

  test('badges are due once, and kept', () => {
    const found = viewAfter(course, 'a');
    expect(found.badges).toEqual(['starter', 'collector']);
    expect(found.due).toEqual([
      { type: 'awarded', badge: 'starter' },
      { type: 'awarded', badge: 'collector' },
      { type: 'done', item: 'a' },
    ]);
    const kept = view(course, replay(course, events([{ type: 'awarded', badge: 'starter' }])), 0);
    expect(kept.badges).toEqual(['starter', 'collector']);
    expect(kept.due).toEqual([{ type: 'awarded', badge: 'collector' }]);
  });

  test('a course is finished when `complete` holds, and stays so', () => {
    const items = [module('a'), module('b')];
    const complete: Condition = {
      type: 'all',
      of: [
        { type: 'completed', item: 'a' },
        { type: 'before', at: 10 },
      ],
    };
    const timed = courseOf(section('p', { type: 'linear' }, items), { complete });
    expect(viewAfter(timed, 'a', 5)).toMatchObject({
      finished: true,
      due: [{ type: 'finished' }, { type: 'done', item: 'a' }],
      until: 10,
    });
    expect(viewAfter(timed, 'a', 10).finished).toBe(false);
    expect(viewAfter(timed, 'a', 10).until).toBeUndefined();
    const kept = view(timed, replay(timed, events([{ type: 'finished' }])), 99);
    expect(kept).toMatchObject({ finished: true, due: [] });
  });

  test('the view holds until the next date that any condition names', () => {
    const dated = {
      ...courseOf(section('p', { type: 'linear' }, [module('a', { requires: { type: 'after', at: 7 } })])),
      certificate: { title: 'Done', when: { type: 'not', of: { type: 'before', at: 9 } } },
    } as const;
    expect([0, 6, 7, 8, 9].map((now) => viewAfter(dated, '', now).until)).toEqual([7, 7, 9, 9, undefined]);
    expect([6, 7].map((now) => viewAfter(dated, '', now).byId.get('a')?.status)).toEqual(['locked', 'open']);
  });

  test('the default is the pathway', () => {
    const plain = courseOf(section('p', { type: 'linear' }, [module('a'), module('b', { optional: true })]));
    expect(viewAfter(plain, '')).toMatchObject({ finished: false, required: 1, cleared: 0 });
    expect(viewAfter(plain, 'a')).toMatchObject({ finished: true, required: 1, cleared: 1 });
  });

  test('of a choice to be made, as many options are counted as have to be chosen', () => {
    const choice = courseOf(
      section('p', { type: 'choose' }, [
        section('x', { type: 'linear' }, [module('x1'), module('x2')]),
        section('y', { type: 'linear' }, [module('y1')]),
      ]),
    );
    expect(viewAfter(choice, '')).toMatchObject({ required: 2, cleared: 0 });
    expect(viewAfter(choice, 'y1')).toMatchObject({ required: 1, cleared: 1, finished: true });
  });
});
