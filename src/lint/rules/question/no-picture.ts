import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionNoPicture = defineRule({
  id: 'question/no-picture',
  severity: 'error',
  why: 'The places of regions are places on a picture.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#engine}
Which of these turns the bicycle around?

- [x] The bar at the top \`rect 60 10 20 10\`
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
  message({ id }: QuestionFindings['question/no-picture']) {
    return {
      message: `The question ${code(id)} has regions and no picture.`,
      help: 'Put it above the regions: `![What it shows](/assets/picture.svg)`.',
    };
  },
});
