import { percent } from '../../../model/quantities.ts';
import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionHintsCostTooMuch = defineRule({
  id: 'question/hints-cost-too-much',
  severity: 'error',
  why: 'Learners who open the last hints would pay for nothing: there are no points left to lose.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour

::hint[Think of what holds a loaf together.]{cost=60%}
::hint[It is named for what it is used for.]{cost=60%}
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour

::hint[Think of what holds a loaf together.]{cost=25%}
::hint[It is named for what it is used for.]{cost=25%}
:::
`,
    },
  },
  message({ id, cost }: QuestionFindings['question/hints-cost-too-much']) {
    return {
      message: `The hints of the question ${code(id)} cost ${percent(cost)} of its points together, more than there are.`,
      help: 'Lower `cost` until all of them cost at most 100%.',
    };
  },
});
