import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { compileFragment, isPlain } from '../../src/compile/fragment.ts';
import { Context } from '../../src/compile/markdown/context.ts';
import { render } from '../../src/compile/markdown/render.ts';
import { parse } from '../../src/compile/markdown/syntax.ts';
import type { Ref } from '../../src/load/source.ts';
import type { Finding } from '../../src/model/diagnostic.ts';

const sink = () => ({ refs: [] as Ref[], findings: [] as Finding[] });
const place = { file: 'f', toFile: (offset: number) => offset };

/** The fragment as the parser makes it, without the shortcut for plain text. */
function parsed(text: string): { html: string; text: string } {
  const context = new Context({ file: 'f', text, toFile: place.toFile }, false, sink());
  const { html, text: plain } = render(context, parse(text), { unwrap: true });
  return { html, text: plain };
}

it('gives for plain text what the parser gives', () => {
  const word = fc.constantFrom(
    'a',
    'Zürich',
    'x2',
    '4',
    ' ',
    '  ',
    ', ',
    ': ',
    '. ',
    '"b"',
    "'c'",
    '(d)',
    '50%',
    '-',
    '–',
    'www',
    '.',
    '?',
    ';',
    'é',
  );
  const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(''));
  let plain = 0;
  fc.assert(
    fc.property(text, (each) => {
      if (!isPlain(each)) return;
      plain++;
      const { html, text: words } = compileFragment(each, place, sink());
      expect({ html, text: words }).toEqual(parsed(each));
    }),
    { numRuns: 1000 },
  );
  expect(plain).toBeGreaterThan(50);
});

test.each([
  '*a*',
  'a_b_',
  '`a`',
  'a\nb',
  'a\\',
  'a & b',
  'a <b>',
  '1. a',
  '- a',
  '# a',
  'see www.example.org',
  'a https://b.c',
  'me@example.org',
  'a :term[b]',
  '$x$',
  '[a](b)',
  'a|b',
  'a ',
  ' a',
  '',
  'a~b~',
])('leaves %j to the parser', (text) => {
  expect(isPlain(text)).toBe(false);
});
