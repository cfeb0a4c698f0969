import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionRegionsOverlap = defineRule({
  id: 'question/regions-overlap',
  severity: 'warning',
  why: 'Where two regions overlap nobody can tell which one is meant.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#engine}
Which of these turns the bicycle around?

![A bicycle from the side](/assets/bicycle.svg)

- [x] The bar at the top \`rect 60 10 20 10\`
- [ ] The bar at the bottom \`rect 50 15 20 10\`
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
  message({ id, first, second }: QuestionFindings['question/regions-overlap']) {
    return {
      message: `Two regions of the question ${code(id)} overlap${first === '' || second === '' ? '' : `: ${code(first)} and ${code(second)}`}.`,
      help: 'Make one of them smaller, or move it.',
    };
  },
});
