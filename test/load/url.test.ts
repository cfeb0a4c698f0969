import { expect, it } from 'vitest';
import { completeCourse } from '../fixtures/harness/complete.ts';
import { diagnose } from '../fixtures/harness/load.ts';

it.each<[string, string[]]>([
  ['https://example.org', []],
  ['https://example.org:8080/a/@b/', []],
  ['https://user:word@example.org/', ['schema/bad-value']],
  ['https://example.org/?a=b', ['schema/bad-value']],
  ['https://example.org/#a', ['schema/bad-value']],
])('url: %s', async (url, rules) => {
  const found = await diagnose(
    completeCourse({ 'modules/page.md': 'Flour.\n', 'course.yaml': `url: "${url}"\n` }),
  );
  expect(found.map(({ rule }) => rule)).toEqual(rules);
});

it('refuses a theme that is no style sheet', async () => {
  const found = await diagnose(
    completeCourse({
      'modules/page.md': 'Flour.\n',
      'course.yaml': 'theme: { css: assets/a.html }\n',
      'assets/a.html': '<p>',
    }),
  );
  expect(found.map(({ rule }) => rule)).toEqual(['schema/bad-value']);
});
