import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionForeignBlank = defineRule({
  id: 'question/foreign-blank',
  severity: 'error',
  why: 'LiaScript reads these brackets otherwise: here they would be one more blank that learners have to fill.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#capital}
The capital of France is [[Paris]].

[[?]] It is on the Seine.
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#capital}
The capital of France is [[Paris]].

::hint[It is on the Seine.]
:::
`,
    },
  },
  message({ id, sign }: QuestionFindings['question/foreign-blank']) {
    return sign === 'hint'
      ? {
          message: `\`[[?]]\` begins a hint in LiaScript; in the question ${code(id)} it would be a blank with the answer \`?\`.`,
          help: 'Write `::hint[…]` on a line of its own.',
        }
      : {
          message: `\`[[X]]\` and \`[[ ]]\` are options in LiaScript; in the question ${code(id)} they would be blanks.`,
          help: 'Write a list: `- [x]` before each right answer and `- [ ]` before the others.',
        };
  },
});
