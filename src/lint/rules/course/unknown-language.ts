import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const courseUnknownLanguage = defineRule({
  id: 'course/unknown-language',
  severity: 'error',
  why: 'Screen readers choose their voice, and browsers their hyphenation, by the language.',
  examples: {
    bad: {
      'course.yaml': `language: en-a
pathway:
  type: linear
  items: [flour, water]
`,
    },
    good: {
      'course.yaml': `language: en
pathway:
  type: linear
  items: [flour, water]
`,
    },
  },
  message(args: LoadFindings['course/unknown-language']) {
    return {
      message: `${code(args.value)} is not a language tag.`,
      help: 'Use a tag such as `en`, `de` or `pt-BR`.',
    };
  },
});
