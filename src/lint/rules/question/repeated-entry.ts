import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionRepeatedEntry = defineRule({
  id: 'question/repeated-entry',
  severity: 'warning',
  why: 'Of two that read the same, or almost the same, one is never needed, and learners look for a difference that there is not.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#often type=likert scale="Never, Often, Often"}
How often is this true of you?

- I weigh the flour.
- I write down the times.
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#often type=likert scale="Never, Often, Always"}
How often is this true of you?

- I weigh the flour.
- I write down the times.
:::
`,
    },
  },
  message({ id, of, text, first }: QuestionFindings['question/repeated-entry']) {
    const nouns = {
      distractor: 'distractor',
      'right side': 'right side',
      step: 'step of the scale',
      value: 'value',
    };
    return {
      message:
        text === first
          ? `The ${nouns[of]} ${code(text)} of the question ${code(id)} stands there twice.`
          : `The ${nouns[of]}s ${code(first)} and ${code(text)} of the question ${code(id)} differ in their capital letters only.`,
      help:
        text === first
          ? 'Remove one of them, or reword it.'
          : 'Write both the same way, or reword one of them.',
    };
  },
});
