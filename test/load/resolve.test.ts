import { describe, expect, it } from 'vitest';
import { resolveRef } from '../../src/load/resolve.ts';
import type { RefKind } from '../../src/load/source.ts';
import { filesOf, loadCourse } from '../site/course.ts';

const loaded = loadCourse(
  filesOf({
    'course.yaml': `
id: links
title: Links
pathway:
  type: linear
  items: [intro, unit/one, { type: hurdles, id: part, title: Part, items: [check] }]
`,
    'glossary.yaml': 'Learning Path: The way.\nmodule: A page.\n',
    'modules/intro.md':
      '# Intro\n\n## First part\n\n:::question{#q1}\nWhat?\n\n- [x] a\n- [ ] b\n:::\n\nA note.[^n]\n\n[^n]: It.\n',
    'modules/unit/one.md': '# One\n',
    'modules/spare.md': '# Spare\n',
    'quizzes/check.yaml':
      'title: Check\nquestions:\n  - { id: first, prompt: P?, options: [{ text: a, correct: true }, { text: b }] }\n',
    'assets/plan.pdf': 'pdf',
    'assets/my plan 100%.pdf': 'pdf',
    'assets/photo.png': 'png',
    // As macOS stores it: e and a combining accent.
    'assets/cafe\u0301.png': 'png',
    intro: 'a file whose name is an id',
  }),
);

const to = (target: string, kind: RefKind = 'link', from = 'modules/unit/one.md') =>
  resolveRef(loaded, from, { kind, target });

describe('a link', () => {
  it.each([
    ['unit/one', { type: 'item', item: 'unit/one' }],
    ['../intro.md', { type: 'item', item: 'intro' }],
    ['/modules/intro.md', { type: 'item', item: 'intro' }],
    ['../intro.md#first-part', { type: 'item', item: 'intro', anchor: 'first-part' }],
    ['intro#q1', { type: 'item', item: 'intro', anchor: 'q1' }],
    ['#', { type: 'item', item: 'unit/one' }],
    ['', { type: 'item', item: 'unit/one' }],
    ['check', { type: 'item', item: 'check' }],
    ['/quizzes/check.yaml#first', { type: 'item', item: 'check', anchor: 'first' }],
    ['part', { type: 'section', item: 'part' }],
    ['../../course.yaml', { type: 'home' }],
    ['/glossary.yaml#term-learning-path', { type: 'glossary', anchor: 'term-learning-path' }],
    ['/assets/plan.pdf', { type: 'asset', path: 'assets/plan.pdf' }],
    ['../../assets/./plan.pdf', { type: 'asset', path: 'assets/plan.pdf' }],
    ['/assets/my%20plan%20100%25.pdf', { type: 'asset', path: 'assets/my plan 100%.pdf' }],
    ['/assets/my plan 100%.pdf', { type: 'asset', path: 'assets/my plan 100%.pdf' }],
    ['/assets/caf\u00e9.png', { type: 'asset', path: 'assets/cafe\u0301.png' }],
    ['https://example.org/a#b', { type: 'external', url: 'https://example.org/a#b' }],
    ['//example.org/a', { type: 'external', url: 'https://example.org/a' }],
    ['mailto:a@example.org', { type: 'external', url: 'mailto:a@example.org' }],
    ['javascript:alert(1)', { type: 'scheme', scheme: 'javascript' }],
    ['JavaScript:alert(1)', { type: 'scheme', scheme: 'javascript' }],
    ['data:text/html,x', { type: 'scheme', scheme: 'data' }],
    ['file:///etc/passwd', { type: 'scheme', scheme: 'file' }],
    ['spare', { type: 'unused', item: 'spare' }],
    ['../../../outside.md', { type: 'outside', path: '../../../outside.md' }],
    ['%2e%2e/%2e%2e/%2e%2e/etc', { type: 'outside', path: '../../../etc' }],
    ['unit/ona', { type: 'missing', path: 'modules/unit/unit/ona', suggestion: 'unit/one' }],
    ['../intr.md', { type: 'missing', path: 'modules/intr.md', suggestion: '../intro.md' }],
    ['plan.pdf', { type: 'missing', path: 'modules/unit/plan.pdf', suggestion: '../../assets/plan.pdf' }],
    ['/zzzzzzzzz', { type: 'missing', path: 'zzzzzzzzz' }],
    [
      'intro#frist-part',
      { type: 'missing-anchor', page: 'intro', anchor: 'frist-part', suggestion: 'first-part' },
    ],
    ['#nowhere', { type: 'missing-anchor', page: 'unit/one', anchor: 'nowhere' }],
  ])('%s', (target, expected) => {
    expect(to(target)).toEqual(expected);
  });

  it('prefers a file to an id of the same name', () => {
    expect(to('intro', 'link', 'course.yaml')).toEqual({ type: 'asset', path: 'intro' });
    expect(to('intro')).toEqual({ type: 'item', item: 'intro' });
  });

  it('stays inside of the course whatever it holds', () => {
    for (const target of [
      '..',
      '../..',
      '/..',
      'a/../../../b',
      '\\..\\x',
      '\u0000',
      '__proto__',
      'constructor',
    ]) {
      expect(['missing', 'outside', 'home']).toContain(to(target).type);
    }
  });
});

describe('an image or a medium', () => {
  it.each([
    ['/assets/photo.png', 'image', { type: 'asset', path: 'assets/photo.png' }],
    ['../../assets/photo.png#top', 'image', { type: 'asset', path: 'assets/photo.png' }],
    ['https://example.org/p.png', 'image', { type: 'external', url: 'https://example.org/p.png' }],
    ['mailto:a@example.org', 'image', { type: 'scheme', scheme: 'mailto' }],
    ['data:image/png;base64,AAAA', 'image', { type: 'scheme', scheme: 'data' }],
    ['', 'video', { type: 'not-a-file', target: '' }],
    [
      '/assets/foto.png',
      'image',
      { type: 'missing', path: 'assets/foto.png', suggestion: '/assets/photo.png' },
    ],
    ['intro', 'audio', { type: 'missing', path: 'modules/unit/intro', suggestion: '../../intro' }],
  ] as const)('%s as %s', (target, kind, expected) => {
    expect(to(target, kind)).toEqual(expected);
  });
});

describe('a term', () => {
  it('is found whatever its case and spacing', () => {
    expect(to(' learning\n path', 'term')).toMatchObject({
      type: 'term',
      entry: { slug: 'term-learning-path' },
    });
  });

  it('is suggested when it is not there', () => {
    expect(to('modul', 'term')).toEqual({ type: 'missing-term', term: 'modul', suggestion: 'module' });
  });
});
