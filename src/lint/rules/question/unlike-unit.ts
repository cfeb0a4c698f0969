import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionUnlikeUnit = defineRule({
  id: 'question/unlike-unit',
  severity: 'error',
  why: 'Nobody can give the answer in a unit that measures something else.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#fall type=numeric unit="m/s" units="km"}
How fast does a stone fall after one second?

- [x] 9.81
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#fall type=numeric unit="m/s" units="km/h"}
How fast does a stone fall after one second?

- [x] 9.81
:::
`,
    },
  },
  message({ id, unit, asked }: QuestionFindings['question/unlike-unit']) {
    return {
      message: `The question ${code(id)} asks for ${code(asked)} and accepts ${code(unit)}, which measures something else.`,
      help: 'List under `units` only those into which the answer can be converted.',
    };
  },
});
