import { defineRule } from '../../rule.ts';
import { code, didYouMean } from '../../words.ts';

export const glossaryUnknownTerm = defineRule({
  id: 'glossary/unknown-term',
  severity: 'error',
  why: 'The word promises a definition, and there is none.',
  examples: {
    bad: {
      'modules/page.md': `Kneading makes :term[gluten]{term=glutin}.
`,
      'glossary.yaml': `Gluten: A protein that holds the bubbles.
`,
    },
    good: {
      'modules/page.md': `Kneading makes :term[gluten].
`,
      'glossary.yaml': `Gluten: A protein that holds the bubbles.
`,
    },
  },
  message(args: { readonly term: string; readonly suggestion?: string }) {
    return {
      message: `The glossary has no term ${code(args.term)}.${didYouMean(args.suggestion)}`,
      help: 'Add it to glossary.yaml, or name the entry: `:term[the word]{term="the entry"}`.',
    };
  },
  *check({ refs }) {
    for (const { ref, resolved } of refs) {
      if (resolved.type !== 'missing-term') continue;
      const { term, suggestion } = resolved;
      yield { args: { term, ...(suggestion !== undefined && { suggestion }) }, span: ref.span };
    }
  },
});
