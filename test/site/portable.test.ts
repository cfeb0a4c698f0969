import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import type { CourseFiles } from '../../src/model/files.ts';
import { buildPortable } from '../../src/site/portable/build.ts';
import { filesOf, loadCourse, partsFor } from './course.ts';
import { RICH_TEXTS, richCourse } from './rich-course.ts';

const MB = 1024 * 1024;

/** Any bundle of the browser does: what they do is tested in browsers. */
const RUNTIME = "window.runs='</script><!--';";

function portableOf(files: CourseFiles, inlineUpTo = 5 * MB) {
  const sizes = new Map(files.list().map(({ path, bytes }) => [path, bytes]));
  const { text, beside } = buildPortable(
    loadCourse(files),
    {
      ...partsFor(files),
      portable: RUNTIME,
      read: files.read,
      bytes: (path) => sizes.get(path) ?? 0,
    },
    { inlineUpTo, folder: 'My course-media' },
  );
  return { text: [...text].join(''), beside };
}

it('says at the address of a retired page that it is one', () => {
  const lock = {
    format: 'coursewright-edition',
    version: 1,
    course: 'small',
    title: 'Small',
    published: { three: { kind: 'module', title: 'Three' } },
  };
  const files = (retired: string) =>
    courseOf('Text.', {
      'course.yaml': `id: small\ntitle: Small\npathway: { type: linear, items: [one, two] }\n${retired}`,
      'course-lock.json': JSON.stringify(lock),
    });
  const { text } = portableOf(files('retired: [three]\n'));
  const [, page = ''] = /<template data-path="modules\/three"([\s\S]*?)<\/template>/.exec(text) ?? [];
  expect(page).toContain('This page is no longer part of the course');
  expect(page).toContain('href="#/"');
  expect(portableOf(files('')).text).not.toContain('data-path="modules/three"');
});

/** A small course with one page, and what else a test needs. */
function courseOf(page: string, more: Readonly<Record<string, string | Uint8Array>> = {}): CourseFiles {
  return filesOf({
    'course.yaml': 'id: small\ntitle: Small\npathway: { type: linear, items: [one, two] }\n',
    'modules/one.md': `---\ntitle: One\n---\n\n${page}\n`,
    'modules/two.md': '---\ntitle: Two\n---\n\nNothing more.\n',
    ...more,
  });
}

/** The stored pages by their paths. */
function pagesOf(text: string): Map<string, string> {
  const pages = text.matchAll(/<(noscript|template) data-path="([^"]*)"[^>]*>(.*?)<\/\1>\n/gs);
  return new Map([...pages].map(([, , path = '', html = '']) => [path, html]));
}

const rich = portableOf(richCourse).text;

describe('the portable edition of a course with everything', () => {
  it('is the same text each time', () => {
    expect(portableOf(richCourse).text).toBe(rich);
  });

  it('has every page once, those that can be read in the order of the pathway', () => {
    expect([...pagesOf(rich).keys()]).toEqual([
      '',
      'map',
      'modules/intro',
      'modules/basics/second',
      'quizzes/check',
      'modules/basics/a',
      'modules/basics/b',
      'modules/more',
      'progress',
      'complete',
      'glossary',
      '404',
    ]);
  });

  it('asks for nothing outside of itself but what the author linked to', () => {
    const addresses = [...rich.matchAll(/ (?:href|src|poster|srcset)="([^"]*)"/g)].map(
      ([, address = '']) => address,
    );
    expect(addresses.length).toBeGreaterThan(50);
    expect(addresses.filter((address) => !/^(#|data:|https?:|mailto:)/.test(address))).toEqual([]);
    expect(rich).not.toMatch(/<(?:script|link)[^>]* src=|<link rel="stylesheet"/);
    expect(rich).not.toMatch(/[\uE000\uE001]/);
  });

  it('leads to pages and places that are there', () => {
    const pages = pagesOf(rich);
    const broken = [...rich.matchAll(/ href="#([^"]*)"/g)].flatMap(([, target = '']) => {
      if (!target.startsWith('/')) return rich.includes(`id="${target}"`) ? [] : [target];
      const [path = '', anchor] = target
        .slice(1)
        .replace(/\?[^#]*/, '')
        .split('#');
      const page = pages.get(path);
      const isThere =
        page !== undefined && (anchor === undefined || page.includes(` id="/${path}#${anchor}"`));
      return isThere ? [] : [target];
    });
    expect(broken).toEqual([]);
  });

  it('has no id twice, and each reference to one on its own page', () => {
    const ids = [...rich.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const named = [...rich.matchAll(/ (?:for|aria-labelledby|aria-describedby|popovertarget)="([^"]*)"/g)];
    expect(named.length).toBeGreaterThan(5);
    expect(named.flatMap(([, list = '']) => list.split(' ')).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('allows the scripts and styles that it holds, and no others', () => {
    const policy =
      /Content-Security-Policy" content="([^"]*)"/.exec(rich)?.[1]?.replaceAll('&#39;', "'") ?? '';
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const scripts = [...rich.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = '']) => hash(script));
    const styles = [...rich.matchAll(/<style>(.*?)<\/style>/gs)].map(([, style = '']) => hash(style));
    expect(scripts).toHaveLength(3);
    expect(policy).toContain(`script-src ${scripts.join(' ')};`);
    expect(policy).toContain(`style-src ${styles.join(' ')};`);
    expect(policy).not.toMatch(/'self'|unsafe|connect-src/);
  });

  it('carries the questions with addresses as this edition has them', () => {
    const page = pagesOf(rich).get('quizzes/check') ?? '';
    const sealed = /"sealed":"([^"]+)"/.exec(page)?.[1] ?? '';
    const questions = inflateRawSync(Buffer.from(sealed, 'base64')).toString();
    expect(JSON.parse(questions).length).toBeGreaterThan(0);
    expect(questions).not.toMatch(/(?:href|src)=\\"(?:\.\.\/|media\/|modules\/)/);
  });
});

describe('what could end its parts too early', () => {
  const hostile = courseOf(
    [
      '![</noscript><script>alert(1)</script>](/assets/dot.png "</NOSCRIPT><img src=x onerror=alert(1)>")',
      '`</noscript></script></style></template>`',
      '[x](two "</noscript >")',
    ].join('\n\n'),
    {
      'course.yaml':
        'id: small\ntitle: "</script><script>alert(1)</script></noscript><!--"\ntheme: { css: theme/own.css }\npathway: { type: linear, items: [one, two] }\n',
      'theme/own.css': '.a::after{content:"</style><script>alert(1)</script>"}',
      'assets/dot.png': new Uint8Array([1, 2, 3]),
    },
  );

  it('stays inside', () => {
    const { text } = portableOf(hostile);
    expect([...pagesOf(text).keys()]).toEqual([
      '',
      'map',
      'modules/one',
      'modules/two',
      'progress',
      'complete',
      '404',
    ]);
    // As a browser reads it where no script runs; where scripts run, a page ends as `pagesOf` reads it.
    const elements: Element[] = [];
    visit(fromHtml(text), 'element', (element) => void elements.push(element));
    expect(
      elements.filter(({ tagName, properties }) => tagName === 'script' && !properties.type),
    ).toHaveLength(3);
    expect(elements.filter(({ properties }) => 'onError' in properties || 'onerror' in properties)).toEqual(
      [],
    );
    expect(elements.filter(({ tagName }) => tagName === 'noscript')).toHaveLength(4);
    expect(text.match(/<style>/g)).toHaveLength(1);
    expect(text.match(/<\/style/gi)).toHaveLength(1);
    // The head's, the manifest's and the code's end once each; style sheets end at their own tag only.
    const rest = text
      .replace(/<(noscript|template) data-path="[^"]*"[^>]*>.*?<\/\1>\n/gs, '')
      .replace(/<style>.*?<\/style>/s, '');
    expect(rest.match(/<\/script/gi)).toHaveLength(3);
  });
});

describe('the files of the author', () => {
  const size = (bytes: number, first: number) => new Uint8Array(bytes).fill(first);
  const files = courseOf(
    [
      '![Small](/assets/small.png)',
      '![Small again](/assets/small.png)',
      '![Large](/assets/large.png)',
      '::video[Film]{src=/assets/film.webm captions=/assets/film.vtt transcript=/assets/film.md}',
      '::download[Sheet]{src="/assets/Mein Blatt.pdf"}',
    ].join('\n\n'),
    {
      'modules/two.md':
        '---\ntitle: Two\n---\n\n![Large](/assets/large.png)\n\n[The sheet](/assets/Mein%20Blatt.pdf)\n',
      'assets/small.png': size(1000, 1),
      'assets/large.png': size(100_000, 2),
      'assets/film.webm': size(300_000, 3),
      'assets/film.vtt': `WEBVTT\n\n00:00.000 --> 00:02.000\n${'x'.repeat(400_000)}\n`,
      'assets/film.md': 'What is said.\n',
      'assets/Mein Blatt.pdf': size(2000, 4),
    },
  );

  it('stand where they are named, or once for all places where that saves much', () => {
    const { text, beside } = portableOf(files);
    expect(beside).toEqual([]);
    const pages = pagesOf(text);
    expect(pages.get('modules/one')?.match(/src="data:image\/png;base64,AQEB/g)).toHaveLength(2);
    expect(pages.get('modules/one')).toMatch(/<video[^>]* src="data:video\/webm;base64,AwMD/);
    const shared = /#\/media\/large\.[0-9a-f]{10}\.png/;
    expect(pages.get('modules/one')).toMatch(shared);
    expect(pages.get('modules/two')).toMatch(shared);
    expect(text.match(/AgICAgICAgIC/g)?.length).toBeGreaterThan(0);
    expect(
      [...text.matchAll(/<script type="text\/plain" data-file="([^"]*)"/g)].map(([, place]) => place),
    ).toEqual([expect.stringMatching(/^media\/large\./)]);
  });

  it('are saved under the names that the author gave them', () => {
    const { text } = portableOf(files);
    for (const path of ['modules/one', 'modules/two'])
      expect(pagesOf(text).get(path)).toMatch(
        /<a href="data:application\/pdf;base64,[^"]*" download="Mein Blatt\.pdf">/,
      );
  });

  it('stand beside it above the size, the largest first, but never captions', () => {
    const { text, beside } = portableOf(files, 50_000);
    expect(beside.map(({ source, bytes }) => [source, bytes])).toEqual([
      ['assets/film.webm', 300_000],
      ['assets/large.png', 100_000],
    ]);
    for (const { path } of beside) {
      expect(path).not.toContain('/');
      expect(text).toContain(`"My%20course-media/${path}"`);
    }
    expect(text).toContain('src="data:text/vtt;base64,');
    expect(text).toContain("media-src data: blob: 'self'");
  });

  it('stand in it whatever their size where the runtime or the style sheet names them', () => {
    const { text, beside } = portableOf(richCourse, 0);
    const sources = beside.map(({ source }) => source);
    expect(sources.length).toBeGreaterThan(0);
    expect(sources).not.toContain('assets/dot.png');
    expect(text).toMatch(/data-file="media\/dot\.[0-9a-f]{10}\.png"/);
    expect(text).not.toMatch(/url\("?\.\.\/media/);
    expect(Object.keys(RICH_TEXTS)).toContain('assets/dot.png');
  });
});
