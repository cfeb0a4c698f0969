import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const mediaMissingTranscript = defineRule({
  id: 'media/missing-transcript',
  severity: 'warning',
  why: 'A transcript is all that a deaf learner gets of a recording, and what a search finds.',
  examples: {
    bad: {
      'modules/page.md': `::audio[The baker]{src=/assets/baker.mp3}
`,
      'assets/baker.mp3': 'x',
    },
    good: {
      'modules/page.md': `::audio[The baker]{src=/assets/baker.mp3 transcript=/assets/baker.md}
`,
      'assets/baker.mp3': 'x',
      'assets/baker.md': `Push and fold.
`,
    },
  },
  message(args: CompileFindings['media/missing-transcript']) {
    return {
      message: `The recording ${code(args.title)} has no transcript, so learners who cannot hear it are left out.`,
      help: 'Write one in a text file and name it: `transcript=/assets/….md`.',
    };
  },
});
