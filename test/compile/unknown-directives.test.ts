import { describe, expect, it } from 'vitest';
import { page } from './page.ts';

/** What was reported about directives: line, what is wrong, and what to write instead. */
function reported(text: string): unknown[] {
  return page(text)
    .findings.filter(({ rule }) => rule === 'markdown/unknown-directive')
    .map(({ args, span }) => ({ at: text.slice(span.start, span.end), args }));
}

describe('blocks that are none', () => {
  it.each([
    [':::info[Hello]\na\n:::', ':::info', 'name', ':::note'],
    [':::danger[Hot]\na\n:::', ':::danger', 'name', ':::warning'],
    [':::caution\na\n:::', ':::caution', 'name', ':::warning'],
    [':::exercise\na\n:::', ':::exercise', 'name', ':::question{#…}'],
    ['::: warning Hot\na\n:::', '::: warning', 'name', ':::warning[Hot]'],
    ['::: info Hot\na\n:::', '::: info', 'name', ':::note[Hot]'],
    [':::warning Hot\na\n:::', ':::warning', 'title', ':::warning[Hot]'],
    [':::note Very **hot** :::', ':::note', 'title', ':::note[Very **hot**]'],
    [':::Note\na\n:::', ':::Note', 'name', ':::note'],
    [':::{note}\na\n:::', ':::{note', 'name', ':::note'],
    [':::{note} Hot\na\n:::', ':::{note', 'name', ':::note[Hot]'],
    ['::: {.callout}\na\n:::', '::: {.callout', 'name', undefined],
    [':::zebra\na\n:::', ':::zebra', 'name', undefined],
    ['::image[x]{src=a.png}', '::image', 'name', '![…](…)'],
    ['::vidoe[x]{src=a.mp4}', '::vidoe', 'name', '::video'],
    ['::zebra{a=b}', '::zebra', 'name', undefined],
    ['::note[Hi]', '::note', 'form', ':::note'],
    [':::note[open', ':::note', 'form', ':::note'],
    ['Words.\n:::info\na', ':::info', 'name', ':::note'],
    ['> :::info\n> a', ':::info', 'name', ':::note'],
    ['> Words.\n> :::info\n> a', ':::info', 'name', ':::note'],
    ['- one\n\n  :::info\n  a', ':::info', 'name', ':::note'],
  ])('%j', (text, at, problem, suggestion) => {
    const args = suggestion === undefined ? { known: expect.arrayContaining(['note']) } : { suggestion };
    expect(reported(text)).toMatchObject([{ at, args: { problem, ...args } }]);
  });

  it.each([
    'At 10:30, :smile:, a::b and std::vector[0].',
    ':smile: first\n:+1: second',
    '::1 and\n::ffff:10.0.0.1 and\n::std is\n:: so',
    '\\:::info',
    '`:::info`\n\n```\n:::info\n```\n\n    :::info',
    'A line with :::info in it',
    ':::',
    '::: \n:::::',
  ])('silent about %j', (text) => {
    expect(reported(text)).toEqual([]);
  });
});

describe('excerpt', () => {
  it('leaves headings out, which are no sentences', () => {
    const text =
      '# Tea\n\nMind your cup.\n\n## How *hot*\n\nBelow boiling.\n\n:::note\n### Why\n\nIt burns.\n:::\n';
    expect(page(text).excerpt).toBe('Mind your cup. Below boiling. It burns.');
    expect(page(text).headings.map((heading) => heading.text)).toEqual(['How hot', 'Why']);
  });
});
