import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { filesOf, loadCourse, siteOf, textOf, unsealed } from './course.ts';
import { RICH_TEXTS, richCourse } from './rich-course.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // The Nu checker and browsers accept these; they are matters of taste.
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'tel-non-breaking': 'off',
    'no-raw-characters': 'off',
    'doctype-style': 'off',
    // Scripts with an integrity attribute do not run from a disk.
    'require-sri': 'off',
    // Ids of items hold slashes and dots.
    'valid-id': ['error', { relaxed: true }],
    'no-inline-style': 'error',
    // Inputs of one question share the name, also where several are check boxes.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox'] }],
    // `role="note"`, and `role="status"` on what must announce: both are for assistive technology.
    'prefer-native-element': ['error', { exclude: ['note', 'status'] }],
  },
});

const site = siteOf(richCourse);
const pages = site.filter((file) => file.path.endsWith('.html'));

describe('the pages of a course with everything', () => {
  it('loads without findings, so that nothing is left out', () => {
    expect(loadCourse(richCourse).findings.map(({ rule, args }) => [rule, args])).toEqual([]);
  });

  it.each(pages.map((page) => page.path))('%s is valid HTML', async (path) => {
    const report = await validator.validateString(textOf(site, path));
    const messages = report.results.flatMap((result) =>
      result.messages.map(({ line, ruleId, message }) => `${line}: ${ruleId}: ${message}`),
    );
    expect(messages).toEqual([]);
  });

  it.each(pages.map((page) => page.path))('%s leaves no placeholder and no broken local address', (path) => {
    const text = textOf(site, path);
    expect(text).not.toMatch(/[\uE000\uE001]/);
    const base = new URL(`https://site.test/${path}`);
    const paths = new Set(site.map((file) => `/${file.path}`));
    const broken: string[] = [];
    for (const [, address = ''] of text.matchAll(/ (?:href|src|poster)="([^"]*)"/g)) {
      if (/^(https?:|mailto:|data:text\/vtt)/.test(address)) continue;
      const url = new URL(address.replaceAll('&amp;', '&'), base);
      const target = decodeURI(url.pathname) === '/' ? '/index.html' : decodeURI(url.pathname);
      if (!paths.has(target)) broken.push(address);
      else if (url.hash !== '' && !hasAnchor(target.slice(1), decodeURIComponent(url.hash.slice(1))))
        broken.push(address);
    }
    expect(broken).toEqual([]);
  });

  it('allow nothing in their policy that they do not use', () => {
    const policy = (path: string) =>
      /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(textOf(site, path))?.[1] ?? '';
    expect(policy('modules/basics/second.html')).toContain(
      'frame-src https://player.vimeo.com https://www.youtube-nocookie.com',
    );
    expect(policy('modules/basics/second.html')).toContain("media-src 'self' data:;");
    expect(policy('modules/intro.html')).not.toContain('frame-src');
    expect(policy('modules/intro.html')).not.toMatch(/unsafe|data:|\*|connect-src/);
  });

  it('are the same bytes at every build', () => {
    expect(siteOf(filesOf(RICH_TEXTS))).toEqual(site);
  });
});

describe('the output', () => {
  it('has safe names, each once whatever the case', () => {
    const paths = site.map((file) => file.path);
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
    for (const path of paths) expect(path).toMatch(/^(?![._/])[\p{L}\p{N}/._-]+$/u);
    for (const path of paths) expect(path).not.toMatch(/\/[._]/);
  });

  it('carries the files that are used and no others', () => {
    const copied = site.flatMap(({ content }) =>
      typeof content === 'object' && 'copy' in content ? [content.copy] : [],
    );
    expect(copied.sort()).toEqual(
      Object.keys(RICH_TEXTS)
        .filter((path) => /^(assets|theme)\//.test(path) && !/own\.css|talk\.md|film\.vtt/.test(path))
        .sort(),
    );
  });

  it('gives images their size', () => {
    expect(textOf(site, 'modules/intro.html')).toMatch(
      /<img src="\.\.\/media\/drawing\.\w+\.svg" alt="Two dots" width="900" height="300"/,
    );
  });

  it('keeps answers out of sight, with their references joined', () => {
    const text = textOf(site, 'quizzes/check.html');
    const questions = unsealed(text);
    expect(questions.map((question: { key: string }) => question.key)).toEqual(['check#one', 'check#two']);
    expect(questions[0]?.hints[1]?.text).toContain('href="../modules/intro.html"');
    expect(text).not.toContain('Because.');
    expect(text).not.toContain('Right.');
  });

  it('puts the manifest where scripts from a disk can read it', () => {
    const script = textOf(site, 'course.js');
    const manifest = JSON.parse(script.replace(/^window\.coursewright=/, '').replace(/;\n$/, ''));
    expect(manifest.course.badges[0].image).toMatch(/^media\/dot\.\w+\.png$/);
    expect(manifest.site).toMatchObject({ title: 'A course with everything & more', version: '2.0' });
    expect(manifest.site.edition).toMatch(/^\w+$/);
  });

  it('carries captions in the page, since pages opened from a disk may not load them', () => {
    const [, captions = ''] =
      /<track [^>]*src="data:text\/vtt;base64,([^"]*)"/.exec(textOf(site, 'modules/basics/second.html')) ??
      [];
    expect(Buffer.from(captions, 'base64').toString()).toBe(RICH_TEXTS['assets/film.vtt']);
  });

  it('joins what the theme refers to', () => {
    const theme = site.find((file) => file.path.startsWith('assets/theme.'));
    expect(theme?.content).toMatch(/url\("\.\.\/media\/own\.\w+\.woff2"\)/);
    expect(theme?.content).toContain('--accent:');
  });
});

function hasAnchor(path: string, anchor: string): boolean {
  return textOf(site, path).includes(` id="${anchor.replaceAll('&', '&amp;')}"`);
}
