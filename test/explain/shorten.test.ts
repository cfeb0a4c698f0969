import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shorten } from '../../src/explain/shorten.ts';
import { view } from '../../src/path/index.ts';
import { follow, reach, type Step } from '../../src/proof/index.ts';
import { RUNS } from '../path/arbitrary.ts';
import { courseOf, module, question, quiz, section } from '../path/build.ts';
import { smallCourse } from '../proof/small-course.ts';

const take = (item: string): Step[] => [
  { type: 'open', item },
  { type: 'finish', item },
];
const pass = (id: string, share = 1): Step[] => [
  { type: 'open', item: id },
  { type: 'submit', quiz: id, share, credits: { [`${id}#1`]: share } },
];

const course = courseOf(
  section('p', { type: 'hurdles' }, [
    module('a'),
    section('tools', { type: 'random-access', finish: 'q' }, [
      module('b'),
      module('c', { when: { type: 'completed', item: 'b' } }),
      quiz('q', { pass: 1, attempts: 2, exhausted: 'review', review: ['a'], questions: [question('q#1')] }),
    ]),
    module('extra', { optional: true }),
    module('wanted'),
    module('hidden', { when: { type: 'completed', item: 'c' } }),
  ]),
);

describe('a shortened way', () => {
  it.each<[string, string, Step[], Step[]]>([
    [
      'leaves out what nothing waits for',
      'wanted',
      [...take('a'), ...take('b'), ...take('c'), ...pass('q'), ...take('extra')],
      [...take('a'), ...pass('q')],
    ],
    [
      'keeps what a condition waits for',
      'hidden',
      [...take('a'), ...take('b'), ...take('c'), ...pass('q'), ...take('extra'), ...take('wanted')],
      [...take('a'), ...take('b'), ...take('c'), ...pass('q'), ...take('wanted')],
    ],
    [
      'keeps steps about one thing together',
      'wanted',
      [...take('a'), ...pass('q', 0), { type: 'review', item: 'a' }, ...pass('q')],
      [...take('a'), ...pass('q', 0), { type: 'review', item: 'a' }, ...pass('q')],
    ],
    ['is empty where nothing comes before', 'a', [...take('a'), ...take('b')], []],
  ])('%s', (_, item, steps, expected) => {
    expect(shorten(course, item, steps)).toEqual(expected);
  });

  it('gives back ways that are too long to try', () => {
    const long = courseOf(
      section(
        'p',
        { type: 'random-access' },
        Array.from({ length: 120 }, (_, n) => module(`m${n}`)),
      ),
    );
    const steps = Array.from({ length: 119 }, (_, n) => take(`m${n}`)).flat();
    expect(shorten(long, 'm119', steps)).toBe(steps);
  });

  it('leads where the whole way led, in random courses', () => {
    let shortened = 0;
    fc.assert(
      fc.property(smallCourse, fc.nat(), (course, n) => {
        const item = course.items[n % course.items.length]?.id ?? '';
        const steps = reach(course, item, { effort: 500 });
        if (!steps) return;
        const fewer = shorten(course, item, steps);
        const { state, now } = follow(course, fewer);
        expect(view(course, state, now).byId.get(item)?.status).toMatch(/open|done/);
        const rest = [...steps];
        for (const step of fewer) expect(rest.splice(0, rest.indexOf(step) + 1).at(-1)).toBe(step);
        if (fewer.length < steps.length) shortened++;
        expect(shorten(course, item, fewer).length).toBeLessThanOrEqual(fewer.length);
      }),
      { numRuns: RUNS },
    );
    expect(shortened).toBeGreaterThan(RUNS / 100);
  });
});
