import { expect, it } from 'vitest';
import { completeCourse } from '../fixtures/harness/complete.ts';
import { diagnose } from '../fixtures/harness/load.ts';

// What a careful instructor writes and no rule may complain about.
it.each<[string, string]>([
  ['times and ratios', 'At 10:30 or 14:00, in a ratio of 3:2; see John 3:16.\n'],
  ['addresses and emoji names', 'Open ::1 or fe80::1, and :smile: :+1:.\n'],
  ['code with colons', 'Use `std::vector` and std::string.\n\n```\n:::nte\n[^1]\n```\n'],
  ['escaped directives', '\\:::note\n\nWrite \\[^1] for a footnote.\n'],
  ['character classes', 'The pattern [^a-z] matches a capital.\n'],
  ['prices', 'It costs $5 or $10.\n'],
  ['a directive in a list', '- one\n\n  :::note\n  Dust the table.\n  :::\n'],
  ['footnotes used twice', 'A[^n] and B[^n].\n\n[^n]: A note.\n'],
  [
    'links of every kind',
    '[a](flour) [b](flour.md) [c](/modules/water.md) [d](https://x.org) [e](mailto:a@b.org) <https://x.org>\n',
  ],
  ['a link to a question', ':::question{#q}\nWhy?\n\n- [x] A\n- [ ] B\n:::\n\n[up](#q)\n'],
  ['a formula as an option', ':::question{#q}\nWhich?\n\n- [x] $a^2$\n- [ ] $b^2$\n:::\n'],
  [
    'pictures as options',
    ':::question{#q}\nWhich?\n\n- [x] ![A loaf](/assets/a.svg)\n- [ ] ![A roll](/assets/b.svg)\n:::\n',
  ],
  ['harmless HTML', 'Press <kbd>Enter</kbd>.<br>\n\n<!-- a comment -->\n'],
  ['a title as the first heading', '# Kneading\n\nPush.\n\n## By hand\n\nFold.\n'],
])('%s', async (_, page) => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>';
  const course = completeCourse({ 'modules/page.md': page, 'assets/a.svg': svg, 'assets/b.svg': svg });
  expect(await diagnose(course)).toEqual([]);
});
