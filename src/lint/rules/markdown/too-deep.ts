import type { CompileFindings } from '../../../compile/findings.ts';
import { count } from '../../../model/quantities.ts';
import { defineRule } from '../../rule.ts';

export const markdownTooDeep = defineRule({
  id: 'markdown/too-deep',
  severity: 'error',
  why: 'Lists and quotes nested that deep are a mistake or an attack; browsers cannot show them either.',
  examples: {
    bad: 'A list nested two hundred levels deep.',
    good: {
      'modules/page.md': `Flour is mostly starch.
`,
    },
  },
  message(args: CompileFindings['markdown/too-deep']) {
    return {
      message: `Lists, quotes or directives are nested more than ${count(args.limit, 'level')} deep here. Nothing of the page was compiled.`,
      help: 'Use fewer levels.',
    };
  },
});
