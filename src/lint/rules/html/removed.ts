import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const htmlRemoved = defineRule({
  id: 'html/removed',
  severity: 'warning',
  why: 'Only harmless HTML gets into the site: a course can come from strangers, and runs in the browser of learners.',
  examples: {
    bad: {
      'modules/page.md': `Flour.

<script>alert(1)</script>
`,
    },
    good: {
      'modules/page.md': `Flour, <kbd>Enter</kbd>.
`,
    },
  },
  message(args: CompileFindings['html/removed']) {
    return {
      message:
        args.attribute === undefined
          ? `The HTML element ${code(`<${args.element}>`)} is not allowed in a course and was removed.`
          : `The attribute ${code(args.attribute)} of ${code(`<${args.element}>`)} is not allowed in a course and was removed.`,
      help: 'Use Markdown or one of the directives; anything that runs code has no place in a page.',
    };
  },
});
