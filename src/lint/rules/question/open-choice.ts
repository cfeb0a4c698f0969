import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionOpenChoice = defineRule({
  id: 'question/open-choice',
  severity: 'error',
  why: 'Without its second bracket it is not the right choice of a menu, but something that has to be typed, brackets and all.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#capital}
The capital of France is [[Lyon|(Paris|Nice]].
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#capital}
The capital of France is [[Lyon|(Paris)|Nice]].
:::
`,
    },
  },
  message({ id, text }: QuestionFindings['question/open-choice']) {
    return {
      message: `In a blank of the question ${code(id)} a bracket of ${code(text)} is missing, so it is not read as the right choice.`,
      help: `Write ${code(`(${text.replace(/^\(|\)$/g, '')})`)}.`,
    };
  },
});
