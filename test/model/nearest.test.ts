import { expect, it } from 'vitest';
import { nearest } from '../../src/model/nearest.ts';

it.each([
  ['quiz-9', ['quiz-8', 'loops'], 'quiz-8'],
  ['Basics_Check', ['basics-check'], 'basics-check'],
  ['watr', ['flour', 'water'], 'water'],
  ['watre', ['flour', 'water'], 'water'],
  ['vidoe', ['audio', 'video'], 'video'],
  ['siftng', ['sifting'], 'sifting'],
  ['a', ['b'], undefined],
  ['ab', ['cd'], undefined],
  ['kneading', ['proofing', 'baking'], undefined],
  ['water', ['water'], undefined],
  ['', ['a'], undefined],
  ['x', [], undefined],
])('nearest(%j, %j) is %j', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});
