import { describe, expect, it } from 'vitest';
import { optionsOf } from '../questions/options.ts';
import { findingsOf, page, readable } from './page.ts';

const question = `Before.

:::question{#q1 points=2.5 competency="shapes, words"}
Which **one**?

It matters.

- [x] A [lecture](x.md)
  > Yes, *that*.
- [ ] A webinar

  with a second paragraph

::hint[Think *hard*.]
::hint[Harder.]
::explanation[Because.]
:::

After.
`;

describe('a question in Markdown', () => {
  const source = page(question);
  const [first] = source.questions;
  it('leaves its place in the page', () => {
    expect(readable(source.html)).toBe('<p>Before.</p>\n{q0}\n<p>After.</p>');
    expect(source.anchors).toEqual(['q1']);
    expect(source.findings).toEqual([]);
  });
  it('has its parts, each compiled', () => {
    expect(first).toMatchObject({ type: 'single', id: { value: 'q1' }, points: 2.5 });
    expect(first?.prompt.html).toBe('<p>Which <strong>one</strong>?</p>\n<p>It matters.</p>');
    expect(optionsOf(first).map((o) => [readable(o.text.html), o.correct, o.feedback?.html])).toEqual([
      ['A <a href="{0}">lecture</a>', true, 'Yes, <em>that</em>.'],
      ['<p>A webinar</p>\n<p>with a second paragraph</p>', false, undefined],
    ]);
    expect(first?.hints.map((hint) => hint.text.html)).toEqual(['Think <em>hard</em>.', 'Harder.']);
    expect(first?.explanation?.text).toBe('Because.');
    expect(first?.competencies.map((c) => c.value)).toEqual(['shapes', 'words']);
  });
  it('knows where everything stands', () => {
    const at = (span: { start: number; end: number } | undefined) => question.slice(span?.start, span?.end);
    expect(at(first?.id.span)).toBe('q1');
    expect(at(first?.prompt.span)).toBe('Which **one**?\n\nIt matters.');
    expect(at(optionsOf(first)[0]?.text.span)).toBe('A [lecture](x.md)');
    expect(at(first?.hints[1]?.text.span)).toBe('::hint[Harder.]');
    expect(at(source.refs[0]?.span)).toBe('x.md');
  });
  it('keeps the ids of its options when their order changes', () => {
    const [a, b] = optionsOf(first);
    const turned = optionsOf(page(':::question{#q1}\n?\n\n- [ ] B\n- [x] A\n:::').questions[0]);
    const straight = optionsOf(page(':::question{#q1}\n?\n\n- [x] A\n- [ ] B\n:::').questions[0]);
    expect(a?.id).not.toBe(b?.id);
    expect(straight.map((o) => o.id)).toEqual(turned.map((o) => o.id).reverse());
  });
  it('is multiple when several options are right, or when it says so', () => {
    const type = (attributes: string, options: string) =>
      page(`:::question{#q ${attributes}}\n?\n\n${options}\n:::`).questions[0]?.type;
    expect(type('', '- [x] a\n- [x] b')).toBe('multiple');
    expect(type('type=multiple', '- [x] a\n- [ ] b')).toBe('multiple');
    expect(type('type=single', '- [x] a\n- [x] b')).toBe('single');
  });
});

describe('findings', () => {
  const options = '- [x] a\n- [ ] b\n';
  const cases: [markdown: string, expected: string[]][] = [
    [`:::question\nWhy so?\n\n${options}:::`, ['question/missing-id: :::question']],
    [`:::question{points=2}\nWhy so?\n\n${options}:::`, ['question/missing-id: :::question{points=2}']],
    [`:::question{#a/b}\n?\n\n${options}:::`, ['id/invalid: a/b']],
    [
      `:::question{#q}\n?\n\n${options}:::\n\n:::question{#q}\n?\n\n${options}:::`,
      ['question/duplicate-id: q'],
    ],
    [`:::question{#q}\n?\n\n- [x] a\n- [ ] a\n:::`, ['question/duplicate-option: - [ ] a']],
    [`:::question{#q}\n?\n\n- [x] a\n- b\n:::`, ['question/unmarked-option: - b']],
    [`:::question{#q type=singel}\n?\n\n${options}:::`, ['question/unknown-type: singel']],
    [`:::question{#q points=lots}\n?\n\n${options}:::`, ['schema/wrong-type: lots']],
    [`:::question{#q}\n?\n\n${options}\nMore.\n:::`, ['question/content-after-options: More.']],
    [`:::question{#q ponts=2}\n?\n\n${options}:::`, ['markdown/unknown-directive-attribute: ponts']],
    ['::hint[x]', ['markdown/misplaced-directive: ::hint[x]']],
    [':::tab[x]\na\n:::', ['markdown/misplaced-directive: :::tab[x]']],
    ['::::tabs\na\n:::tab[x]\nb\n:::\n::::', ['markdown/content-outside-tab: a']],
    [':::details\na\n:::', ['markdown/missing-directive-label: :::details']],
    [':::note\na', ['markdown/unclosed-directive: :::note']],
    ['::::tabs\n:::tab[x]\na\n::::', ['markdown/unclosed-directive: :::tab[x]']],
    ['> :::note\n> a\n\nb', ['markdown/unclosed-directive: :::note']],
    [':::nte\na\n:::', ['markdown/unknown-directive: :::nte']],
    ['::video[T]{captions=x.vtt}', ['markdown/missing-directive-attribute: ::video[T]{captions=x.vtt}']],
    ['::video[T]{src=x.mp4}', ['media/missing-captions: ::video[T]{src=x.mp4}']],
    [
      '::video{src=x.mp4 captions=a.vtt}',
      ['markdown/missing-directive-label: ::video{src=x.mp4 captions=a.vtt}'],
    ],
    ['::audio[T]{src=x.mp3}', ['media/missing-transcript: ::audio[T]{src=x.mp3}']],
    ['::youtube[T]{id=short}', ['media/invalid-embed-id: short']],
    ['![](a.png)', ['image/missing-alt: ![](a.png)']],
    ['[](a.md)', ['link/no-text: [](a.md)']],
    ['[![x](a.png)](b.md)', []],
    ['##', ['heading/empty: ##']],
    ['## a\n\n#### b', ['heading/skipped-level: #### b']],
    ['# a\n\nb\n\n# c', ['heading/extra-title: # c']],
    ['a $\\frac{$', ['math/invalid: $\\frac{$']],
    ['A[^1] and [^2].\n\n[^1]: b', ['markdown/missing-footnote: [^2]']],
  ];
  it.each(cases)('%j', (markdown, expected) => {
    expect(findingsOf(markdown)).toEqual(expected);
  });

  it('mend a missing id', () => {
    const text = `:::question{points=2}\nWhy so?\n\n${options}:::`;
    const fix = page(text).findings[0]?.fix?.[0];
    expect(fix && text.slice(0, fix.span.start) + fix.text + text.slice(fix.span.end)).toBe(
      text.replace('{points', '{#why-so points'),
    );
  });
});

describe('a page', () => {
  it('takes its title from its front matter, else from its first heading', () => {
    expect(page('---\ntitle: T\n---\n# T\n\na')).toMatchObject({
      meta: { title: { value: 'T' } },
      html: '<p>a</p>',
    });
    expect(page('# H *x*\n\na')).toMatchObject({ meta: { title: { value: 'H x' } }, html: '<p>a</p>' });
    expect(page('a').meta.title.value).not.toBe('');
  });
  it('tells what its videos are, where they have to be watched', () => {
    const text = '---\ndone: "video: 90%"\n---\n::video[T]{src=../v.mp4 captions=c.vtt}';
    expect(page(text).meta.done).toEqual({ type: 'video', share: 0.9, media: ['modules/v.mp4'] });
  });
  it('shifts all spans by its front matter', () => {
    const text = '---\ntitle: T\n---\n[a](b.md)';
    expect(page(text).refs.map(({ span }) => text.slice(span.start, span.end))).toEqual(['b.md']);
  });
  it.each(['\n', '\r\n', '\r'])('reads the line ending %j', (end) => {
    const source = page(question.replaceAll('\n', end));
    expect(source.questions).toHaveLength(1);
    expect(source.findings).toEqual([]);
  });
  it('counts words', () => {
    expect(page("It's a well-known *fact*: 3.14 `code`").words).toBe(6);
  });
});
