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
  message({ id, type }: QuestionFindings['question/broken-blank']) {
    if (type !== undefined)
      return {
        message: `Two brackets stand in the question ${code(id)}, which is of type ${code(type)} and has no blanks: learners would see what stands between them.`,
        help: 'Only a `cloze` question has blanks: leave out its other answers, and its `type`. Brackets that are no blank go into code: `` `[[` ``.',
      };
    return {
      message: `Two brackets open in the question ${code(id)} and make no blank, so learners would see what stands between them.`,
      help: 'Write plain text only between `[[` and `]]`, with markup around them, and no link around a blank, nor the `<summary>` of what unfolds. Brackets that are no blank go into code: `` `[[` ``.',
    };
  },
});
