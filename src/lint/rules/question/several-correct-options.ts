import { isChoice } from '../../../questions/choice/types.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionSeveralCorrectOptions = defineRule({
  id: 'question/several-correct-options',
  severity: 'error',
  why: 'Learners may choose one option only, and the others that are right would count as wrong.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#protein type=single}
Which flour has the most protein?

- [x] Bread flour
- [x] Spelt flour
- [ ] Cake flour
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#protein type=multiple}
Which flour has the most protein?

- [x] Bread flour
- [x] Spelt flour
- [ ] Cake flour
:::
`,
    },
  },
  message(args: { readonly id: string; readonly count: number }) {
    return {
      message: `The question ${code(args.id)} is single choice and has ${args.count} right answers; learners can give only one.`,
      help: 'Leave one of them marked, or make it `type: multiple` (`type=multiple` in Markdown).',
    };
  },
  *check({ questions, broken }) {
    for (const { question } of questions) {
      if (!isChoice(question) || broken(question.span)) continue;
      const right = question.options.filter((option) => option.correct);
      const [first] = right;
      if (question.type !== 'single' || first === undefined || right.length < 2) continue;
      yield {
        args: { id: question.id.value, count: right.length },
        span: question.id.span,
        related: right.map((option) => ({ message: 'marked as right', span: option.span })),
      };
    }
  },
});
