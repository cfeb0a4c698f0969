import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionBrokenBlank = defineRule({
  id: 'question/broken-blank',
  severity: 'error',
  why: 'Learners would see the brackets, and the answer between them.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#capital}
[[Rome]] is the capital of Italy, [[**Paris**]] that of France.
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#capital}
[[Rome]] is the capital of Italy, **[[Paris]]** that of France.
:::
`,
    },
  },
  message({ id }: QuestionFindings['question/broken-blank']) {
    return {
      message: `Two brackets open in the question ${code(id)} and make no blank, so learners would see what stands between them.`,
      help: 'Write plain text only between `[[` and `]]`, with markup around them, and no link around a blank. Brackets that are no blank go into code: `` `[[` ``.',
    };
  },
});
