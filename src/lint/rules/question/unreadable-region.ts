import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionUnreadableRegion = defineRule({
  id: 'question/unreadable-region',
  severity: 'error',
  why: 'Learners could not choose it on the picture.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#engine}
Which of these turns the bicycle around?

![A bicycle from the side](/assets/bicycle.svg)

- [x] The bar at the top \`rect 60 10 20\`
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
  message({ id, area }: QuestionFindings['question/unreadable-region']) {
    return {
      message:
        area === undefined
          ? `A region of the question ${code(id)} does not say where it is.`
          : `The region ${code(area)} of the question ${code(id)} cannot be read.`,
      help: 'Write, in percent of the picture: `rect 10 20 30 15` (left, top, width, height) or `circle 50 50 8` (the middle, and the radius in percent of the width).',
    };
  },
});
