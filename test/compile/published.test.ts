import { expect, it } from 'vitest';
import { completeCourse } from '../fixtures/harness/complete.ts';
import { diagnose } from '../fixtures/harness/load.ts';

const theme = (css: string) => ({
  'course.yaml': 'theme: { css: theme/theme.css }\npathway: { type: linear, items: [flour] }\n',
  'theme/theme.css': css,
  'theme/a b.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
});

const rulesOf = async (files: Record<string, string>) =>
  (await diagnose(completeCourse(files))).map(({ rule }) => rule);

it.each<[string, number]>([
  ['a { background: url("a b.svg") url(#b) url(data:image/png;base64,AA==) }', 0],
  ['/* url(missing.png) */ a { color: red }', 0],
  ['a { background: url( missing.png ) }', 1],
  ['a { background: url(../../../x.svg) }', 1],
  ['@import url(https://example.org/a.css);', 1],
  ['@import "more.css";', 1],
  ['/*'.repeat(200_000), 0],
  ['url('.repeat(100_000) + ' '.repeat(100_000), 1],
])('style sheet %#: as many findings as it deserves', async (css, expected) => {
  expect(await rulesOf(theme(css))).toEqual(Array.from({ length: expected }, () => 'theme/url'));
});

it.each<[string, boolean]>([
  ['<path d="M0 0"/>', false],
  ['<title>Turn on = off</title>', false],
  ['<a href="javascript:alert(1)"/>', true],
  ['<path onclick="alert(1)"/>', true],
  ['<foreignObject/>', true],
  ['<svg:script/>', true],
])('an SVG with %s', async (content, active) => {
  const files = {
    'modules/page.md': '![A loaf](/assets/loaf.svg)\n',
    'assets/loaf.svg': `<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`,
  };
  expect(await rulesOf(files)).toEqual(active ? ['image/active-svg'] : []);
});
