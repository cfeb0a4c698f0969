import type { CompileFindings } from '../../../compile/findings.ts';
import { count } from '../../../model/quantities.ts';
import { defineRule } from '../../rule.ts';

export const markdownTooSlow = defineRule({
  id: 'markdown/too-slow',
  severity: 'error',
  why: 'Some texts take Markdown parsers minutes. Checking a course must end, whatever is in it.',
  examples: {
    bad: 'A page of twenty thousand times *_.',
    good: {
      'modules/page.md': `Flour is mostly starch.
`,
    },
  },
  message(args: CompileFindings['markdown/too-slow']) {
    return {
      message:
        args.seconds === 0
          ? 'This page looks slow to compile, and it was not tried, since too many other pages had to be given up.'
          : `This page could not be compiled within ${count(args.seconds, 'second')}, so it was given up.`,
      help: 'Look for very long runs of `*`, `_` or `[`, or for lists of thousands of entries, and split the page.',
    };
  },
});
