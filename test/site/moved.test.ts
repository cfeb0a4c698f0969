import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { pathNow } from '../../src/runtime/portable/address.ts';
import { filesOf, siteOf, textOf } from './course.ts';

const QUIZ = `title: Exam & more
questions:
  - { id: one, prompt: Is tea a leaf?, answer: true, type: true-false }
`;
const site = (renamed: string, more: Readonly<Record<string, string>> = {}, items = 'green/plant, exam') =>
  siteOf(
    filesOf({
      'course.yaml': `id: tea\ntitle: Tea\nlanguage: de\n${renamed}pathway: { type: linear, items: [${items}] }\n`,
      'modules/green/plant.md': '# The plant\n\nA shrub.\n',
      'quizzes/exam.yaml': QUIZ,
      ...more,
    }),
  );
const RENAMED = 'renamed: { leaf: herb, herb: green/plant, final: exam, final#two: exam#one }\n';

describe('a site in which pages were renamed', () => {
  const files = site(RENAMED);

  it.each([
    ['modules/leaf.html', '../modules/green/plant.html'],
    ['modules/herb.html', '../modules/green/plant.html'],
    ['quizzes/final.html', '../quizzes/exam.html'],
  ])('leads on from %s', async (path, to) => {
    const html = textOf(files, path);
    expect(html).toContain(`<a href="${to}">`);
    expect(html).toContain(`content="0; url=${to}"`);
    expect(html).toContain(`<link rel="canonical" href="${to}">`);
    expect(html).toContain('<html lang="de"');
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'doctype-style': 'off' },
    });
    const { results } = await validator.validateString(html);
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  });

  it('has no other page more than without', () => {
    const paths = (list: typeof files) =>
      list.map(({ path }) => path).filter((path) => path.endsWith('.html'));
    expect(paths(files).filter((path) => !paths(site('')).includes(path))).toEqual([
      'modules/leaf.html',
      'modules/herb.html',
      'quizzes/final.html',
    ]);
  });

  it('has none where a page is, by letter case either, or would need its folder', () => {
    const found = site(
      'renamed: { Green/plant: green/plant, green/plant/a: green/plant, other: green/plant }\n',
      { 'modules/other.md': '# Other\n\nStill here.\n' },
      'green/plant, other, exam',
    ).map(({ path }) => path);
    expect(found.filter((path) => /^modules\//.test(path))).toEqual([
      'modules/green/plant.html',
      'modules/other.html',
      'modules/green/plant/a.html',
    ]);
  });
});

describe('a site whose pages were retired', () => {
  const lock = (names: Readonly<Record<string, string>>) => ({
    'course-lock.json': JSON.stringify({
      format: 'coursewright-edition',
      version: 1,
      course: 'tea',
      title: 'Tea',
      published: Object.fromEntries(
        Object.entries(names).map(([name, kind]) => [name, { kind, title: name }]),
      ),
    }),
  });
  const published = {
    'black/oolong': 'module',
    test: 'quiz',
    part: 'section',
    gone: 'module',
    'green/plant': 'module',
  };
  const retired = 'retired: [black/oolong, test, part]\n';

  it('says so at their addresses, with a way home; not of what is gone without a word', async () => {
    const files = site(retired, lock(published));
    const paths = files.map(({ path }) => path).filter((path) => /^(modules|quizzes)\//.test(path));
    expect(paths.filter((path) => !site('').some((file) => file.path === path))).toEqual([
      'modules/black/oolong.html',
      'quizzes/test.html',
    ]);
    const html = textOf(files, 'modules/black/oolong.html');
    expect(html).toContain('<h1>Diese Seite gehört nicht mehr zum Kurs</h1>');
    expect(html).toContain('Was Sie darin getan haben, bleibt erhalten.');
    expect(html).toContain('href="../../index.html"');
    expect(html).not.toMatch(/404|<script/);
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'doctype-style': 'off' },
    });
    const { results } = await validator.validateString(html);
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  });

  it('has none where another page has the address by now', () => {
    const files = site(
      retired,
      {
        ...lock(published),
        'modules/black/Oolong.md': '# Oolong\n\nAnother one.\n',
      },
      'green/plant, black/Oolong, exam',
    );
    expect(files.map(({ path }) => path)).not.toContain('modules/black/oolong.html');
  });
});

it.each([
  ['modules/leaf', 'modules/green/plant'],
  ['quizzes/final', 'quizzes/exam'],
  ['quizzes/constructor', 'quizzes/constructor'],
  ['progress', 'progress'],
  ['modules/a', 'modules/b'],
])('the portable edition looks for %s at %s', (path, to) => {
  const renamed = { leaf: 'herb', herb: 'green/plant', final: 'exam', a: 'b', b: 'a' };
  expect(pathNow(path, renamed)).toBe(to);
});
