import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionUnknownUnit = defineRule({
  id: 'question/unknown-unit',
  severity: 'error',
  why: 'Answers in a unit that is not known cannot be converted.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#fall type=numeric unit="m/s" units="km/h, m/sekonds"}
How fast does a stone fall after one second?

- [x] 9.81
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#fall type=numeric unit="m/s" units="km/h, m/sec"}
How fast does a stone fall after one second?

- [x] 9.81
:::
`,
    },
  },
  message({ id, unit, beside }: QuestionFindings['question/unknown-unit']) {
    if (beside !== undefined)
      return {
        message: `The unit ${code(unit)} of the question ${code(id)} is not known, and ${code(beside)} is: answers in that one cannot be converted.`,
        help: 'Write both by their usual symbols, such as `km` and `m`; or accept other words for the same thing only.',
      };
    return {
      message: `The unit ${code(unit)} of the question ${code(id)} is not known, so answers in it cannot be converted.`,
      help: 'Write it by its usual symbols, such as `m/s^2`, `kg*m^2`, `degC` or `J/(kg K)`.',
    };
  },
});
