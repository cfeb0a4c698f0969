import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { assemble } from '../../src/load/assemble.ts';
import { unreadablePage } from '../../src/load/module.ts';
import type { PageSource } from '../../src/load/source.ts';
import type { Item } from '../../src/model/course.ts';
import { loadFolder, shown } from './folder.ts';

const QUIZ =
  'title: Check\npass: 60%\nquestions: [{ id: q, prompt: P, options: [{ text: a, correct: true }], competency: shapes }]\n';
const FILES = {
  'modules/a.md': 'A',
  'modules/b.md': '---\ntitle: Bee\nminutes: 7\npoints: 5\n---\nB',
  'modules/c.md': 'C',
  'modules/deep/d.md': 'D',
  'quizzes/check.yaml': QUIZ,
};
const HEAD =
  'id: test\ntitle: Test\ncompetencies: { shapes: { title: Shapes } }\nbadges: { fast: { title: Fast, when: { completed: a } } }\n';

const load = (course: string, files: Record<string, string> = {}) =>
  loadFolder({ 'course.yaml': course, ...FILES, ...files });
const withPathway = (pathway: string) => `${HEAD}pathway:\n${pathway.replace(/^/gm, '  ')}\n`;
const inCourse = (course: string, files: Record<string, string> = {}) =>
  shown(
    load(course, files).findings.filter(({ span }) => span.file === 'course.yaml'),
    course,
  );

describe('the pathway', () => {
  const course = `${HEAD}language: pt-br
description: About.
points: { module: 1, quiz: 2 }
complete: { passed: check }
pathway:
  type: linear
  autoplay: true
  items:
    - a
    - { item: b, optional: true, title: Bonus, when: { mastered: shapes }, requires: { all: [{ completed: a }, { not: { failed: check } }] } }
    - type: random-access
      id: free
      title: Freely
      finish: check
      items: [check]
    - type: static-branching
      id: crafts
      branches:
        - { id: one, items: [c], type: linear, points: 4 }
    - type: dynamic-branching
      id: way
      route:
        - { when: { score: check, from: 90%, below: 95% }, to: [deep/d] }
        - { otherwise: deep/d }
      options: [deep/d]
`;
  const loaded = load(course.replace(', points: 4', ''));

  it('becomes items in reading order, parents before children', () => {
    expect(loaded.findings).toEqual([]);
    expect(loaded.course).toMatchObject({
      format: 1,
      id: 'test',
      language: 'pt-BR',
      pathway: 'pathway',
      complete: { type: 'passed', quiz: 'check' },
    });
    expect(loaded.course?.items.map(({ id, kind, parent }) => [id, kind, parent])).toEqual([
      ['pathway', 'section', undefined],
      ['a', 'module', 'pathway'],
      ['b', 'module', 'pathway'],
      ['free', 'section', 'pathway'],
      ['check', 'quiz', 'free'],
      ['crafts', 'section', 'pathway'],
      ['one', 'section', 'crafts'],
      ['c', 'module', 'one'],
      ['way', 'section', 'pathway'],
      ['deep/d', 'module', 'way'],
    ]);
  });

  const item = (id: string): Item | undefined => loaded.course?.items.find((each) => each.id === id);
  test.each<[string, object]>([
    [
      'pathway',
      {
        title: 'Test',
        type: 'linear',
        autoplay: true,
        minutes: 0,
        points: 0,
        children: ['a', 'b', 'free', 'crafts', 'way'],
      },
    ],
    [
      'a',
      { title: 'A', minutes: 2, points: 1, optional: false, href: 'modules/a.html', done: { type: 'view' } },
    ],
    [
      'b',
      {
        title: 'Bonus',
        minutes: 7,
        points: 5,
        optional: true,
        when: { type: 'mastered', competency: 'shapes' },
        requires: {
          type: 'all',
          of: [
            { type: 'completed', item: 'a' },
            { type: 'not', of: { type: 'failed', quiz: 'check' } },
          ],
        },
      },
    ],
    ['free', { type: 'random-access', title: 'Freely', finish: 'check' }],
    [
      'check',
      {
        title: 'Check',
        pass: 0.6,
        points: 2,
        href: 'quizzes/check.html',
        questions: [{ key: 'check#q', points: 1, competencies: ['shapes'], outcomes: [0, 1] }],
      },
    ],
    ['one', { type: 'linear', title: 'One' }],
    [
      'way',
      {
        type: 'dynamic-branching',
        by: {
          type: 'route',
          rules: [
            { when: { type: 'score', quiz: 'check', from: 0.9, below: 0.95 }, to: ['deep/d'] },
            { to: ['deep/d'] },
          ],
        },
      },
    ],
    ['deep/d', { href: 'modules/deep/d.html', title: 'D' }],
  ])('%s', (id, expected) => {
    expect(item(id)).toMatchObject(expected);
  });

  it('claims mastery after three questions, or after all that there are', () => {
    expect(loaded.course?.competencies).toEqual([
      { id: 'shapes', title: 'Shapes', mastery: 0.8, evidence: 1 },
    ]);
  });

  it('keeps the place of every part', () => {
    const text = loaded.texts.get('course.yaml')?.text ?? '';
    const place = (node: object | undefined, field?: string) => {
      const span = node && loaded.spans.of(node, field);
      return span && text.slice(span.start, span.end);
    };
    const b = item('b');
    expect(place(b)).toBe('b');
    expect(place(b, 'title')).toBe('Bonus');
    expect(place(b?.when)).toBe('mastered: shapes');
    expect(place(b, 'requires')).toBe('{ all: [{ completed: a }, { not: { failed: check } }] }');
    expect(place(item('free'))).toBe('free');
    expect(place(item('free'), 'finish')).toBe('check');
    expect(place(loaded.course?.complete)).toBe('passed: check');
    expect(place(loaded.course?.badges[0], 'when')).toBe('{ completed: a }');
    expect(place(loaded.course?.competencies[0])).toBe('shapes');
    const way = item('way');
    const rules =
      way?.kind === 'section' && way.type === 'dynamic-branching' && way.by.type === 'route'
        ? way.by.rules
        : [];
    expect(place(rules[1])).toBe('{ otherwise: deep/d }');
    expect(loaded.spans.of(item('a') ?? {}, 'title')?.file).toBe('modules/a.md');
  });
});

describe('what is wrong with the pathway', () => {
  test.each<[string, string, string[]]>([
    ['an unknown item', 'type: linear\nitems: [a, bb]', ['pathway/unknown-item «bb»']],
    ['an item twice', 'type: linear\nitems: [a, { item: a }]', ['pathway/repeated-item «a»']],
    [
      'an item twice, in two sections',
      'type: linear\nitems: [a, { id: s, type: hurdles, items: [a] }]',
      ['pathway/repeated-item «a»'],
    ],
    [
      'reserved names',
      'type: linear\nitems: [a, __proto__, constructor]',
      ['pathway/unknown-item «__proto__»', 'pathway/unknown-item «constructor»'],
    ],
    [
      'a section with the id of a module',
      'type: linear\nitems: [a, { id: b, type: linear, items: [c] }]',
      ['id/duplicate «b»'],
    ],
    [
      'two sections of one id',
      'type: linear\nitems: [{ id: s, type: linear, items: [a] }, { id: s, type: linear, items: [b] }]',
      ['id/duplicate «s»'],
    ],
    [
      'a section with an invalid id',
      'type: linear\nitems: [{ id: a b, type: linear, items: [a] }]',
      ['id/invalid «a b»'],
    ],
    [
      'a section without id',
      'type: linear\nitems: [{ type: linear, items: [a] }]',
      ['schema/missing-field «type»'],
    ],
    ['a section without type', 'type: linear\nitems: [{ id: s, items: [a] }]', ['schema/missing-field «id»']],
    ['a branch without type', 'type: static-branching\nbranches: [{ id: s, items: [a] }]', []],
    ['a wrong type', 'type: lineal\nitems: [a]', ['schema/bad-value «lineal»']],
    ['the field of another type', 'type: linear\nbranches: [a]', ['schema/unknown-field «branches»']],
    ['an empty section', 'type: linear\nitems: []', ['schema/empty «items»']],
    ['a hole in the list', 'type: linear\nitems:\n  - a\n  -', ['schema/empty «»']],
    ['items that are one word', 'type: linear\nitems: a', ['schema/wrong-type «a»']],
    [
      'too many to choose',
      'type: dynamic-branching\nchoose: 3\noptions: [a, b]',
      ['pathway/choose-too-many «3»'],
    ],
    [
      'choose and route',
      'type: dynamic-branching\nchoose: 1\nroute: [{ otherwise: a }]\noptions: [a, b]',
      ['schema/conflict «choose»'],
    ],
    [
      'a route to nowhere',
      'type: dynamic-branching\nroute: [{ otherwise: z }]\noptions: [a, b]',
      ['pathway/unknown-option «z»'],
    ],
    [
      'a rule without target',
      'type: dynamic-branching\nroute: [{ when: { passed: check } }]\noptions: [a, check]',
      ['schema/missing-field «when»'],
    ],
    [
      'a finish elsewhere',
      'type: linear\nitems: [check, { id: s, type: random-access, finish: check, items: [a] }]',
      ['pathway/finish-outside «check»'],
    ],
    ['a finish that is a module', 'type: random-access\nfinish: a\nitems: [a]', ['reference/unknown «a»']],
  ])('%s', (_, pathway, expected) => {
    // Nothing else is used, and the default badge waits for `a`.
    const course = withPathway(pathway).replace(
      'badges: { fast: { title: Fast, when: { completed: a } } }\n',
      '',
    );
    expect(inCourse(course)).toEqual(expected);
    expect(load(course).course?.items.length).toBeGreaterThan(0);
  });

  it('suggests what was meant', () => {
    const args = (course: string) => load(course).findings.map((finding) => finding.args);
    expect(args(withPathway('type: linear\nitems: [a, chek]'))).toMatchObject([
      { id: 'chek', suggestion: 'check' },
    ]);
    expect(args(withPathway('type: random\nitems: [a]'))).toMatchObject([{ suggestion: 'random-access' }]);
    expect(args(withPathway('type: linear\nitms: [a]\nitems: [a]'))).toMatchObject([
      { owner: 'a linear section', key: 'itms', known: expect.arrayContaining(['items']) },
    ]);
    expect(args(withPathway('type: linear\nchoose: 1\nitems: [a]'))).toMatchObject([
      { elsewhere: ['a dynamic-branching section'] },
    ]);
  });
});

describe('conditions', () => {
  const one = (condition: string) =>
    `${HEAD}pathway: { type: linear, items: [check, { item: a, when: ${condition} }, { id: s, type: dynamic-branching, options: [b, c] }] }\n`;
  test.each<[string, object | undefined, string[]]>([
    ['{ chosen: b }', { type: 'chosen', option: 'b' }, []],
    ['{ badge: fast }', { type: 'badge', badge: 'fast' }, []],
    ['{ points: { from: 5 } }', { type: 'points', from: 5 }, []],
    ['{ attempts: check, from: 2 }', { type: 'attempts', quiz: 'check', from: 2 }, []],
    ['{ score: check, below: 0.6 }', { type: 'score', quiz: 'check', below: 0.6 }, []],
    ['{ after: 2026-12-01 }', { type: 'after', at: Date.UTC(2026, 11, 1) }, []],
    [
      '{ passed: check, failed: check }',
      {
        type: 'all',
        of: [
          { type: 'passed', quiz: 'check' },
          { type: 'failed', quiz: 'check' },
        ],
      },
      [],
    ],
    [
      '{ any: [{ passed: chek }, { passed: check }] }',
      { type: 'any', of: [{ type: 'passed', quiz: 'check' }] },
      ['reference/unknown «chek»'],
    ],
    ['{ passed: chek }', undefined, ['reference/unknown «chek»']],
    ['{ passed: b }', undefined, ['reference/unknown «b»']],
    ['{ completed: deep/d }', undefined, ['reference/unknown «deep/d»']],
    ['{ chosen: a }', undefined, ['reference/unknown «a»']],
    ['{ mastered: shape }', undefined, ['reference/unknown «shape»']],
    ['{ badge: constructor }', undefined, ['reference/unknown «constructor»']],
    ['{}', undefined, ['schema/empty «when»']],
    ['{ any: [] }', undefined, ['schema/empty «any»']],
    ['passed', undefined, ['schema/wrong-type «passed»']],
    ['{ pased: check }', undefined, ['schema/unknown-field «pased»']],
    ['{ score: check }', undefined, ['condition/no-bound «score»']],
    ['{ attempts: check }', undefined, ['condition/no-bound «attempts»']],
    ['{ attempts: check, from: 50% }', undefined, ['schema/bad-value «50%»']],
    ['{ score: check, from: 60 }', undefined, ['schema/bad-value «60»']],
    [
      '{ score: check, from: 80%, below: 60% }',
      { type: 'score', quiz: 'check', from: 0.8, below: 0.6 },
      ['condition/empty-range «60%»'],
    ],
    ['{ passed: check, below: 60% }', { type: 'passed', quiz: 'check' }, ['condition/stray-bound «below»']],
    [
      '{ score: check, attempts: check, from: 1 }',
      { type: 'score', quiz: 'check', from: 1 },
      ['condition/stray-bound «from»'],
    ],
    ['{ after: 2026-02-30 }', undefined, ['condition/no-such-date «2026-02-30»']],
    ['{ after: tomorrow }', undefined, ['schema/bad-value «tomorrow»']],
  ])('%s', (condition, expected, findings) => {
    const course = one(condition);
    expect(inCourse(course)).toEqual(findings);
    expect(load(course).course?.items.find((item) => item.id === 'a')?.when).toEqual(expected);
  });

  it('reads dates in the time zone of the course', () => {
    const course = `timezone: America/New_York\n${one('{ before: 2026-12-01T18:00 }')}`;
    expect(load(course).course?.items.find((item) => item.id === 'a')?.when).toEqual({
      type: 'before',
      at: Date.UTC(2026, 11, 1, 23),
    });
  });
});

describe('the rest of course.yaml', () => {
  const rest = (yaml: string) => `${yaml}\npathway: { type: linear, items: [a, b, c, deep/d, check] }\n`;
  test.each<[string, string, string[]]>([
    ['nothing but the pathway', '', ['schema/missing-field «pathway»', 'schema/missing-field «pathway»']],
    ['an invalid id', 'id: a b\ntitle: T', ['id/invalid «a b»']],
    ['a misspelt field', 'id: t\ntitle: T\nlangauge: en', ['schema/unknown-field «langauge»']],
    [
      'a time zone without its region',
      'id: t\ntitle: T\ntimezone: Paris',
      ['course/unknown-timezone «Paris»'],
    ],
    ['a language that is none', 'id: t\ntitle: T\nlanguage: en-x', ['course/unknown-language «en-x»']],
    [
      'a language in words',
      'id: t\ntitle: T\nlanguage: English please',
      ['schema/bad-value «English please»'],
    ],
    ['a colour by name', 'id: t\ntitle: T\ntheme: { accent: teal }', ['schema/bad-value «teal»']],
    ['an address without scheme', 'id: t\ntitle: T\nurl: example.org', ['schema/bad-value «example.org»']],
    [
      'a badge without condition',
      'id: t\ntitle: T\nbadges: { b: { title: B } }',
      ['schema/missing-field «title»'],
    ],
    [
      'a reserved badge id',
      'id: t\ntitle: T\nbadges: { constructor: { title: B, when: { completed: a } } }',
      ['id/invalid «constructor»'],
    ],
    [
      'a reserved competency id',
      'id: t\ntitle: T\ncompetencies: { __proto__: { title: P } }',
      ['id/invalid «__proto__»'],
    ],
    [
      'a mastery of 80',
      'id: t\ntitle: T\ncompetencies: { c: { title: C, mastery: 80 } }',
      ['schema/bad-value «80»'],
    ],
    ['an alias', 'id: &t t\ntitle: *t', ['yaml/alias «*t»']],
    [
      'completion by a module that is no quiz',
      'id: t\ntitle: T\ncomplete: { passed: a }',
      ['reference/unknown «a»'],
    ],
  ])('%s', (_, yaml, expected) => {
    const course = rest(yaml);
    const files = { 'quizzes/check.yaml': QUIZ.replace(', competency: shapes', '') };
    expect(inCourse(course, files)).toEqual(expected);
    expect(load(course, files).course?.items.length).toBe(6);
  });

  it('gives settings, with the files that they name as references', () => {
    const course = rest(
      'id: t\ntitle: T\nversion: 1.10\nurl: https://example.org/x\nauthors: [A, B]\nlicense: CC0\ntheme: { accent: "#AABBCC", css: theme/x.css, logo: theme/x.svg }\nbadges: { b: { title: B, image: b.svg, when: { completed: a } } }',
    );
    const { settings, refs } = load(course);
    expect(settings).toEqual({
      authors: ['A', 'B'],
      license: 'CC0',
      url: 'https://example.org/x/',
      timezone: 'UTC',
      version: '1.10',
      theme: { accent: '#aabbcc', css: 'theme/x.css', logo: 'theme/x.svg' },
    });
    expect(refs.map(({ kind, target }) => `${kind} ${target}`)).toEqual([
      'download theme/x.css',
      'image theme/x.svg',
      'image b.svg',
    ]);
  });
});

it('estimates minutes from words, questions, and media that play', () => {
  const file = { path: 'modules/a.md', text: '' };
  const span = { file: file.path, start: 0, end: 0 };
  const ref = (kind: 'video' | 'audio' | 'link', target: string) => ({ kind, target, span });
  const refs = [
    ref('video', '../assets/v.mp4'),
    ref('video', '/assets/v.mp4'),
    ref('audio', 'https://x.org/a.mp3'),
    ref('audio', 'gone.mp3'),
    ref('link', '../assets/v.mp4'),
  ];
  const empty: PageSource = unreadablePage(file.path, []);
  const page: PageSource = { ...empty, refs, words: 476 };
  const course = { path: 'course.yaml', text: withPathway('type: linear\nitems: [a]') };
  const loaded = assemble({
    course,
    pages: [page],
    quizzes: [],
    glossary: undefined,
    files: ['course.yaml', 'assets/v.mp4'].map((path) => ({ path, bytes: 1, modified: 0 })),
    refused: [],
    texts: new Map(),
    findings: [],
    mediaSeconds: (path) => (path === 'assets/v.mp4' ? 300 : undefined),
  });
  // 476 words at 238 a minute, and five minutes of the one video.
  expect(loaded.course?.items[1]?.minutes).toBe(7);
});

describe('the folder', () => {
  const rules = (files: Record<string, string>) =>
    loadFolder(files).findings.map(({ rule, span }) => `${rule} ${span.file}`);
  const course = withPathway('type: linear\nitems: [a, b, c, deep/d, check]');

  test.each<[string, Record<string, string>, string[]]>([
    ['no course.yaml', { ...FILES }, ['course/missing course.yaml']],
    ['course.yml', { ...FILES, 'course.yml': course }, ['course/missing course.yaml']],
    [
      'other endings',
      { ...FILES, 'course.yaml': course, 'quizzes/x.yml': '', 'modules/x.markdown': '' },
      ['file/extension quizzes/x.yml', 'file/extension modules/x.markdown'],
    ],
    [
      'two modules of one id',
      { ...FILES, 'course.yaml': course, 'modules/z.md': '---\nid: a\n---\n' },
      ['id/duplicate modules/z.md'],
    ],
    [
      'a quiz with the id of a module',
      { ...FILES, 'course.yaml': course, 'quizzes/a.yaml': QUIZ },
      ['id/duplicate quizzes/a.yaml'],
    ],
    [
      'ids that differ in case only',
      { ...FILES, 'course.yaml': course, 'modules/A.md': '' },
      ['id/clash modules/a.md'],
    ],
    [
      'ids that differ in their Unicode form only',
      {
        ...FILES,
        'course.yaml': course,
        'modules/x.md': '---\nid: \u00e4\n---\n',
        'modules/y.md': '---\nid: a\u0308\n---\n',
      },
      ['id/invalid modules/y.md', 'id/duplicate modules/y.md'],
    ],
    [
      'a folder that needs the name of a page',
      { ...FILES, 'course.yaml': course, 'modules/a.html/x.md': '' },
      ['id/clash modules/a.html/x.md'],
    ],
    [
      'a competency that nobody defined, in a quiz',
      { ...FILES, 'course.yaml': course, 'quizzes/check.yaml': QUIZ.replace('shapes', 'shape') },
      ['reference/unknown quizzes/check.yaml'],
    ],
    [
      'a competency that nobody defined, in a module',
      { ...FILES, 'course.yaml': course, 'modules/a.md': '---\ncompetencies: [shape]\n---\n' },
      ['reference/unknown modules/a.md'],
    ],
    [
      'a review of what is not there',
      { ...FILES, 'course.yaml': course, 'quizzes/check.yaml': `${QUIZ}review: [nothing, a]\n` },
      ['reference/unknown quizzes/check.yaml'],
    ],
    [
      'a broken module and a broken quiz: their ids are known all the same',
      {
        ...FILES,
        'course.yaml': course,
        'modules/a.md': '---\r\ntitle: "A\r\n---\r\n',
        'modules/b.md': '---\nid: a\ntitle: [\n---\n',
        'quizzes/check.yaml': 'title: [',
        'quizzes/other.yaml': "id: 'b'\ntitle: 'It's'\n",
      },
      [
        'yaml/syntax modules/a.md',
        'yaml/syntax modules/b.md',
        'yaml/syntax quizzes/check.yaml',
        'yaml/syntax quizzes/other.yaml',
        'id/duplicate modules/b.md',
      ],
    ],
    ['a broken course.yaml', { ...FILES, 'course.yaml': 'id: [' }, ['yaml/syntax course.yaml']],
  ])('%s', (_, files, expected) => {
    expect(rules(files)).toEqual(expected);
  });

  it('keeps modules and quizzes that the pathway does not use', () => {
    const loaded = load(withPathway('type: linear\nitems: [a]'));
    expect([...loaded.pages.keys(), ...loaded.quizzes.keys()]).toEqual(['a', 'b', 'c', 'deep/d', 'check']);
  });
});

it('never throws, and its items always form a tree', () => {
  const name = fc.constantFrom(
    'a',
    'b',
    'c',
    'check',
    's',
    't',
    '__proto__',
    'constructor',
    '../x',
    'zz',
    '',
  );
  const tree = fc.letrec((tie) => ({
    condition: fc.dictionary(
      fc.constantFrom(
        'all',
        'any',
        'not',
        'completed',
        'passed',
        'score',
        'from',
        'below',
        'after',
        'chosen',
        'mastered',
        'badge',
        'x',
      ),
      fc.oneof(
        { maxDepth: 5 },
        name,
        fc.jsonValue({ maxDepth: 1 }),
        fc.array(tie('condition'), { maxLength: 2 }),
        tie('condition'),
      ),
      { maxKeys: 3 },
    ),
    section: fc.dictionary(
      fc.constantFrom(
        'id',
        'type',
        'item',
        'items',
        'branches',
        'options',
        'when',
        'requires',
        'route',
        'choose',
        'finish',
        'to',
        'otherwise',
      ),
      fc.oneof(
        { maxDepth: 6 },
        name,
        fc.constantFrom('linear', 'hurdles', 'random-access', 'static-branching', 'dynamic-branching'),
        fc.jsonValue({ maxDepth: 1 }),
        fc.array(fc.oneof(name, tie('section')), { maxLength: 4 }),
        tie('condition'),
      ),
      { maxKeys: 8 },
    ),
  }));
  const pathway = tree.section.map((section) => `${HEAD}pathway: ${JSON.stringify(section)}`);
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((tail) => HEAD + tail),
        pathway,
      ),
      (text) => {
        const { course } = load(text);
        if (course === undefined) return;
        const seen = new Set<string>();
        for (const item of course.items) {
          expect(seen.has(item.id)).toBe(false);
          expect(item.parent === undefined ? item.id : seen.has(item.parent)).toBeTruthy();
          seen.add(item.id);
        }
        const children = course.items.flatMap((item) => (item.kind === 'section' ? item.children : []));
        expect(children.length).toBe(course.items.length - 1);
        for (const child of children) expect(seen.has(child)).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});
