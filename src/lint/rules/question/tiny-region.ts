import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionTinyRegion = defineRule({
  id: 'question/tiny-region',
  severity: 'warning',
  why: 'Nobody can meet a place of a few pixels with a finger.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#crust}
Where is the crust?

![A loaf](/assets/loaf.svg)

- [x] Here \`rect 10 10 0.5 20\`
- [ ] There \`rect 10 60 80 20\`
  > That is the crumb.
:::
`,
      'assets/loaf.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"/>
`,
    },
    good: {
      'modules/page.md': `:::question{#crust}
Where is the crust?

![A loaf](/assets/loaf.svg)

- [x] Here \`rect 10 10 80 20\`
- [ ] There \`rect 10 60 80 20\`
  > That is the crumb.
:::
`,
      'assets/loaf.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"/>
`,
    },
  },
  message({ id, area }: QuestionFindings['question/tiny-region']) {
    return {
      message: `The region ${code(area)} of the question ${code(id)} is smaller than one percent of the picture.`,
      help: 'Numbers are percentages of the picture, from 0 to 100: `rect LEFT TOP WIDTH HEIGHT`, `circle X Y RADIUS`. Make it larger.',
    };
  },
});
