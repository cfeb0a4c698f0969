import type { LoadFindings } from '../../../load/findings.ts';
import { count } from '../../../model/quantities.ts';
import { defineRule } from '../../rule.ts';

export const yamlTooDeep = defineRule({
  id: 'yaml/too-deep',
  severity: 'error',
  why: 'Nobody reads, and no page shows, that many levels; a file like this is a mistake or an attack.',
  examples: {
    bad: 'A list nested a thousand times.',
    good: {
      'modules/page.md': `Flour is mostly starch.
`,
    },
  },
  message(args: LoadFindings['yaml/too-deep']) {
    return {
      message: `This is nested more than ${count(args.limit, 'level')} deep, so the file was not read.`,
      help: 'Use fewer levels.',
    };
  },
});
