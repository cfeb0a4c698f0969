import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionNoBlanks = defineRule({
  id: 'question/no-blanks',
  severity: 'error',
  why: 'There is nothing to fill in.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#capital type=cloze}
The capital of France is ____.
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#capital type=cloze}
The capital of France is [[Paris]].
:::
`,
    },
  },
  message({ id }: QuestionFindings['question/no-blanks']) {
    return {
      message: `The cloze question ${code(id)} has no blanks, so nobody can answer it.`,
      help: 'Write each blank as `[[Paris]]`, a text field, or `[[Lyon|(Paris)|Nice]]`, a menu with the right choice in brackets.',
    };
  },
});
