import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';

/** What helps with the errors that instructors meet; by the yaml package's error codes. */
const hints: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'Indent with blanks, not with tabs.',
  BAD_INDENT: 'Indent the entries of one list or mapping equally, with blanks.',
  MISSING_CHAR: 'A quote or bracket that was opened is not closed, or a colon or comma is missing.',
  BLOCK_AS_IMPLICIT_KEY: 'A text that contains `: ` needs quotes around it.',
  UNEXPECTED_TOKEN:
    'A text that contains `: ` or begins with one of [ ] { } # & * ! | > % @ needs quotes around it.',
  MULTILINE_IMPLICIT_KEY: 'A line here has no colon, or a text over several lines needs quotes or `|`.',
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
    return {
      message: `This is not valid YAML: ${args.detail}`,
      help:
        hints[args.code] ??
        'Indent with blanks, put a blank after each colon, and put texts that contain `: ` or begin with a special character in quotes.',
    };
  },
});
