import type { RefKind } from '../../../load/source.ts';
import { defineRule } from '../../rule.ts';
import { code, didYouMean } from '../../words.ts';

type MediaKind = Exclude<RefKind, 'link' | 'term'>;

const nouns: Readonly<Record<MediaKind, string>> = {
  image: 'image',
  video: 'video',
  audio: 'recording',
  captions: 'caption file',
  poster: 'poster image',
  download: 'download',
  transcript: 'transcript',
};

export const mediaMissingFile = defineRule({
  id: 'media/missing-file',
  severity: 'error',
  why: 'Learners see a broken picture, a dead player or a download that fails.',
  examples: {
    bad: {
      'modules/page.md': `![An open crumb](/assets/crum.svg)
`,
    },
    good: {
      'modules/page.md': `![An open crumb](/assets/crumb.svg)
`,
      'assets/crumb.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>
`,
    },
  },
  message(args: { readonly kind: MediaKind; readonly target: string; readonly suggestion?: string }) {
    return {
      message: `The ${nouns[args.kind]} ${code(args.target)} does not exist.${didYouMean(args.suggestion)}`,
      ...(args.suggestion === undefined && {
        help: 'Paths count from this file, or from the course folder when they begin with `/`. Mind capital letters: on the web `A.jpg` and `a.jpg` are two files.',
      }),
    };
  },
  *check({ refs }) {
    for (const { ref, resolved } of refs) {
      if (ref.kind === 'link' || ref.kind === 'term') continue;
      if (resolved.type === 'missing') {
        const { suggestion } = resolved;
        const args = { kind: ref.kind, target: ref.target, ...(suggestion !== undefined && { suggestion }) };
        yield { args, span: ref.span };
      } else if (resolved.type === 'not-a-file')
        yield { args: { kind: ref.kind, target: ref.target }, span: ref.span };
    }
  },
});
