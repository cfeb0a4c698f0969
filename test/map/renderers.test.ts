import { createColors } from 'picocolors';
import { describe, expect, it } from 'vitest';
import {
  formatOf,
  type MapFormat,
  type Marks,
  pathwayGraph,
  plain,
  type RenderOptions,
  renderers,
} from '../../src/map/index.ts';
import type { Course } from '../../src/model/course.ts';
import { COURSES, HOSTILE, titled } from './courses.ts';
import { readDot, readMermaid, readSvg, type Seen, textOf } from './parse.ts';

const options: RenderOptions = { palette: plain, unicode: true };
const render = (format: MapFormat, course: Course, marks?: Marks, more: Partial<RenderOptions> = {}) =>
  renderers[format].render(pathwayGraph(course, marks), { ...options, ...more });

const READ: Readonly<Record<'mermaid' | 'dot' | 'svg', (text: string) => Seen | Promise<Seen>>> = {
  mermaid: readMermaid,
  dot: readDot,
  svg: readSvg,
};
/** Control characters but line breaks, a mark that turns text around, and what XML refuses. */
const UNSAFE = /[^\P{Cc}\n]|[\u202e\ufffe\uffff]/u;
const PICTURES = ['mermaid', 'dot', 'svg'] as const;
const words = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ');

/** One finding on an item. */
const marked = (item: string, severity: 'error' | 'warning'): Marks => ({
  items: new Map([[item, [{ rule: 'path/trap', severity, place: 'course.yaml:7:5' }]]]),
  elsewhere: [{ rule: 'page/unused', severity: 'warning', place: 'modules/x.md:1:1' }],
});

describe.each(PICTURES)('%s', (format) => {
  it.each(Object.entries(COURSES))('shows %s with every item once', async (_, course) => {
    const { labels } = await READ[format](render(format, course));
    expect(labels).toHaveLength(course.items.length);
    for (const { title } of course.items)
      expect(
        labels.filter((label) => words(label.replaceAll('<br/>', ' ')).trim().split(/[ ;]/)[0] === title),
      ).toHaveLength(1);
  });

  it.each([
    ['linear', 2],
    ['static branching', 5],
    ['dynamic branching by choice', 2],
  ] as const)('draws the arrows of %s', async (name, arrows) => {
    expect((await READ[format](render(format, COURSES[name]))).edges).toBe(arrows);
  });

  it('says which rule leads where', async () => {
    const text = render(format, COURSES['dynamic branching by route']);
    const said = format === 'svg' ? readSvg(text).elements.map(textOf).join(' ') : text;
    const plainly = words(
      said.replace(/\\n|#(\d+);/g, (_, code?: string) => (code ? String.fromCodePoint(Number(code)) : ' ')),
    );
    expect(plainly).toContain('if your best score in “Q” is less than 50 %');
    expect(plainly).toContain('otherwise');
  });

  it('marks what is wrong with its rule', async () => {
    for (const severity of ['error', 'warning'] as const) {
      const { labels } = await READ[format](render(format, COURSES.linear, marked('b', severity)));
      expect(labels.filter((label) => label.includes('path/trap'))).toHaveLength(1);
      expect(labels.find((label) => label.includes('path/trap'))).toMatch(/^B|^\s*B/);
    }
  });

  it('keeps hostile titles within their labels', async () => {
    const course = titled(HOSTILE);
    const text = render(format, course, marked('m1', 'error'));
    const { labels, edges } = await READ[format](text);
    expect(labels).toHaveLength(course.items.length);
    expect(edges).toBe((await READ[format](render(format, titled(['x'])))).edges + HOSTILE.length - 1);
    expect(text).not.toMatch(UNSAFE);
    expect(labels.some((label) => label.includes('<script>alert(1)</script>'))).toBe(true);
    if (format !== 'mermaid') expect(labels.some((label) => label.includes('back\\slash\\'))).toBe(true);
  });

  it('says a rule once, and how often', async () => {
    const mark = { rule: 'path/trap', severity: 'error', place: 'course.yaml:7:5' } as const;
    const { labels } = await READ[format](
      render(format, COURSES.linear, { items: new Map([['b', [mark, mark, mark]]]), elsewhere: [] }),
    );
    const label = words(labels.find((each) => each.includes('path/trap')) ?? '');
    expect(label).toContain('path/trap (3)');
  });

  it('is the same each time', () => {
    expect(render(format, COURSES['static branching'])).toBe(render(format, COURSES['static branching']));
  });
});

describe('text', () => {
  it('is a tree', () => {
    expect(words(render('text', COURSES['dynamic branching by route']).replaceAll('\n', '~'))).toBe(
      words(
        [
          'ROOT [root] linear, 10 to 15 min',
          '├─ Q [q] quiz, 5 min',
          '└─ FORK [fork] dynamic branching, rules decide, 5 to 10 min',
          '   ├─ WEAK [weak] 5 min',
          '   │     taken if your best score in “Q” is less than 50 %',
          '   │     taken if your best score in “Q” is at least 90 %',
          '   ├─ USUAL [usual] 5 min',
          '   │     taken otherwise',
          '   └─ STRONG [strong] 5 min',
          '         taken if your best score in “Q” is at least 90 %',
          '',
        ].join('~'),
      ),
    );
  });

  it.each([80, 40, 10])('breaks lines at %d columns, within its lines', (width) => {
    const marks = { ...marked('weak', 'error'), elsewhere: [] };
    const course = COURSES['dynamic branching by route'];
    const text = render('text', course, marks, { width });
    // The words of a node have room for 24 columns however deep it stands: eleven are those of the tree.
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(Math.max(width, 35));
    for (const line of text.trimEnd().split('\n').slice(1)) expect(line).toMatch(/^[│├└ ]/);
    const content = (tree: string) => tree.replace(/[│├└─\s]+/g, '');
    expect(content(text)).toBe(content(render('text', course, marks)));
  });

  it('does with ASCII where the terminal has no more', () => {
    const text = render('text', COURSES['static branching'], marked('l', 'error'), { unicode: false });
    expect(text).toContain('|- FORK [fork]');
    expect(text).toContain('`- Z [z]');
    expect(text).toContain('x path/trap course.yaml:7:5');
    expect(text).not.toMatch(/[^\n -~\u202f]/);
  });

  it('marks errors and warnings below their items, and lists those of no item', () => {
    const text = render('text', COURSES.linear, marked('b', 'warning'));
    expect(text).toMatch(/B \[b\].*\n│ {5}! path\/trap course\.yaml:7:5\n/);
    expect(text).toMatch(/\nFound outside the pathway:\n {2}! page\/unused modules\/x\.md:1:1\n$/);
  });

  it('says a rule once, and how often', () => {
    const mark = { rule: 'path/trap', severity: 'error', place: 'course.yaml:7:5' } as const;
    const marks = { items: new Map([['c', [mark, mark]]]), elsewhere: [] };
    expect(render('text', COURSES.linear, marks)).toMatch(
      /C \[c\].*\n {6}✗ path\/trap course\.yaml:7:5 and 1 more\n$/,
    );
  });

  it('prints each item on one line, whatever its title says', () => {
    const course = titled(HOSTILE);
    const text = render('text', course);
    expect(text.trimEnd().split('\n')).toHaveLength(course.items.length);
    expect(text).not.toMatch(UNSAFE);
    expect(text).not.toContain('##[');
  });

  it('colours for terminals, with the same words', () => {
    const coloured = render('text', COURSES.hurdles, marked('a', 'error'), { palette: createColors(true) });
    expect(coloured).toContain('\u001b[');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(render('text', COURSES.hurdles, marked('a', 'error')));
  });
});

describe('svg', () => {
  const parsed = readSvg(
    render('svg', titled(HOSTILE), marked('m1', 'error'), { url: 'https://example.org/a b/' }),
  );

  it('loads nothing, runs nothing, and has no style attributes', () => {
    for (const { name, attributes } of parsed.elements) {
      expect([
        'svg',
        'title',
        'desc',
        'style',
        'rect',
        'g',
        'a',
        'path',
        'circle',
        'text',
        'tspan',
      ]).toContain(name);
      expect(Object.keys(attributes).filter((key) => /^on|^style$|src/.test(key))).toEqual([]);
    }
    expect(JSON.stringify(parsed.elements.map(textOf))).not.toMatch(/url\(|@import/);
  });

  it('has a name, a description, and roles', () => {
    const svg = parsed.elements[0];
    expect(svg?.attributes).toMatchObject({
      role: 'graphics-document',
      'aria-labelledby': 'course-map-title',
    });
    expect(parsed.elements.filter(({ attributes }) => attributes.id === 'course-map-title')).toHaveLength(1);
    expect(parsed.elements.find(({ name }) => name === 'desc')?.children).toHaveLength(1);
  });

  it('links to pages where the course says its address', () => {
    const links = parsed.elements.filter(({ name }) => name === 'a').map(({ attributes }) => attributes.href);
    expect(links).toHaveLength(HOSTILE.length + 1);
    expect(links).toContain('https://example.org/a%20b/modules/m0.html');
    expect(readSvg(render('svg', COURSES.linear)).elements.filter(({ name }) => name === 'a')).toEqual([]);
  });
});

describe('json', () => {
  it('is the graph, with a version', () => {
    const { format, version, ...graph } = JSON.parse(
      render('json', COURSES.conditions, marked('a', 'error')),
    );
    expect([format, version]).toEqual(['coursewright-map', 1]);
    expect(graph).toEqual(pathwayGraph(COURSES.conditions, marked('a', 'error')));
  });
});

describe('a file name', () => {
  it.each([
    ['map.svg', 'svg'],
    ['a/b.MMD', 'mermaid'],
    ['map.gv', 'dot'],
    ['x.json', 'json'],
    ['notes.txt', 'text'],
    ['map.png', undefined],
    ['svg', undefined],
  ])('%s asks for %s', (path, format) => {
    expect(formatOf(path)).toBe(format);
  });
});
