import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionMisspeltUnit = defineRule({
  id: 'question/misspelt-unit',
  severity: 'warning',
  why: 'A word that is no known unit counts as a unit of its own, which learners would have to write just like that.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#way type=numeric unit="kilometrs"}
How far is it to the hut?

- [x] 12
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#way type=numeric unit="km"}
How far is it to the hut?

- [x] 12
:::
`,
    },
  },
  message({ id, unit, suggestion }: QuestionFindings['question/misspelt-unit']) {
    return {
      message: `The unit ${code(unit)} of the question ${code(id)} is not known and counts as a word of its own. Did you mean ${code(suggestion)}?`,
      help: `Write ${code(suggestion)}: learners may write its name instead of the symbol as well.`,
    };
  },
});
