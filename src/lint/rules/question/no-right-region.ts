import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionNoRightRegion = defineRule({
  id: 'question/no-right-region',
  severity: 'error',
  why: 'Nobody can answer it, so nobody can pass the quiz or finish the module.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#engine}
Which of these turns the bicycle around?

![A bicycle from the side](/assets/bicycle.svg)

- [ ] The bar at the top \`rect 60 10 20 10\`
- [ ] The bar at the bottom \`rect 40 60 20 10\`
:::
`,
      'assets/bicycle.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"/>',
    },
    good: {
      'modules/page.md': `:::question{#engine}
Which of these turns the bicycle around?

![A bicycle from the side](/assets/bicycle.svg)

- [x] The bar at the top \`rect 60 10 20 10\`
- [ ] The bar at the bottom \`rect 40 60 20 10\`
:::
`,
      'assets/bicycle.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"/>',
    },
  },
  message({ id }: QuestionFindings['question/no-right-region']) {
    return {
      message: `The question ${code(id)} has no right region, so nobody can get it right.`,
      help: 'Mark it: `- [x]` in Markdown, `correct: true` in YAML.',
    };
  },
});
