import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { MAX_FRONT_MATTER } from '../../src/load/front-matter.ts';
import { parseModuleMeta } from '../../src/load/module.ts';
import { shown } from './folder.ts';

const parse = (text: string, path = 'modules/part/page.md') => parseModuleMeta({ path, text });

describe('the split', () => {
  test.each<[string, string, string]>([
    ['no front matter', '# Title\n', '# Title\n'],
    ['front matter', '---\ntitle: A\n---\nbody', 'body'],
    ['CRLF', '---\r\ntitle: A\r\n---\r\nbody\r\n', 'body\r\n'],
    ['blanks after the fences', '--- \ntitle: A\n---  \nbody', 'body'],
    ['empty', '---\n---\nbody', 'body'],
    ['only comments', '---\n# none\n---\nbody', 'body'],
    ['nothing after it', '---\ntitle: A\n---', ''],
    ['a thematic break of four', '----\nbody', '----\nbody'],
    [
      'text between rules',
      '\n---\nA dough: flour and water\n---\n',
      '\n---\nA dough: flour and water\n---\n',
    ],
    ['pluses that hold no fields', '+++\nmore\n+++\n', '+++\nmore\n+++\n'],
    ['a body with fences', '---\ntitle: A\n---\na\n\n---\n\nb', 'a\n\n---\n\nb'],
  ])('%s', (_, text, body) => {
    const parsed = parse(text);
    expect(parsed.findings).toEqual([]);
    expect(text.slice(parsed.body)).toBe(body);
  });

  test.each([
    ['unclosed', '---\ntitle: A\n\n# Body\n'],
    ['closed by other dashes', '---\ntitle: A\n----\nbody'],
    ['closed by text', '---\ntitle: A\n---x\nbody'],
    ['longer than is read', `---\n${'a: b\n'.repeat(MAX_FRONT_MATTER / 4)}---\nbody`],
    ['made of line ends only', `---${'\n'.repeat(500_000)}`],
  ])('%s is a finding', (_, text) => {
    expect(parse(text).findings).toMatchObject([
      { rule: 'front-matter/fence', args: { problem: 'unclosed' }, span: { start: 0, end: 3 } },
    ]);
  });
});

test.each([
  ['late', '\n---\ntitle: A\n---\nbody', 1],
  ['late', '  \r\n\r\n---\r\ntitle: A\r\ncompetencies:\r\n  - b\r\n---\r\nbody', 6],
  ['toml', '+++\ntitle = "A"\n+++\nbody', 0],
])('misplaced front matter (%s) is a finding and no page text', (problem, text, start) => {
  const parsed = parse(text);
  expect(parsed.findings).toMatchObject([{ rule: 'front-matter/fence', args: { problem }, span: { start } }]);
  expect(text.slice(parsed.body)).toBe('body');
});

describe('code in front matter', () => {
  const marker = 'coursewright-front-matter-ran';
  test.each([
    'js',
    'JS',
    'Js',
    'javascript',
    'JavaScript',
    ' js',
    '\tjs ',
    'jsx',
    'mjs',
    'ts',
    'coffee',
    'coffeescript',
    'cson',
    'py',
  ])('---%s is refused and never runs', (language) => {
    const code = `globalThis[${JSON.stringify(marker)}] = true`;
    const text = `---${language}\n(${code}, {title: 'x'})\n---\nbody`;
    const parsed = parse(text);
    expect(parsed.findings).toMatchObject([
      {
        rule: 'front-matter/code',
        args: { language: language.trim() },
        span: { start: 0, end: 3 + language.length },
      },
    ]);
    expect(text.slice(parsed.body)).toBe('body');
    expect(Reflect.has(globalThis, marker)).toBe(false);
  });

  test.each(['yaml', 'json', 'toml', '{js}', 'title: A'])('---%s is no fence', (language) => {
    const parsed = parse(`---${language}\nx\n---\nbody`);
    expect(parsed.findings).toMatchObject([
      { rule: 'front-matter/fence', args: { problem: 'language', found: language } },
    ]);
  });
});

describe('the fields', () => {
  it('are read with their places', () => {
    const text =
      '---\nid: intro\ntitle: "In tro"\ncompetencies: [a, b]\ndone: { video: 90% }\nminutes: 2.5\npoints: 0\n---\n';
    const { meta, titled, findings } = parse(text);
    expect(findings).toEqual([]);
    expect(titled).toBe(true);
    const places = [meta.id, meta.title, ...meta.competencies].map(({ value, span }) => [
      value,
      text.slice(span.start, span.end),
    ]);
    expect(places).toEqual([
      ['intro', 'intro'],
      ['In tro', '"In tro"'],
      ['a', 'a'],
      ['b', 'b'],
    ]);
    expect(meta).toMatchObject({ done: { type: 'video', share: 0.9 }, minutes: 2.5, points: 0 });
  });

  it('default to what the path says', () => {
    expect(parse('text')).toMatchObject({
      meta: {
        id: { value: 'part/page' },
        title: { value: 'Page' },
        done: { type: 'view' },
        competencies: [],
      },
      titled: false,
      body: 0,
    });
    expect(parse('text').meta.points).toBeUndefined();
  });

  test.each([
    ['view', { type: 'view' }],
    ['questions', { type: 'questions' }],
    ['manual', { type: 'manual' }],
    ['"video: 90%"', { type: 'video', share: 0.9 }],
    ['{ video: 0.5 }', { type: 'video', share: 0.5 }],
    ['{ video: 55% }', { type: 'video', share: 0.55 }],
  ])('done: %s', (written, done) => {
    const parsed = parse(`---\ndone: ${written}\n---\n`);
    expect(parsed.findings).toEqual([]);
    expect(parsed.meta.done).toEqual(done);
  });

  test.each<[string, string[]]>([
    ['title: [x]', ['schema/wrong-type «[x]»']],
    ['title: ""', ['schema/empty «title»']],
    ['title:', ['schema/empty «title»']],
    ['done: vew', ['schema/bad-value «vew»']],
    ['done: { video: 120% }', ['schema/bad-value «120%»']],
    ['minuts: 3', ['schema/unknown-field «minuts»']],
    ['minutes: -1', ['schema/bad-value «-1»']],
    ['minutes: soon', ['schema/wrong-type «soon»']],
    ['points: 1.5', ['schema/wrong-type «1.5»']],
    ['competencies: shapes', ['schema/wrong-type «shapes»']],
    ['competencies: [a, {b: c}]', ['schema/wrong-type «{b: c}»']],
    ['id: a b', ['id/invalid «a b»']],
    ['id: __proto__', ['id/invalid «__proto__»']],
    ['id: ../../etc', ['id/invalid «../../etc»']],
    ['- a', ['schema/wrong-type «- a»']],
    ['id: x\ntitle: "a\nminutes: 3', ['yaml/syntax «"»']],
    ["title: 'a", ["yaml/syntax «'»"]],
    ['a: &x 1\nb: *x', ['schema/unknown-field «a»', 'schema/unknown-field «b»', 'yaml/alias «*x»']],
    ['__proto__: 1', ['schema/unknown-field «__proto__»']],
    ['constructor: 1', ['schema/unknown-field «constructor»']],
  ])('%s', (yaml, expected) => {
    const text = `---\n${yaml}\n---\n`;
    const { findings } = parse(text);
    expect(shown(findings, text).map((line) => line.replace('«- a\n»', '«- a»'))).toEqual(expected);
  });

  it('an id from a path that cannot be one is made usable, and said', () => {
    const parsed = parse('x', 'modules/My  page!.md');
    expect(parsed.meta.id.value).toBe('My-page');
    expect(parsed.findings).toMatchObject([
      { rule: 'id/invalid', args: { from: 'path', suggestion: 'My-page' } },
    ]);
  });
});

test('no text makes it throw, and the body lies within the text', () => {
  const piece = fc.constantFrom(
    '---',
    '\n',
    '\r\n',
    'title: ',
    'x',
    '- ',
    'js',
    ' ',
    '"',
    '#',
    '\t',
    '&a',
    '*a',
    '!!js/function ',
    '[',
    '{',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((parts) => `---${parts.join('')}`),
      ),
      (text) => {
        const { body } = parse(text);
        expect(body).toBeGreaterThanOrEqual(0);
        expect(body).toBeLessThanOrEqual(text.length);
      },
    ),
    { numRuns: 500 },
  );
});
