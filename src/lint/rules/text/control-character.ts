import type { LoadFindings } from '../../../load/findings.ts';
import { count } from '../../../model/quantities.ts';
import { defineRule } from '../../rule.ts';

export const textControlCharacter = defineRule({
  id: 'text/control-character',
  severity: 'error',
  why: 'Control characters are no text: browsers refuse them or show nothing, and the words around them may be damaged too.',
  examples: {
    bad: { 'modules/page.md': 'Flour\u001b is mostly starch.\n' },
    good: { 'modules/page.md': 'Flour is mostly starch.\n' },
  },
  message({ character, total }: LoadFindings['text/control-character']) {
    const more = total === 1 ? '' : ` (the first of ${count(total, 'such character')} here)`;
    return {
      message: `Here stands the control character ${character}${more}, which is no text; it is shown as \uFFFD.`,
      help: 'Delete it. Such characters come with copied text from terminals and old documents.',
    };
  },
});
