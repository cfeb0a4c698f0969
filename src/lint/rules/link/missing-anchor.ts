import { defineRule } from '../../rule.ts';
import { code, didYouMean } from '../../words.ts';

export const linkMissingAnchor = defineRule({
  id: 'link/missing-anchor',
  severity: 'error',
  why: 'The link opens the right page at the wrong place.',
  examples: {
    bad: {
      'modules/page.md': `## Sifting

See [below](#siftng).
`,
    },
    good: {
      'modules/page.md': `## Sifting

See [below](#sifting).
`,
    },
  },
  message(args: { readonly page: string; readonly anchor: string; readonly suggestion?: string }) {
    return {
      message: `${code(args.page)} has no heading or question ${code(`#${args.anchor}`)}.${didYouMean(args.suggestion === undefined ? undefined : `#${args.suggestion}`)}`,
      help: 'Headings are linked to by their text in small letters, with hyphens for blanks.',
    };
  },
  *check({ refs, loaded, broken }) {
    for (const { ref, resolved } of refs) {
      if (resolved.type !== 'missing-anchor') continue;
      const { page, anchor, suggestion } = resolved;
      const file = loaded.pages.get(page)?.file ?? loaded.quizzes.get(page)?.file ?? 'glossary.yaml';
      if (broken({ file, start: 0, end: Infinity })) continue;
      yield { args: { page, anchor, ...(suggestion !== undefined && { suggestion }) }, span: ref.span };
    }
  },
});
