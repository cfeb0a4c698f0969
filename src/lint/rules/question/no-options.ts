import { isChoice } from '../../../questions/choice/types.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionNoOptions = defineRule({
  id: 'question/no-options',
  severity: 'error',
  why: 'There is nothing to answer with.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

Think.
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
      message: `The question ${code(args.id)} has no options, so nobody can answer it.`,
      help: 'Write them as a list, `- [x]` before each right one and `- [ ]` before the others. A question of another type says so, as in `type=matching`: what is missing is then named.',
    };
  },
  *check({ questions, broken }) {
    for (const { question } of questions) {
      if (!isChoice(question) || broken(question.span)) continue;
      if (question.options.length === 0) yield { args: { id: question.id.value }, span: question.id.span };
    }
  },
});
