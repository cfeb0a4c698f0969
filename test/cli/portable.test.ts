import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { course, scratch } from './run.ts';

let above = '';
let dir = '';
const at = (...parts: string[]) => join(above, ...parts);
const build = (...options: string[]) => course(['build', dir, '--portable', ...options], { cwd: above });

beforeEach(() => {
  above = scratch();
  dir = at('bread');
  expect(course(['init', dir, '--yes']).code).toBe(0);
});

describe('course build --portable', () => {
  it('makes one file beside course.yaml, named after the course, and the same bytes again', () => {
    const { code, out, err } = build();
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('as one file');
    expect(out).toContain(join('bread', 'bread.html'));
    const text = readFileSync(at('bread', 'bread.html'));
    expect(build().out).toContain('(nothing changed)');
    expect(readFileSync(at('bread', 'bread.html')).equals(text)).toBe(true);
    // What was made is no source: nothing is said of it.
    expect(course(['validate', dir]).code).toBe(0);
    expect(readdirSync(dir).filter((name) => name.startsWith('.bread'))).toEqual([]);
  });

  it('takes a file, or a folder for it', () => {
    expect(build('--out', 'my course.html').code).toBe(0);
    expect(build('--out', 'given').code).toBe(0);
    expect(build('--out', 'handouts.pdf/').code).toBe(0);
    expect(readdirSync(above).sort()).toEqual(['bread', 'given', 'handouts.pdf', 'my course.html']);
    expect(readdirSync(at('given'))).toEqual(['bread.html']);
  });

  it('replaces only a file that it made', () => {
    writeFileSync(at('mine.html'), '<p>My own page</p>');
    const { code, err } = build('--out', 'mine.html');
    expect(code).toBe(2);
    expect(err).toContain('is a file that course did not make');
    expect(readFileSync(at('mine.html'), 'utf8')).toBe('<p>My own page</p>');
  });

  it.each([
    ['a folder of that name', (place: string) => mkdirSync(place), 'is a folder'],
    ['a link', (place: string) => symlinkSync(at('elsewhere.html'), place), 'is a link'],
  ])('refuses %s', (_what, prepare, reason) => {
    prepare(at('out.html'));
    const { code, err } = build('--out', 'out.html');
    expect(code).toBe(2);
    expect(err).toContain(reason);
  });

  it.each([
    ['among the sources', 'bread/modules/out.html', 'is for the sources of the course'],
    ['below a file', 'bread/course.yaml/out.html', 'course.yaml'],
    ['of another kind', 'handout.pdf', 'handout.pdf looks like a file'],
    ['that is a file', 'bread/course.yaml', 'looks like a file'],
    ['where there can be nothing', '/proc/nothing/out.html', '/proc'],
  ])('refuses a place %s', (_what, out, reason) => {
    const { code, err } = build('--out', out);
    expect(code).toBe(2);
    expect(err).toContain(reason);
    expect(err).not.toContain('bug');
  });

  it('refuses a built site as its folder, which would lose it with the next build', () => {
    expect(course(['build', dir, '--out', at('site')]).code).toBe(0);
    const { code, err } = build('--out', 'site');
    expect(code).toBe(2);
    expect(err).toContain('is a built site');
  });

  it.skipIf(process.getuid?.() === 0)('says that a folder takes nothing', () => {
    mkdirSync(at('closed'));
    chmodSync(at('closed'), 0o500);
    const { code, err } = build('--out', 'closed/out.html');
    expect(code).toBe(2);
    expect(err).toContain('no permission to write');
  });

  it('says what is wrong with the course, and leaves the file that was there', () => {
    expect(build('--out', 'out.html').code).toBe(0);
    const before = readFileSync(at('out.html'));
    writeFileSync(join(dir, 'modules/mix.md'), '---\ntitle: Mix\n---\n\nSee [this](nowhere).\n');
    const { code, err } = build('--out', 'out.html');
    expect(code).toBe(1);
    expect(err).toContain('Nothing was built');
    expect(readFileSync(at('out.html')).equals(before)).toBe(true);
  });

  it('puts large files beside it and says so, and takes them away when they are no more', () => {
    mkdirSync(join(dir, 'assets'), { recursive: true });
    writeFileSync(join(dir, 'assets/dough.pdf'), new Uint8Array(60_000));
    writeFileSync(
      join(dir, 'modules/mix.md'),
      '---\ntitle: Mix\n---\n\n::download[Dough]{src=/assets/dough.pdf}\n',
    );
    const { code, out } = build('--out', 'out.html', '--inline-up-to', '50 KB');
    expect(code).toBe(0);
    expect(out).toContain(
      '1 file is larger than 50 KB and stands beside it in out-media, which has to come along',
    );
    expect(out).toContain('assets/dough.pdf, 58.6 KB');
    const beside = readdirSync(at('out-media')).sort();
    expect(beside).toEqual(['course-build.json', expect.stringMatching(/^dough\.[0-9a-f]{10}\.pdf$/)]);
    writeFileSync(at('out-media', 'notes.txt'), 'mine');
    const refused = build('--out', 'out.html');
    expect([refused.code, refused.err.includes('notes.txt')]).toEqual([2, true]);
    writeFileSync(
      at('out-media', 'course-build.json'),
      readFileSync(at('out-media', 'course-build.json'), 'utf8').replace(
        '"files": [',
        '"files": [\n    "notes.txt",',
      ),
    );
    expect(build('--out', 'out.html').code).toBe(0);
    expect(readdirSync(above).sort()).toEqual(['bread', 'out.html']);
  });

  it.each([['lots'], ['5 meters'], ['-1'], ['']])('does not take %j for a size', (size) => {
    const { code, err } = build('--inline-up-to', size);
    expect(code).toBe(2);
    expect(err).toContain('--inline-up-to');
  });

  it('is what a name that ends in .html asks for, which no site can have', () => {
    const { code, err } = course(['build', dir, '--out', at('site.html')]);
    expect(code).toBe(2);
    expect(err).toContain('Add --portable');
    expect(readdirSync(above)).toEqual(['bread']);
  });

  it('says that sizes are about one file', () => {
    const { code, err } = course(['build', dir, '--inline-up-to', '5MB']);
    expect(code).toBe(2);
    expect(err).toContain('--portable');
  });
});
