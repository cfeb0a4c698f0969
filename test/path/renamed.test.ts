import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Course } from '../../src/model/course.ts';
import type { Event, Fact } from '../../src/model/events.ts';
import { renamed, replay, view } from '../../src/path/index.ts';
import { arbitraryCourse, arbitraryEvents } from './arbitrary.ts';
import { courseOf, events, module, quiz, section } from './build.ts';

const questions = (item: string, ...ids: string[]) =>
  ids.map((id) => ({ key: `${item}#${id}`, points: 1, competencies: ['c'], outcomes: [0, 1] }));

/** Today's course, in which much had other names before. */
const course: Course = {
  ...courseOf(
    section('root', { type: 'linear' }, [
      module('intro', { questions: questions('intro', 'q1') }),
      quiz('check', { questions: questions('check', 'a', 'b2', 'pool/x') }),
      section('tracks', { type: 'choose', switch: true }, [module('video'), module('talk')]),
    ]),
    {
      competencies: [{ id: 'c', title: 'C', mastery: 0.5, evidence: 1 }],
      badges: [{ id: 'star', title: 'Star', when: { type: 'completed', item: 'video' } }],
    },
  ),
  renamed: {
    welcome: 'intro',
    test: 'check',
    'test#b': 'check#b2',
    bank: 'pool',
    'old#moved': 'check#a',
    'old#practice': 'intro#q1',
    crafts: 'tracks',
    film: 'video',
    'badge:medal': 'badge:star',
    'competency:shapes': 'competency:c',
  },
};

const stamp = { device: 'a', n: 1, at: 0 };
const single = { type: 'single', option: 'x' } as const;

describe('an event in the names of today', () => {
  test.each<[string, Fact, Fact]>([
    ['an item', { type: 'viewed', item: 'welcome' }, { type: 'viewed', item: 'intro' }],
    ['what kept its name', { type: 'viewed', item: 'intro' }, { type: 'viewed', item: 'intro' }],
    ['what is unknown', { type: 'viewed', item: 'gone' }, { type: 'viewed', item: 'gone' }],
    [
      'a section and its option',
      { type: 'chose', section: 'crafts', option: 'film' },
      { type: 'chose', section: 'tracks', option: 'video' },
    ],
    [
      'a route',
      { type: 'routed', section: 'crafts', options: ['film', 'talk'] },
      { type: 'routed', section: 'tracks', options: ['video', 'talk'] },
    ],
    ['a badge', { type: 'awarded', badge: 'medal' }, { type: 'awarded', badge: 'star' }],
    [
      'a badge with the name of an item',
      { type: 'awarded', badge: 'film' },
      { type: 'awarded', badge: 'film' },
    ],
    ['a competency', { type: 'mastered', competency: 'shapes' }, { type: 'mastered', competency: 'c' }],
    ['the end', { type: 'finished' }, { type: 'finished' }],
    [
      'the questions of an item, of their own name, and of a bank',
      {
        type: 'submitted',
        item: 'test',
        attempt: 1,
        earned: 2,
        possible: 3,
        credits: { 'test#a': 1, 'test#b': 0, 'test#bank/x': 1 },
        right: ['test#b'],
      },
      {
        type: 'submitted',
        item: 'check',
        attempt: 1,
        earned: 2,
        possible: 3,
        credits: { 'check#a': 1, 'check#b2': 0, 'check#pool/x': 1 },
        right: ['check#b2'],
      },
    ],
    [
      'a practice question that moved to another module',
      { type: 'answered', item: 'old', question: 'old#practice', response: single, credit: 0.5 },
      { type: 'answered', item: 'old', question: 'intro#q1', response: single, credit: 0.5 },
    ],
    [
      'a practice question that moved to a quiz: its credit alone',
      { type: 'answered', item: 'old', question: 'old#moved', response: single, credit: 1 },
      { type: 'regraded', item: 'check', credits: { 'check#a': 1 } },
    ],
    [
      'two questions that became one: the better',
      {
        type: 'submitted',
        item: 'check',
        attempt: 1,
        earned: 1,
        possible: 2,
        credits: { 'check#a': 0, 'old#moved': 1 },
      },
      { type: 'submitted', item: 'check', attempt: 1, earned: 1, possible: 2, credits: { 'check#a': 1 } },
    ],
  ])('%s', (_, fact, expected) => {
    const event: Event = { ...fact, ...stamp };
    expect(renamed(course, event)).toEqual({ ...expected, ...stamp });
    expect(renamed(course, renamed(course, event))).toEqual({ ...expected, ...stamp });
  });

  it('carries work over', () => {
    const facts: Fact[] = [
      { type: 'opened', item: 'welcome' },
      { type: 'viewed', item: 'welcome' },
      { type: 'submitted', item: 'test', attempt: 1, earned: 1, possible: 1, credits: { 'test#b': 1 } },
      { type: 'opened', item: 'film' },
      { type: 'viewed', item: 'film' },
    ];
    const before = view(course, replay(course, events(facts)), 0);
    expect(before.cleared).toBe(0);
    const seen = view(
      course,
      replay(
        course,
        events(facts).map((event) => renamed(course, event)),
      ),
      0,
    );
    expect(seen.items.filter(({ status }) => status === 'done').map(({ id }) => id)).toEqual([
      'root',
      'intro',
      'check',
      'tracks',
      'video',
    ]);
    expect(seen.competencies).toMatchObject([{ id: 'c', seen: 1, share: 1 }]);
  });

  it('gives a moved question of a quiz its credit where it stands now', () => {
    const moved: Fact = {
      type: 'submitted',
      item: 'gone',
      attempt: 1,
      earned: 1,
      possible: 1,
      credits: { 'old#moved': 1 },
    };
    const gone = courseOf(section('p', { type: 'linear' }, [quiz('gone')])).items.slice(1);
    const here: Course = { ...course, items: [...course.items, ...gone] };
    const [event] = events([moved]).map((each) => renamed(here, each));
    const state = replay(here, event ? [event] : []);
    expect(view(here, state, 0).competencies).toMatchObject([{ seen: 1, share: 1 }]);
  });

  it.each<[string, Fact]>([
    [
      'a practice question',
      { type: 'answered', item: 'old', question: 'old#practice', response: single, credit: 1 },
    ],
    [
      'a question of a quiz that is gone',
      { type: 'submitted', item: 'old', attempt: 1, earned: 1, possible: 1, credits: { 'old#practice': 1 } },
    ],
  ])('gives %s its credit where it stands now, and enters nothing there', (_, fact) => {
    const seen = view(
      course,
      replay(
        course,
        events([fact]).map((event) => renamed(course, event)),
      ),
      0,
    );
    expect(seen.competencies).toMatchObject([{ seen: 1, share: 1 }]);
    expect(seen.items.filter(({ opened }) => opened)).toEqual([]);
  });

  it('is the event itself where nothing was renamed', () => {
    fc.assert(
      fc.property(arbitraryCourse, arbitraryEvents, (any, all) => {
        for (const event of all) {
          expect(renamed(any, event)).toBe(event);
          expect(renamed({ ...any, renamed: { nothing: 'nowhere' } }, event)).toEqual(event);
        }
      }),
      { numRuns: 100 },
    );
  });
});
