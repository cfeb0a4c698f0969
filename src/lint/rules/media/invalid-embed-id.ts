import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const mediaInvalidEmbedId = defineRule({
  id: 'media/invalid-embed-id',
  severity: 'error',
  why: 'The player would show an error.',
  examples: {
    bad: {
      'modules/page.md': `::youtube[Kneading]{id="not an id"}
`,
    },
    good: {
      'modules/page.md': `::youtube[Kneading]{id=dQw4w9WgXcQ}
`,
    },
  },
  message(args: CompileFindings['media/invalid-embed-id']) {
    return {
      message: `${code(args.value)} is not the id of a ${args.service === 'youtube' ? 'YouTube' : 'Vimeo'} video.`,
      help:
        args.service === 'youtube'
          ? 'It is the eleven characters after `v=` in its address.'
          : 'It is the number in its address.',
    };
  },
});
