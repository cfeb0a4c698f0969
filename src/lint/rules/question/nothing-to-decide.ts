import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionNothingToDecide = defineRule({
  id: 'question/nothing-to-decide',
  severity: 'error',
  why: 'Whatever learners choose is right: the question tells nothing about them.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#capital}
The capital of France is [[(Paris)|(Lutetia)]].
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#capital}
The capital of France is [[(Paris)|Lyon]].
:::
`,
    },
  },
  message({ id }: QuestionFindings['question/nothing-to-decide']) {
    return {
      message: `Every choice in the question ${code(id)} is right, so there is nothing to decide.`,
      help: 'Add a choice that is wrong: in a menu one without brackets, among pairs another right side, besides categories a second one.',
    };
  },
});
