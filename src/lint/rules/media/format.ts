import { defineRule } from '../../rule.ts';
import { choices, code } from '../../words.ts';

const images = ['.jpg', '.jpeg', '.png', '.webp', '.avif', '.svg', '.gif'];

/** What all current browsers play or show (https://developer.mozilla.org/docs/Web/Media/Guides/Formats). */
const playable = {
  video: ['.mp4', '.webm', '.m4v'],
  audio: ['.mp3', '.m4a', '.aac', '.wav', '.flac', '.ogg', '.opus', '.webm', '.mp4'],
  image: images,
  poster: images,
  captions: ['.vtt'],
} as const satisfies Record<string, readonly string[]>;

type Format = keyof typeof playable;

function isFormat(kind: string): kind is Format {
  return Object.hasOwn(playable, kind);
}

export const mediaFormat = defineRule({
  id: 'media/format',
  severity: 'warning',
  why: 'A file that browsers cannot play or show is a hole in the page, however well it works on your computer.',
  examples: {
    bad: {
      'modules/page.md': `::video[Kneading]{src=/assets/knead.avi captions=/assets/knead.vtt}
`,
      'assets/knead.avi': 'x',
      'assets/knead.vtt': `WEBVTT

00:00.000 --> 00:02.000
Push and fold.
`,
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
  message(args: {
    readonly kind: Format;
    readonly target: string;
    readonly ending: string;
    readonly playable: readonly string[];
  }) {
    return {
      message: `Not every browser can ${args.kind === 'captions' ? 'read captions' : args.kind === 'image' || args.kind === 'poster' ? 'show an image' : 'play a file'} of the type ${code(args.ending)}: ${code(args.target)}.`,
      help: `Convert it to ${choices(args.playable)}.`,
    };
  },
  *check({ refs }) {
    for (const { ref, resolved } of refs) {
      if (resolved.type !== 'asset' || !isFormat(ref.kind)) continue;
      const known: readonly string[] = playable[ref.kind];
      const name = resolved.path.slice(resolved.path.lastIndexOf('/') + 1);
      const ending = name.includes('.') ? name.slice(name.lastIndexOf('.')).toLowerCase() : '(none)';
      if (known.includes(ending)) continue;
      yield { args: { kind: ref.kind, target: ref.target, ending, playable: known }, span: ref.span };
    }
  },
});
