import type { LoadFindings } from '../../../load/findings.ts';
import { count } from '../../../model/quantities.ts';
import { defineRule } from '../../rule.ts';

export const textUnclosedDirection = defineRule({
  id: 'text/unclosed-direction',
  severity: 'warning',
  why: 'An invisible mark that turns the direction of writing, and does not end, turns what stands behind it as well: text then reads otherwise than it is.',
  examples: {
    bad: { 'modules/page.md': 'Flour \u202eis mostly starch.\n' },
    good: { 'modules/page.md': 'Flour is \u2067mostly\u2069 starch.\n' },
  },
  message({ character, total }: LoadFindings['text/unclosed-direction']) {
    const more = total === 1 ? '' : ` (the first of ${count(total, 'such mark')} here)`;
    return {
      message: `The invisible character ${character}${more} changes the direction of writing and has no partner on its line; it was taken out.`,
      help: 'Delete it, or end it on the same line: U+202C ends U+202A to U+202E, U+2069 ends U+2066 to U+2068.',
    };
  },
});
