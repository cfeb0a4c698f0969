import { describe, expect, it } from 'vitest';
import { containerDepth, isSuspicious, MAX_DEPTH, MAX_PAGE_SIZE } from '../../src/compile/markdown/limits.ts';
import { page } from './page.ts';

describe('the depth of containers', () => {
  const cases: [name: string, text: string, depth: number][] = [
    ['text', 'a\n\n    b', 0],
    ['a list', '- a\n- b\n\n1. c', 1],
    ['nested lists', '- a\n  - b\n    1. c', 3],
    ['quotes', '> > a', 2],
    ['quotes and lists in one line', '> - 1. a', 3],
    ['rules and negative numbers', '***\n-1\n1.5', 0],
    ['code that is indented far', `\`\`\`\n${' '.repeat(400)}a\n\`\`\``, 0],
    ['directives', '::::tabs\n:::tab[a]\nb\n:::\n:::tab[c]\nd\n:::\n::::', 2],
    ['directives that are never closed', ':::note\n:::note\n:::note', 3],
  ];
  it.each(cases)('%s', (_, text, depth) => {
    expect(containerDepth(text)).toBe(depth);
  });
});

describe('hostile sizes', () => {
  const rules = (text: string) => page(text).findings.map((finding) => finding.rule);
  const cases: [name: string, text: string, rule: string][] = [
    [
      '750 nested lists',
      Array.from({ length: 450 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'),
      'markdown/too-deep',
    ],
    ['750 lists in one line', '- '.repeat(750), 'markdown/too-deep'],
    ['1,500 quotes', '>'.repeat(1500), 'markdown/too-deep'],
    ['10,000 directives', ':::note\n'.repeat(10_000), 'markdown/too-deep'],
    ['a megabyte', 'a'.repeat(MAX_PAGE_SIZE + 1), 'markdown/too-large'],
  ];
  it.each(cases)('%s: refused with the page kept', (_, text, rule) => {
    const source = page(`---\ntitle: T\n---\n${text}`);
    expect(source.findings.map((finding) => finding.rule)).toEqual([rule]);
    expect(source.meta.title.value).toBe('T');
    expect(source.html).toBe('');
  });
  it('accept what people write', () => {
    expect(rules(`${'> '.repeat(5)}a`)).toEqual([]);
    expect(rules(Array.from({ length: MAX_DEPTH / 2 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'))).toEqual(
      [],
    );
  });
});

describe('suspicion', () => {
  it.each([
    ['*_', '*_'.repeat(20_000)],
    ['brackets', '['.repeat(5000)],
    ['links', '[a]('.repeat(2000)],
    ['a long list', '- a\n'.repeat(1000)],
    ['a long paragraph', 'a\n'.repeat(10_000)],
    ['much text', 'word '.repeat(20_000)],
  ])('%s', (_, text) => {
    expect(isSuspicious(text)).toBe(true);
  });
  it('does not fall on an ordinary lesson', () => {
    const lesson = `## Title\n\n${'Some *prose* with [links](a.md) and `code`. '.repeat(40)}\n\n- a\n- b\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n`;
    expect(isSuspicious(lesson.repeat(3))).toBe(false);
  });
});
