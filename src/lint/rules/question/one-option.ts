import { isChoice } from '../../../questions/choice/types.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionOneOption = defineRule({
  id: 'question/one-option',
  severity: 'warning',
  why: 'With one option there is nothing to decide.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [x] Bread flour
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour
:::
`,
    },
  },
  message(args: { readonly id: string }) {
    return {
      message: `The question ${code(args.id)} has one option only, so there is nothing to decide.`,
      help: 'Add options that a learner could take for right.',
    };
  },
  *check({ questions, broken }) {
    for (const { question } of questions) {
      if (!isChoice(question) || broken(question.span)) continue;
      if (question.options.length === 1) yield { args: { id: question.id.value }, span: question.id.span };
    }
  },
});
