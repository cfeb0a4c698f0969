import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

const LONG = 'It has been the capital, with interruptions, for more than a thousand years. '.repeat(3).trim();

export const questionLongAnswer = defineRule({
  id: 'question/long-answer',
  severity: 'error',
  why: 'The field takes no more, so nobody can type it.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#paris}
What is said of Paris? [[${LONG}]]
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#paris}
What is Paris? The [[capital]] of France.
:::
`,
    },
  },
  message({ id, text, most }: QuestionFindings['question/long-answer']) {
    return {
      message: `An answer of the question ${code(id)} has ${text.length} characters, and learners can type ${most}: ${code(`${text.slice(0, 40)}…`)}.`,
      help: 'Ask for a few words; for whole sentences there are reflections (`type: reflection`).',
    };
  },
});
