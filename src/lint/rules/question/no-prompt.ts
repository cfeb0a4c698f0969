import { isBlank } from '../../fragment.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionNoPrompt = defineRule({
  id: 'question/no-prompt',
  severity: 'error',
  why: 'Options alone ask nothing.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#protein}
- [x] Bread flour
- [ ] Cake flour
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
      message: `The question ${code(args.id)} asks nothing: there is no text before its options.`,
      help: 'Write the question above the options.',
    };
  },
  *check({ questions, broken }) {
    for (const { question } of questions) {
      if (broken(question.span)) continue;
      if (isBlank(question.prompt)) yield { args: { id: question.id.value }, span: question.id.span };
    }
  },
});
