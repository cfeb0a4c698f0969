import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionRegionWithoutText = defineRule({
  id: 'question/region-without-text',
  severity: 'warning',
  why: 'Who cannot see the picture or point at it chooses from the list below it, and has nothing but a number to go by.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#engine}
Which of these turns the bicycle around?

![A bicycle from the side](/assets/bicycle.svg)

- [x] \`rect 60 10 20 10\`
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
  message({ id }: QuestionFindings['question/region-without-text']) {
    return {
      message: `A region of the question ${code(id)} has no words.`,
      help: 'Say what stands there or where it is, without naming the answer: "The bar at the top".',
    };
  },
});
