import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionShortScale = defineRule({
  id: 'question/short-scale',
  severity: 'error',
  why: 'With one step there is nothing to rate.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#habits type=likert scale="Never"}
How often is this true of you?

- I weigh the flour.
- I write down the times.
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#habits type=likert scale="Never, Often, Always"}
How often is this true of you?

- I weigh the flour.
- I write down the times.
:::
`,
    },
  },
  message({ id, step }: QuestionFindings['question/short-scale']) {
    return {
      message: `The scale of the question ${code(id)} has one step only: ${code(step)}.`,
      help: 'Write its steps in their order: `scale="Never, Often, Always"` in Markdown, `scale: [Never, Often, Always]` in YAML. Left out, it is agreement in five steps.',
    };
  },
});
