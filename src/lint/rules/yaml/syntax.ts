import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';

/** The errors that instructors meet, by the yaml package's codes: in words, and what helps. */
const known: Readonly<Record<string, readonly [what: string, help: string]>> = {
  TAB_AS_INDENT: ['this line is indented with a tab, which YAML does not take', 'Indent with blanks.'],
  BAD_INDENT: [
    'the indentation fits neither the line above nor any block around it',
    'Indent the entries of one list or mapping equally, with blanks.',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    'a colon and a blank in a text look like a field of their own',
    'Put the whole text in quotes.',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'a colon is missing in this line, or a text goes on over several lines',
    'Add the colon, or put the text in quotes or below `|`.',
  ],
};

export const yamlSyntax = defineRule({
  id: 'yaml/syntax',
  severity: 'error',
  why: 'YAML that cannot be parsed says nothing; a guess could turn a course into another one.',
  examples: {
    bad: {
      'course.yaml': `id: bread
title: "Bread
pathway: { type: linear, items: [flour] }
`,
    },
    good: {
      'course.yaml': `id: bread
title: "Bread"
pathway: { type: linear, items: [flour] }
`,
    },
  },
  message(args: LoadFindings['yaml/syntax']) {
    const [what, help] = known[args.code] ?? [
      /^Missing closing .quote/.test(args.detail) ? 'a quote is opened here and never closed' : args.detail,
      'Look for a quote or bracket that is not closed, a missing colon or comma, or a text that needs quotes.',
    ];
    return { message: `This is not valid YAML: ${what.replace(/\.$/, '')}.`, help };
  },
});
