import { expect, test } from 'vitest';
import { prove } from '../../src/proof/index.ts';
import { courseOf, module, question, quiz, section } from '../path/build.ts';

test('two causes in one section are told apart, though each leaves the other out', () => {
  const questions = (id: string) => [question(`${id}#1`)];
  const course = courseOf(
    section('root', { type: 'linear' }, [
      module('first'),
      section('both', { type: 'static-branching' }, [
        section('one', { type: 'hurdles' }, [
          module('extra', { when: { type: 'attempts', quiz: 'talk', from: 1 } }),
          quiz('check', { pass: 0.5, questions: questions('check') }),
        ]),
        section(
          'two',
          { type: 'random-access' },
          [
            quiz('talk', {
              pass: 1,
              attempts: 2,
              exhausted: 'contact',
              questions: questions('talk'),
            }),
            module('late', { requires: { type: 'attempts', quiz: 'check', from: 3 } }),
          ],
          { optional: true },
        ),
        module('rest'),
      ]),
    ]),
  );
  // Who begins the second branch waits there for the first one, which is shut meanwhile.
  const [found] = prove(course).findings;
  expect(found).toMatchObject({ type: 'trap' });
  expect(found?.type === 'trap' && found.witness.at(-1)).toMatchObject({ type: 'open' });
});

test('what is stuck in an optional section keeps shut what comes after it there', () => {
  const course = courseOf(
    section('root', { type: 'linear' }, [
      section(
        'aside',
        { type: 'linear' },
        [
          section('never', { type: 'linear' }, [module('a')], {
            requires: { type: 'attempts', quiz: 'late', from: 1 },
          }),
          section('wanted', { type: 'linear' }, [module('b')]),
          quiz('late'),
        ],
        { optional: true },
      ),
      module('end', { requires: { type: 'completed', item: 'wanted' } }),
    ]),
  );
  expect(prove(course).findings[0]).toMatchObject({ type: 'trap', witness: [] });
});

/** Draws three of a bank's questions, all of one competency. */
const drawing = (candidates: number, rest: Parameters<typeof quiz>[1] = {}) =>
  quiz('check', {
    questions: Array.from({ length: candidates }, (_, i) => question(`check#${i}`, { competencies: ['c'] })),
    draws: [{ count: 3, points: 1, from: 0, to: candidates, before: 0 }],
    ...rest,
  });

test.each([
  ['as often as somebody likes', {}, false],
  ['twice', { attempts: 2 }, true],
  ['once', { attempts: 1 }, true],
])('a competency of a bank, its quiz taken %s', (_, rest, isTrap) => {
  const course = courseOf(
    section('root', { type: 'linear' }, [
      drawing(500, rest),
      module('end', { requires: { type: 'mastered', competency: 'c' } }),
    ]),
    { competencies: [{ id: 'c', title: 'C', mastery: 0.5, evidence: 4 }] },
  );
  const { findings, unproved } = prove(course);
  expect(unproved).toEqual([]);
  // Four answers are wanted and an attempt asks for three; who runs out of attempts stays without them.
  expect(findings.some(({ type }) => type === 'trap')).toBe(isTrap);
});

test.each([0.34, 0.8, 1])('with marks for confidence a pass mark of %s can be met', (pass) => {
  const course = courseOf(
    section('root', { type: 'hurdles' }, [quiz('check', { pass, settings: { confidence: true } })]),
  );
  expect(prove(course)).toMatchObject({ findings: [], unproved: [] });
});
