import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionMarkedUpAnswer = defineRule({
  id: 'question/marked-up-answer',
  severity: 'error',
  why: 'What learners type is compared as plain text, so only who types the signs of Markdown, too, would be right.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#product type=short-text}
Which expression is the volume of a box of 2 by 3 by 4?

- [x] 2*3*4
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#product type=short-text}
Which expression is the volume of a box of 2 by 3 by 4?

- [x] \`2*3*4\`
:::
`,
    },
  },
  message({ id, text }: QuestionFindings['question/marked-up-answer']) {
    return {
      message: `The text ${code(text)} of the question ${code(id)} holds signs of Markdown, and what learners type is plain text.`,
      help: 'Write it without them; if they are to be typed, write the whole text as code, between backticks.',
    };
  },
});
