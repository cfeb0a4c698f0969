import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const markdownMissingFootnote = defineRule({
  id: 'markdown/missing-footnote',
  severity: 'warning',
  why: 'Learners see the brackets and find no note.',
  examples: {
    bad: {
      'modules/page.md': `Bread flour is strong.[^1]
`,
    },
    good: {
      'modules/page.md': `Bread flour is strong.[^1]

[^1]: 11 to 14 % protein.
`,
    },
  },
  message(args: CompileFindings['markdown/missing-footnote']) {
    return {
      message: `The footnote ${code(`[^${args.label}]`)} has no text, so learners see its brackets.`,
      help: `Add a line ${code(`[^${args.label}]: …`)}.`,
    };
  },
});
