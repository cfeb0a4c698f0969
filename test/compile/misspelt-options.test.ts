import { expect, it } from 'vitest';
import { page } from './page.ts';

const found = (options: string) => {
  const text = `:::question{#q}\nHow hot?\n\n${options}\n:::\n`;
  return page(text)
    .findings.filter(({ rule }) => rule.startsWith('question/'))
    .map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`);
};

it.each([
  ['- [ ] 60 °C\n-[x] 75 °C', ['-[x]']],
  ['-[x] 75 °C\n-[ ] 60 °C', ['-[x]', '-[ ]']],
  ['- [x] 75 °C\n*[] 60 °C', ['*[]']],
  ['- [ ] 60 °C\n- [x]75 °C', ['[x]']],
  ['- [ ] 60 °C\n- [] 75 °C', ['[]']],
  ['- [x]75 °C\n- [ ]60 °C', ['[x]', '[ ]']],
])('options that lack a blank: %j', (options, marks) => {
  expect(found(options)).toEqual(marks.map((mark) => `question/misspelt-option: ${mark}`));
});

it.each([
  '- [x] a -[x] b\n- [ ] c',
  '- [x] `-[x]`\n- [ ] `[x]`',
  '- [x] \\[x] a\n- [ ] 3-[x]',
  '- [x] a\n- [ ] b',
])('silent about %j', (options) => {
  expect(found(options)).toEqual([]);
});
