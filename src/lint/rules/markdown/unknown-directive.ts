import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { choices, code, didYouMean } from '../../words.ts';

export const markdownUnknownDirective = defineRule({
  id: 'markdown/unknown-directive',
  severity: 'warning',
  why: 'What is not a directive stays literal text, and learners read the colons.',
  examples: {
    bad: {
      'modules/page.md': `:::nte
Sift the flour.
:::
`,
    },
    good: {
      'modules/page.md': `:::note
Sift the flour.
:::
`,
    },
  },
  message(args: CompileFindings['markdown/unknown-directive']) {
    const asText = 'If it is meant as text, put a backslash before the first colon.';
    switch (args.problem) {
      case 'name':
        return {
          message: `${code(args.name)} is not a directive, so learners see it as text.${didYouMean(args.suggestion)}`,
          help:
            args.known === undefined ? asText : `The blocks are ${choices(args.known, 'and', 20)}. ${asText}`,
        };
      case 'title':
        return {
          message: `The title behind ${code(args.name)} stands in no brackets, so this is not read as a block and learners see it as text.`,
          help: `Put the title in brackets: ${code(args.suggestion ?? `${args.name}[…]`)}.`,
        };
      case 'form':
        if (args.name.startsWith(':::') && args.suggestion !== undefined && /^::[a-z]/.test(args.suggestion))
          return {
            message: `${code(args.name)} has too many colons, so learners see it as text.`,
            help: `It has two: ${code(`${args.suggestion}[…]`)}, alone on its line, and nothing to close it. ${asText}`,
          };
        return {
          message: `${code(args.name)} cannot be read as it is written, so learners see it as text.`,
          help: `Write ${code(args.suggestion ?? args.name)}, with \`[a label]\` and \`{attributes}\` right behind the name, each closed on that line. ${asText}`,
        };
    }
  },
});
