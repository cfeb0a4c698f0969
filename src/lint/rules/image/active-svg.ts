import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const imageActiveSvg = defineRule({
  id: 'image/active-svg',
  severity: 'warning',
  why: 'An SVG file that is opened by its address runs its scripts as a part of the site, with access to the progress of learners.',
  examples: {
    bad: {
      'modules/page.md': '![A loaf](/assets/loaf.svg)\n',
      'assets/loaf.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    },
    good: {
      'modules/page.md': '![A loaf](/assets/loaf.svg)\n',
      'assets/loaf.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h8v8z"/></svg>',
    },
  },
  message({ path, what }: CompileFindings['image/active-svg']) {
    return {
      message: `The image ${code(path)} contains ${code(what)}, which can run code in the browser of learners.`,
      help: 'Export it again as a plain SVG, without scripts, handlers and embedded HTML, or as PNG.',
    };
  },
});
