import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code, didYouMean } from '../../words.ts';

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
    return {
      message: `${code(args.name)} is not a directive, so learners see it as text.${didYouMean(args.suggestion)}`,
      help: 'If it is meant as text, put a backslash before the first colon.',
    };
  },
});
