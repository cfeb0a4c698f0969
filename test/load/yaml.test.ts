import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { MAX_DEPTH, parseYaml, type YamlNode } from '../../src/load/yaml.ts';
import { shown } from './folder.ts';

const at = (text: string, ...path: string[]): YamlNode | undefined => {
  let node = parseYaml(text, 'f').root;
  for (const part of path) {
    if (node?.kind === 'map') node = node.entries.get(part)?.value;
    else if (node?.kind === 'list') node = node.items[Number(part)];
  }
  return node;
};

describe('values', () => {
  test.each([
    ['a: 10:30', '10:30'],
    ['a: no', 'no'],
    ['a: 2026-12-01', '2026-12-01'],
    ['a: 0o12', 10],
    ['a: 1.10', 1.1],
    ['a: ~', null],
    ['a:', null],
    ['%YAML 1.1\n---\na: yes', 'yes'],
  ])('%j', (text, value) => {
    expect(at(text, 'a')).toMatchObject({ kind: 'scalar', value });
  });

  test.each([['1.10'], ['007'], ['0x1F'], ['1e3'], ['true']])('the text of %s keeps its form', (written) => {
    expect(at(`a: ${written} # c`, 'a')).toMatchObject({ text: written });
  });

  it('keeps names that objects inherit as plain keys', () => {
    const root = parseYaml('__proto__: {x: 1}\nconstructor: 2\ntoString: 3', 'f').root;
    expect(root?.kind === 'map' && [...root.entries.keys()]).toEqual([
      '__proto__',
      'constructor',
      'toString',
    ]);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });
});

describe('spans', () => {
  it('cover keys and values, shifted by the base, whatever the line ends', () => {
    const text = 'title: "Ä b"\r\nlist:\r\n  - one\r\n  - {two: 2}\r\n';
    const root = parseYaml(text, 'f', 100).root;
    if (root?.kind !== 'map') throw new Error('a mapping was expected');
    const slice = (span: { start: number; end: number }) => text.slice(span.start - 100, span.end - 100);
    const list = root.entries.get('list')?.value;
    expect([...root.entries.values()].map((entry) => slice(entry.key))).toEqual(['title', 'list']);
    expect(slice(root.entries.get('title')?.value.span ?? { start: 0, end: 0 })).toBe('"Ä b"');
    expect(list?.kind === 'list' && list.items.map((item) => slice(item.span))).toEqual(['one', '{two: 2}']);
  });

  // For each: where the first letters of the words in the value stand in the file.
  test.each([
    ['plain', 'a: one two'],
    ['plain on two lines', 'a: one\n   two\n   three'],
    ['single quotes', "a: 'it''s one two'"],
    ['double quotes with escapes', 'a: "\\tone \\x41\\u00e4 \\U0001F600 two\\nthree"'],
    ['double quotes, folded', 'a: "one\n   two \\\n   three"'],
    ['literal', 'a: |\n   one\n     two\n\n   three\n'],
    ['literal with header', 'a: |2- # note on one\n   one\n   two\n'],
    ['folded', 'a: >-\n   one\n   two\n\n   three\n'],
    ['folded with CRLF', 'a: >-\r\n   one\r\n   two\r\n'],
  ])('map words of the value to the file: %s', (_, text) => {
    const node = at(text, 'a');
    if (node?.kind !== 'scalar') throw new Error('a scalar was expected');
    const words = [...node.text.matchAll(/one|two|three/g)];
    expect(words.length).toBeGreaterThan(1);
    for (const word of words) {
      const start = node.toFile(word.index);
      expect(text.slice(start, start + word[0].length)).toBe(word[0]);
      // The end of the word, too.
      expect(node.toFile(word.index + word[0].length)).toBeGreaterThanOrEqual(start + word[0].length);
    }
  });

  it('map in order and within the value, for any text in any style', () => {
    const style = fc.constantFrom<(s: string) => string>(
      (s) => JSON.stringify(s),
      (s) => `'${s.replaceAll("'", "''")}'`,
      (s) => `|\n  ${s.replaceAll('\n', '\n  ')}`,
      (s) => `>\n  ${s.replaceAll('\n', '\n  ')}`,
      (s) => s,
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), style, (value, write) => {
        const node = at(`a: ${write(value)}`, 'a');
        if (node?.kind !== 'scalar') return;
        let last = node.span.start;
        for (let i = 0; i <= node.text.length; i++) {
          const offset = node.toFile(i);
          expect(offset).toBeGreaterThanOrEqual(last);
          expect(offset).toBeLessThanOrEqual(node.span.end);
          last = offset;
        }
      }),
    );
  });
});

describe('findings', () => {
  test.each<[string, string, string[]]>([
    ['a duplicate key', 'a: 1\nb: 2\na: 3', ['yaml/duplicate-key «a»']],
    ['the same key in two forms', '1: x\n"1": y', ['yaml/duplicate-key «"1"»']],
    ['an alias', 'a: &x 1\nb: *x', ['yaml/alias «*x»']],
    ['an alias as a key', 'a: &x 1\n*x : 2', ['yaml/alias «*x»']],
    [
      'tags',
      'a: !!js/function "x"\nb: !thing [1]',
      ['yaml/unknown-tag «!!js/function»', 'yaml/unknown-tag «!thing»'],
    ],
    [
      'keys that are no text',
      '? [a]\n: 1\n? {b: c}\n: 2',
      ['yaml/complex-key «[a]»', 'yaml/complex-key «{b: c}»'],
    ],
    ['a second document', 'a: 1\n---\nb: 2', ['yaml/syntax «»']],
    ['an unclosed list', 'a: [1, 2\nb: c', ['yaml/syntax «b»']],
    ['a tab', 'a:\n\tb: c', ['yaml/syntax «\t»']],
    ['a merge key', '<<: {a: 1}', []],
    ['nothing', '# only a comment\n', []],
  ])('%s', (_, text, expected) => {
    expect(shown(parseYaml(text, 'f').findings, text)).toEqual(expected);
  });

  it('the first of two keys counts and is shown', () => {
    const { root, findings } = parseYaml('a: 1\na: 2', 'f');
    expect(root?.kind === 'map' && root.entries.get('a')?.value).toMatchObject({ value: 1 });
    expect(findings[0]?.related?.[0]?.span).toEqual({ file: 'f', start: 0, end: 1 });
  });

  const nest = (open: string, close: string) => (depth: number) => open.repeat(depth) + close.repeat(depth);
  test.each<[string, (depth: number) => string]>([
    ['lists', nest('[', ']')],
    ['mappings', nest('{a: ', '}')],
    ['block lists', (depth) => `${'- '.repeat(depth)}x`],
    ['keys', (depth) => `${'? '.repeat(depth)}x`],
  ])('nested %s beyond the limit, however deep', (_, make) => {
    expect(parseYaml(make(MAX_DEPTH), 'f').findings.filter((f) => f.rule === 'yaml/too-deep')).toEqual([]);
    for (const depth of [MAX_DEPTH + 1, 1000, 100_000]) {
      expect(parseYaml(make(depth), 'f').findings.map((finding) => finding.rule)).toEqual(['yaml/too-deep']);
    }
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '|',
      '>',
      '&a ',
      '*a',
      '!x ',
      '#',
      '---\n',
      '?',
      ',',
      '\t',
      '%YAML 1.1\n',
      '__proto__',
      '\u0000',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((parts) => parts.join('')),
        ),
        (text) => {
          for (const { span } of parseYaml(text, 'f').findings) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.end).toBeGreaterThanOrEqual(span.start);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the cause of syntax errors: one a text, where the author has to look', () => {
  test.each([
    ['items:\n  - a\n - b\n  - c', 'indented-otherwise', '- b'],
    ['items:\n  - a\n - b', 'indented-otherwise', '- b'],
    ['q:\n  - id: a\n    prompt: x\n   options:\n      - b', 'indented-otherwise', 'options:'],
    ['p:\n    type: linear\n  items: [a]', 'indented-otherwise', 'items: [a]'],
    ['q:\n  - prompt: x\n      options:\n      - b', 'indented-deeper', 'options:'],
    ['id: a\n  title: b\np: c', 'indented-deeper', 'title: b'],
    ['p:\n\ttype: linear\n\titems:\n\t\t- a', 'tab', '\t'],
    ['items:\n\t- a\n\t- b', 'tab', '\t'],
    ['items:\r\n\t- a\r\n\t- b', 'tab', '\t'],
    ['title: Tea: x\np: y', 'colon-in-text', 'T'],
    ['items: - a\n  - b', 'list-on-line', '-'],
    ['title T\np: y', 'no-colon', 'title T'],
    ['title:T\np: y', 'no-blank', 'title:T'],
    ['title: "T\np: y', 'open-quote', '"'],
    ['title: "A" and B\np: y', 'after-quote', 'and B'],
    ["title: 'It's hot'\np: y", 'after-quote', "s hot'"],
    ['items: [a, b\np: y', 'open-bracket', 'p'],
    ['title: @home', 'first-character', '@'],
    ['title: *hot* tea', 'first-character', 'tea'],
    ['title: [1] tea', 'first-character', 'tea'],
  ])('%j', (text, cause, place) => {
    const found = parseYaml(text, 'f').findings.map(({ args, span }) => ({
      args,
      place: text.slice(span.start, span.end),
    }));
    expect(found).toMatchObject([{ args: { cause }, place }]);
  });
});
