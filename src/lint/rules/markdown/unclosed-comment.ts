import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';

export const markdownUnclosedComment = defineRule({
  id: 'markdown/unclosed-comment',
  severity: 'error',
  why: 'Everything after it becomes part of the comment: learners see a page that just ends.',
  examples: {
    bad: {
      'modules/page.md': `Flour is mostly starch.

<!-- check this

## Water

Warm, not hot.
`,
    },
    good: {
      'modules/page.md': `Flour is mostly starch.

<!-- check this -->

## Water

Warm, not hot.
`,
    },
  },
  message(_args: CompileFindings['markdown/unclosed-comment']) {
    return {
      message: 'The comment that begins here never ends, so the rest of the page is not shown.',
      help: 'Put `-->` where it ends.',
    };
  },
});
