import { describe, expect, test } from 'vitest';
import type { Course } from '../../src/model/course.ts';
import { prove } from '../../src/proof/index.ts';
import { courseOf, module, type Node, question, quiz, section } from '../path/build.ts';
import { disagreements } from './compare.ts';
import { oracle } from './oracle.ts';

const LIMIT = 3000;
const check = (id: string) => quiz(id, { questions: [question(`${id}#0`)] });
/** Shut until something behind it was chosen: nobody comes past it. */
const shut = module('shut', { requires: { type: 'chosen', option: 'behind' } });
const choice = section('choice', { type: 'choose' }, [module('behind')]);
const weak = { when: { type: 'score' as const, quiz: 'late', below: 1 / 3 }, to: ['low'] };

/** Courses whose route waits for a quiz that stands behind what nobody can open. */
const blocked: readonly (readonly [name: string, route: Node])[] = [
  ['a route that names nothing before', section('route', { type: 'route', rules: [weak] }, [module('low')])],
  [
    'a route with an option that nobody names',
    section('route', { type: 'route', rules: [weak] }, [module('low'), module('high')]),
  ],
  [
    'a route that leads elsewhere before',
    section('route', { type: 'route', rules: [weak, { to: ['high'] }] }, [module('low'), module('high')], {
      optional: true,
    }),
  ],
  [
    'a section around such a route',
    section('around', { type: 'linear' }, [
      section('route', { type: 'route', rules: [weak] }, [module('low')]),
    ]),
  ],
];

describe('what only follows from something in the way', () => {
  test.each(blocked)('%s: the proof names the cause, and nothing that the oracle denies', (_name, route) => {
    const course: Course = courseOf(
      section('root', { type: 'linear' }, [route, shut, check('late'), choice]),
    );
    const verdict = oracle(course, LIMIT);
    if (!verdict) throw new Error('too large');
    const proof = prove(course);
    expect(verdict.trap).toBe(true);
    expect(proof.findings).toContainEqual({ type: 'never-open', item: 'shut', witness: [] });
    expect(proof.findings.filter(({ type }) => type === 'trap')).toHaveLength(1);
    expect(disagreements(course, proof, verdict, LIMIT)).toEqual([]);
    // With the cause out of the way the rest is reached, as the proof took for granted.
    const free = courseOf(
      section('root', { type: 'linear' }, [route, module('shut'), check('late'), choice]),
    );
    expect(oracle(free, LIMIT)?.opened).toContain('low');
    expect(oracle(free, LIMIT)?.routes).toContain('route:0');
  });
});
