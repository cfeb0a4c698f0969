import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import { describe } from '../../src/lint/describe.ts';
import type { Finding } from '../../src/model/diagnostic.ts';

function finding(file: string, start: number, term = 'x'): Finding {
  return { rule: 'glossary/unknown-term', args: { term }, span: { file, start, end: start + 1 } };
}

group('describe', () => {
  it('turns offsets into 1-based lines and columns in UTF-16 units', () => {
    const texts = new Map([['a.md', { text: 'one\r\n👩 two\rthree' }]]);
    const places = [0, 5, 8, 12].map((start) => finding('a.md', start));
    expect(describe(places, texts).map(({ start }) => [start.line, start.column])).toEqual([
      [1, 1],
      [2, 1],
      [2, 4],
      [3, 1],
    ]);
  });

  it('places findings in a file without text at its beginning', () => {
    const [only] = describe([finding('gone.md', 99)], new Map());
    expect(only?.start).toEqual({ line: 1, column: 1, offset: 0 });
  });

  it('gives the same list whatever the order of the findings, each once', () => {
    const text = 'word '.repeat(20);
    const texts = new Map(['a.md', 'B.md', 'ä.md'].map((file) => [file, { text }]));
    const one = fc.record({
      file: fc.constantFrom('a.md', 'B.md', 'ä.md'),
      start: fc.nat(20),
      term: fc.constantFrom('x', 'y'),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), fc.array(fc.nat()), (list, shuffle) => {
        const findings = list.map(({ file, start, term }) => finding(file, start, term));
        const mixed = findings
          .map((each, index) => ({ each, key: shuffle[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        const described = describe(findings, texts);
        expect(describe([...mixed, ...findings], texts)).toEqual(described);
        const keys = described.map(({ file, start, message }) => `${file} ${start.offset} ${message}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('shows a limited number of one kind in one file and says how many there are more', () => {
    const many = Array.from({ length: 30 }, (_, index) => finding('a.md', index));
    const other = [finding('b.md', 0)];
    const texts = new Map([['a.md', { text: 'x'.repeat(40) }]]);
    const described = describe([...many, ...other], texts, { cap: 5 });
    expect(described).toHaveLength(6);
    expect(described[3]?.message).not.toContain('more like this');
    expect(described[4]?.message).toContain('(And 25 more like this in this file.)');
  });

  it('throws for a finding of a rule that does not exist', () => {
    const unknown = { rule: 'no/such-rule', args: {}, span: { file: 'a.md', start: 0, end: 0 } };
    expect(() => describe([unknown], new Map())).toThrow('no/such-rule');
  });
});
