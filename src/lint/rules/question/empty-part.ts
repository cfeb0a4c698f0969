import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionEmptyPart = defineRule({
  id: 'question/empty-part',
  severity: 'error',
  why: 'Learners would be asked about nothing.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#capital}
The capital of France is [[Paris|]].
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#capital}
The capital of France is [[Paris|Lutetia]].
:::
`,
    },
  },
  message({ id, part }: QuestionFindings['question/empty-part']) {
    return {
      message: `${/^[ae]/.test(part) ? 'An' : 'A'} ${part} of the question ${code(id)} has no text that can be seen.`,
      help: 'Write its text, or remove it.',
    };
  },
});
