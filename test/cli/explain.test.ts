import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { course, scratch } from './run.ts';

let dir = '';
beforeAll(() => {
  dir = join(scratch(), 'bread');
  expect(course(['init', dir, '--shape', 'hurdles', '--yes']).code).toBe(0);
});

/** The ids that course.yaml of the starter names, read as text. */
const firstModule = () =>
  /items:\s*(?:\[|\n\s*- )([\w-]+)/.exec(readFileSync(join(dir, 'course.yaml'), 'utf8'))?.[1] ?? '';

describe('course explain', () => {
  it('prints a page about an item, with places as seen from here', () => {
    const { code, out, err } = course(['explain', firstModule(), 'bread'], { cwd: join(dir, '..') });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('bread/course.yaml:');
    for (const heading of [
      'Who sees it',
      'What has to be done first',
      'What clears it',
      'What waits for it',
      'Time',
    ])
      expect(out).toContain(`\n${heading}\n  - `);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(course(['explain', firstModule()], { cwd: dir }).out).toContain('\ncourse.yaml:');
  });

  it('explains what a file holds, by its path from here', () => {
    const [byId, byPath] = [firstModule(), `bread/modules/${firstModule()}.md`].map(
      (name) => course(['explain', name, 'bread'], { cwd: join(dir, '..') }).out,
    );
    expect(byPath).toBe(byId);
  });

  it('prints JSON for programs', () => {
    const { code, out, err } = course(['explain', firstModule(), dir, '--format', 'json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      course: { id: 'bread', errors: 0 },
      subject: { kind: 'module', id: firstModule() },
      sees: [{ type: 'everyone', text: 'Everyone.' }],
      time: { until: { least: 0, most: 0 } },
    });
  });

  it('colours for those who want it only', () => {
    const coloured = course(['explain', firstModule(), dir], { env: { NO_COLOR: '', FORCE_COLOR: '1' } }).out;
    expect(coloured).toContain('\u001b[1mWho sees it\u001b[22m');
    const plain = course(['explain', firstModule(), dir]).out;
    expect(plain).not.toContain('\u001b');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escapes are what is looked for
    expect(coloured.replace(/\u001b\[\d+m/g, '').replace(/\s+/g, ' ')).toBe(plain.replace(/\s+/g, ' '));
  });

  it.each([
    ['nobody', /Nothing in the course is called `nobody`\./],
    ['', /Nothing in the course is called ``\./],
    ['__proto__', /is called `__proto__`\./],
    ['../../etc/passwd', /is called `\.\.\/\.\.\/etc\/passwd`\./],
    ['\u001b[31mred', /is called `\ufffd\[31mred`\./],
    ['a`b\nc', /is called `a'b c`\./],
    ['x'.repeat(5000), /is called `x{79}…`\./],
  ])('says with 2 that there is no %j', (name, words) => {
    const { code, out, err } = course(['explain', name, dir]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(words);
    expect(err).not.toContain('\u001b');
  });

  it('suggests what was probably meant', () => {
    const { code, err } = course(['explain', `${firstModule()}x`, dir]);
    expect([code, err]).toEqual([2, expect.stringContaining(`Did you mean \`${firstModule()}\`?`)]);
  });

  it('needs an item, a format that exists, and a course', () => {
    expect(course(['explain']).code).toBe(2);
    expect(course(['explain', 'x', dir, '--format', 'xml'])).toMatchObject({ code: 2, out: '' });
    expect(course(['explain', 'x', scratch()])).toMatchObject({ code: 2, out: '' });
  });

  it('explains a course with errors as far as it goes, and says so', () => {
    const broken = join(scratch(), 'broken');
    expect(course(['init', broken, '--shape', 'hurdles', '--yes']).code).toBe(0);
    const file = join(broken, 'modules', `${firstModule()}.md`);
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `${text}\n[lost](nowhere)\n`);
    const { code, out, err } = course(['explain', firstModule(), broken]);
    expect(code).toBe(0);
    expect(out).toContain('Who sees it');
    expect(err).toContain(
      'The course has 1 error, so some of this may be incomplete. See it: course validate',
    );
    expect(JSON.parse(course(['explain', firstModule(), broken, '--format', 'json']).out).course.errors).toBe(
      1,
    );

    writeFileSync(file, text);
    writeFileSync(join(broken, 'modules/unused.md'), '---\ntitle: Unused\n---\n\nHello.\n');
    const unused = course(['explain', 'unused', broken]);
    expect(unused).toMatchObject({ code: 2, out: '' });
    expect(unused.err).toContain('The module `unused` stands nowhere in the pathway');

    rmSync(join(broken, 'course.yaml'));
    expect(course(['explain', 'unused', broken])).toMatchObject({ code: 2, out: '' });
  });
});
