import { isChoice } from '../../../questions/choice/types.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionNoCorrectOption = defineRule({
  id: 'question/no-correct-option',
  severity: 'error',
  why: 'Nobody can answer it, so nobody can pass the quiz or finish the module.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [ ] Bread flour
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
      message: `The question ${code(args.id)} has no right answer, so nobody can get it right.`,
      help: 'Mark it: `- [x]` in Markdown, `correct: true` in YAML.',
    };
  },
  *check({ questions, broken }) {
    for (const { question } of questions) {
      if (!isChoice(question) || broken(question.span)) continue;
      if (question.options.length > 0 && !question.options.some((option) => option.correct))
        yield { args: { id: question.id.value }, span: question.id.span };
    }
  },
});
