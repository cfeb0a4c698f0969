import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const imageMissingAlt = defineRule({
  id: 'image/missing-alt',
  severity: 'error',
  why: 'Who cannot see the picture gets nothing of it.',
  examples: {
    bad: {
      'modules/page.md': `![](/assets/crumb.svg)
`,
      'assets/crumb.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>
`,
    },
    good: {
      'modules/page.md': `![An open crumb with large bubbles](/assets/crumb.svg)
`,
      'assets/crumb.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>
`,
    },
  },
  message(args: CompileFindings['image/missing-alt']) {
    return {
      message: `The image ${code(args.target)} has no alternative text, so learners who cannot see it get nothing.`,
      help: 'Say in the brackets what it shows, as you would on the telephone: `![An open crumb](…)`.',
    };
  },
});
