import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedBy, hashOf } from '../../src/runtime/portable/address.ts';

describe('a hash', () => {
  it.each([
    ['', { path: '', query: '', anchor: '' }],
    ['#/', { path: '', query: '', anchor: '' }],
    ['#/index.html#map', { path: '', query: '', anchor: 'map' }],
    ['#/modules/a', { path: 'modules/a', query: '', anchor: '' }],
    ['#/modules/a.html?quiz=b%2Fc#c-x', { path: 'modules/a', query: '?quiz=b%2Fc', anchor: 'c-x' }],
    ['#/modules/%C3%BCber', { path: 'modules/über', query: '', anchor: '' }],
    ['#/%E0%A4%A', { path: '%E0%A4%A', query: '', anchor: '' }],
    ['#c-x', { path: undefined, query: '', anchor: 'c-x' }],
    ['#main', { path: undefined, query: '', anchor: 'main' }],
    ['#progress=abc', { path: 'progress', query: '', anchor: 'progress=abc' }],
    ['#progress%3Dabc', { path: 'progress', query: '', anchor: 'progress=abc' }],
  ])('%s asks for a page and a place on it', (hash, asked) => {
    expect(askedBy(hash)).toEqual(asked);
  });

  it('says the same again after it was made from what it asks for', () => {
    const part = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,8}$/u);
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 3 }),
        fc.string({ unit: 'grapheme' }),
        (parts, anchor) => {
          const path = parts.join('/');
          const hash = new URL(`https://a.test/${hashOf(path, { query: '', anchor })}`).hash;
          expect(askedBy(hash)).toEqual({ path, query: '', anchor });
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(askedBy(`#${text}`)).toBeDefined();
      }),
    );
  });
});
