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
  message(args: { readonly id: string; readonly poll: boolean }) {
    return {
      message: `The question ${code(args.id)} has one option only, so there is nothing to decide.`,
      help: args.poll
        ? 'Add what else learners could take.'
        : 'Add options that a learner could take for right.',
    };
  },
  *check({ questions, broken }) {
    for (const { question } of questions) {
      if ((!isChoice(question) && question.type !== 'poll') || broken(question.span)) continue;
      if (question.options.length === 1)
        yield { args: { id: question.id.value, poll: question.type === 'poll' }, span: question.id.span };
    }
  },
});
