import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const glossaryDuplicateTerm = defineRule({
  id: 'glossary/duplicate-term',
  severity: 'error',
  why: 'A link to the term could mean either definition.',
  examples: {
    bad: {
      'glossary.yaml': `Gluten: What holds the bubbles.
gluten: A protein.
`,
    },
    good: {
      'glossary.yaml': `Gluten: A protein that holds the bubbles.
`,
    },
  },
  message(args: LoadFindings['glossary/duplicate-term']) {
    return {
      message: `The terms ${code(args.first)} and ${code(args.term)} differ only in capital letters or punctuation, so links cannot tell them apart.`,
      help: 'Join the two definitions, or rename one term.',
    };
  },
});
