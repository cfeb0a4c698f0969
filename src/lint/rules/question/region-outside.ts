import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionRegionOutside = defineRule({
  id: 'question/region-outside',
  severity: 'error',
  why: 'What lies outside the picture cannot be seen, and perhaps not be chosen.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#engine}
Which of these turns the bicycle around?

![A bicycle from the side](/assets/bicycle.svg)

- [x] The bar at the top \`rect 85 10 20 10\`
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
  message({ id, area }: QuestionFindings['question/region-outside']) {
    return {
      message: `The region ${code(area)} of the question ${code(id)} reaches beyond the picture.`,
      help: 'Numbers are percent of the picture, not pixels: from the left and from the top, 0 to 100.',
    };
  },
});
