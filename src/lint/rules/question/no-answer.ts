import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionNoAnswer = defineRule({
  id: 'question/no-answer',
  severity: 'error',
  why: 'Nobody can get it right, so nobody can pass the quiz or finish the module.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#capital type=short-text}
What is the capital of France?

- [ ] Lyon
  > That is the third largest city.
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#capital type=short-text}
What is the capital of France?

- [x] Paris
- [ ] Lyon
  > That is the third largest city.
:::
`,
    },
  },
  message({ id }: QuestionFindings['question/no-answer']) {
    return {
      message: `The question ${code(id)} accepts no answer, so nobody can get it right.`,
      help: 'Write what is right: after `- [x]` in Markdown, under `answers` or `answer` in YAML.',
    };
  },
});
