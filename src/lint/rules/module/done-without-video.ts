import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const moduleDoneWithoutVideo = defineRule({
  id: 'module/done-without-video',
  severity: 'error',
  why: 'It is done when its video was watched, and it has none.',
  examples: {
    bad: {
      'modules/page.md': `---
done: { video: 90% }
---

Flour is mostly starch.
`,
    },
    good: {
      'modules/page.md': `---
done: { video: 90% }
---

::video[Kneading]{src=/assets/knead.mp4 captions=/assets/knead.vtt}
`,
      'assets/knead.mp4': 'x',
      'assets/knead.vtt': `WEBVTT

00:00.000 --> 00:02.000
Push and fold.
`,
    },
  },
  message(args: { readonly id: string }) {
    return {
      message: `The module ${code(args.id)} is done when its video was watched, but it has none that can be measured, so nobody can finish it.`,
      help: 'Add a `::video` of the course (players of other sites cannot be measured), or remove `done`.',
    };
  },
  *check({ loaded }) {
    for (const [id, page] of loaded.pages) {
      if (page.meta.done.type !== 'video') continue;
      if (page.refs.some((ref) => ref.kind === 'video' || ref.kind === 'audio')) continue;
      yield { args: { id }, span: page.meta.title.span };
    }
  },
});
