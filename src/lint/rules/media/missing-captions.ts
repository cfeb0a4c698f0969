import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const mediaMissingCaptions = defineRule({
  id: 'media/missing-captions',
  severity: 'warning',
  why: 'Deaf learners, and everyone in a train without headphones, follow a video by its captions.',
  examples: {
    bad: {
      'modules/page.md': `::video[Kneading]{src=/assets/knead.mp4}
`,
      'assets/knead.mp4': 'x',
    },
    good: {
      'modules/page.md': `::video[Kneading]{src=/assets/knead.mp4 captions=/assets/knead.vtt}
`,
      'assets/knead.mp4': 'x',
      'assets/knead.vtt': `WEBVTT

00:00.000 --> 00:02.000
Push and fold.
`,
    },
  },
  message(args: CompileFindings['media/missing-captions']) {
    return {
      message: `The video ${code(args.title)} has no captions, so learners who cannot hear it are left out.`,
      help: 'Add a WebVTT file: `captions=/assets/….vtt`.',
    };
  },
});
