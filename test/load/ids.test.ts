import { expect, it } from 'vitest';
import { safeId } from '../../src/load/ids.ts';

it.each([
  ['con', 'con-1'],
  ['constructor', 'constructor-1'],
  ['part/aux.a', 'part/aux-1.a'],
  ['a b', 'a-b'],
  ['fine', 'fine'],
])('%s is used as %s', (id, safe) => {
  expect(safeId(id)).toBe(safe);
  expect(safeId(safe)).toBe(safe);
});
