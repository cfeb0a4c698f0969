import { describe, expect, test } from 'vitest';
import type { Course } from '../../src/model/course.ts';
import { courseOf, module, quiz, section, statuses, viewAfter } from './build.ts';

describe('when, requires, optional', () => {
  const course = courseOf(
    section('p', { type: 'linear' }, [
      quiz('q', { pass: 0.8 }),
      module('remedial', { when: { type: 'failed', quiz: 'q' } }),
      module('b', { requires: { type: 'score', quiz: 'q', from: 0.4 } }),
      section('bonus', { type: 'linear' }, [module('c', { when: { type: 'passed', quiz: 'q' } })]),
      module('d', { optional: true }),
    ]),
  );
  test.each([
    [
      'nothing yet: the empty section is hidden',
      '',
      'q:open remedial:hidden b:locked bonus:hidden c:hidden d:locked',
    ],
    ['a reason appears', 'q=2/5', 'q:done remedial:open b:locked bonus:hidden c:hidden d:locked'],
    [
      'its reason gone, it holds nobody back',
      'q=2/5 q=4/5',
      'q:done remedial:hidden b:open bonus:locked c:locked d:locked',
    ],
    [
      'what was seen can be seen again',
      'q=2/5 >remedial q=4/5',
      'q:done remedial:open b:open bonus:locked c:locked d:locked',
    ],
    ['requires holds back', 'q=1/5 remedial', 'q:done remedial:done b:locked bonus:hidden c:hidden d:locked'],
    [
      'an empty section holds nobody back',
      'q=2/5 remedial b',
      'q:done remedial:done b:done bonus:hidden c:hidden d:open',
    ],
  ])('%s', (_name, story, expected) => {
    expect(statuses(viewAfter(course, story)).replace(/^p:\w+ /, '')).toBe(expected);
  });

  test('hidden items and unchosen options are not required', () => {
    const required = (story: string) =>
      viewAfter(course, story)
        .items.filter((item) => item.required)
        .map(({ id }) => id);
    expect(required('')).toEqual(['p', 'q', 'b']);
    expect(required('q=2/5')).toEqual(['p', 'q', 'remedial', 'b']);
    expect(required('q=5/5')).toEqual(['p', 'q', 'b', 'bonus', 'c']);
    const choice = courseOf(
      section('p', { type: 'linear' }, [
        section('d', { type: 'choose' }, [
          section('x', { type: 'hurdles' }, [module('x1')]),
          section('y', { type: 'hurdles' }, [module('y1')]),
        ]),
        module('z'),
      ]),
    );
    const chosen = viewAfter(choice, '>y1').items.filter((item) => item.required);
    expect(chosen.map(({ id }) => id)).toEqual(['p', 'd', 'y', 'y1', 'z']);
  });

  test('a section with nothing required is cleared as soon as it is open, not before', () => {
    const sections = courseOf(
      section('p', { type: 'linear' }, [
        module('a'),
        section('s', { type: 'linear' }, [module('x', { optional: true })]),
        module('b'),
      ]),
    );
    expect(statuses(viewAfter(sections, ''))).toBe('p:open a:open s:locked x:locked b:locked');
    expect(statuses(viewAfter(sections, 'a'))).toBe('p:open a:done s:done x:open b:open');
  });

  test('a section gains work when a rule makes an item appear, and waits for it again', () => {
    const gaining = courseOf(
      section('p', { type: 'linear' }, [
        section('s', { type: 'linear' }, [module('a'), module('r', { when: { type: 'failed', quiz: 'q' } })]),
        quiz('q', { pass: 0.5 }),
        module('b'),
      ]),
    );
    expect(statuses(viewAfter(gaining, 'a'))).toBe('p:open s:done a:done r:hidden q:open b:locked');
    expect(statuses(viewAfter(gaining, 'a q=0/5'))).toBe('p:open s:open a:done r:open q:done b:locked');
    expect(statuses(viewAfter(gaining, 'a q=0/5 r'))).toBe('p:open s:done a:done r:done q:done b:open');
  });

  test('a condition may look ahead to a later sibling section', () => {
    const ahead = courseOf(
      section('p', { type: 'random-access' }, [
        module('b', { when: { type: 'completed', item: 's' } }),
        section('s', { type: 'linear' }, [module('a', { optional: true })]),
      ]),
    );
    expect(statuses(viewAfter(ahead, ''))).toBe('p:open b:open s:done a:open');
  });

  test('a circular condition ends, and holds back', () => {
    const ring = courseOf(
      section('p', { type: 'linear' }, [
        section('s', { type: 'linear' }, [module('a', { requires: { type: 'completed', item: 's' } })]),
        section('t', { type: 'linear' }, [module('b')], { requires: { type: 'completed', item: 't' } }),
      ]),
    );
    expect(statuses(viewAfter(ring, ''))).toBe('p:open s:open a:locked t:locked b:locked');
  });

  test('3,000 sections that wait for the one before are no deep recursion', () => {
    const long = courseOf(
      section(
        'p',
        { type: 'random-access' },
        Array.from({ length: 3000 }, (_, i) =>
          section(`s${i}`, { type: 'linear' }, [module(`m${i}`, { optional: true })], {
            ...(i > 0 && { requires: { type: 'completed', item: `s${i - 1}` } }),
          }),
        ),
      ),
    );
    expect(viewAfter(long, '').byId.get('m2999')?.status).toBe('open');
  });
});

describe('courses that are not sound', () => {
  const items = courseOf(section('p', { type: 'linear' }, [module('a'), module('b')])).items;
  const base = courseOf(section('p', { type: 'linear' }, []));
  test.each<[string, Course, string]>([
    ['nothing at all', { ...base, items: [] }, ''],
    ['an empty pathway', base, 'p:hidden'],
    ['no pathway', { ...base, items, pathway: 'gone' }, 'p:hidden a:hidden b:hidden'],
    ['a child before its section', { ...base, items: items.toReversed() }, 'b:hidden a:hidden p:hidden'],
    [
      'an item that no section holds',
      { ...base, items: [...items.slice(0, 2), ...courseOf(module('c')).items] },
      'p:open a:open c:hidden',
    ],
  ])('%s', (_name, course, expected) => {
    const found = viewAfter(course, '');
    expect(found.finished).toBe(false);
    expect(statuses(found)).toBe(expected);
    expect(viewAfter(course, 'a').items).toHaveLength(course.items.length);
  });

  test('500 sections in each other', () => {
    let node = module('m');
    for (let i = 0; i < 500; i++) node = section(`s${i}`, { type: i % 2 ? 'linear' : 'choose' }, [node]);
    const deep = courseOf(node);
    expect(viewAfter(deep, '').next).toBe('m');
    expect(viewAfter(deep, 'm').finished).toBe(true);
  });
});
