import type { LoadFindings } from '../../../load/findings.ts';
import type { SyntaxCause } from '../../../load/yaml-cause.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

/** What is wrong, in words, and what helps. */
const words: Readonly<Record<SyntaxCause, readonly [what: string | undefined, help: string]>> = {
  tab: [
    'this line is indented with a tab, which YAML does not take',
    'Indent with blanks, like the line above: most editors can turn tabs into blanks.',
  ],
  'indented-otherwise': [
    'the indentation of this line fits neither the line above nor any block around it',
    'Indent it like the line above that it goes with: the entries of one list begin in the same column, and so do the fields of one block.',
  ],
  'indented-deeper': [
    'this field is indented further than the field above it, which holds a text already',
    'Indent it like the line above.',
  ],
  'list-on-line': [
    'a list begins behind its field, on the same line',
    'Put each `- entry` on a line of its own below the field, or write the list in brackets: `[a, b]`.',
  ],
  'colon-in-text': [
    'a colon and a blank in a text look like a field of their own',
    'Put the whole text in quotes.',
  ],
  'no-colon': [
    'a colon is missing in this line, or a text goes on over several lines',
    'Add the colon, or put the text in quotes or below `|`.',
  ],
  'no-blank': ['a blank is missing behind the colon', 'Write `field: value`.'],
  'open-quote': [
    'a quote is opened here and never closed',
    'Close it, or remove it if the text needs no quotes.',
  ],
  'after-quote': [
    'the text goes on behind its closing quote',
    "Put the whole text in quotes, and write a quote within it twice (`'It''s'`) or use the other kind around it (`\"It's\"`).",
  ],
  'open-bracket': [
    'a bracket is opened above and not closed before this line',
    'Close the `[` or `{` where its list or mapping ends.',
  ],
  'first-character': [
    'a text begins with a character that has a meaning of its own in YAML',
    'Put the whole text in quotes.',
  ],
  'several-documents': [undefined, 'Remove the line `---` and what does not belong to this file.'],
  other: [
    undefined,
    'Look for a quote or bracket that is not closed, a missing colon or comma, or a text that needs quotes.',
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
    const [what = args.detail.replace(/\.$/, ''), help] = words[args.cause];
    if (args.instead !== undefined)
      return {
        message: 'This is not valid YAML: several fields stand on one line, without braces around them.',
        help: `Write ${code(args.instead)}, or each field on a line of its own.`,
      };
    return { message: `This is not valid YAML: ${what}.`, help };
  },
});
