import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const moduleDoneWithoutQuestions = defineRule({
  id: 'module/done-without-questions',
  severity: 'error',
  why: 'It is done when its questions are answered, and it has none.',
  examples: {
    bad: {
      'modules/page.md': `---
done: questions
---

Flour is mostly starch.
`,
    },
    good: {
      'modules/page.md': `---
done: questions
---

:::question{#protein}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour
:::
`,
    },
  },
  message(args: { readonly id: string }) {
    return {
      message: `The module ${code(args.id)} is done when its questions are answered, but it has none.`,
      help: 'Add a question, or remove `done: questions`.',
    };
  },
  *check({ loaded }) {
    for (const [id, page] of loaded.pages) {
      if (page.meta.done.type !== 'questions' || page.questions.length > 0) continue;
      yield { args: { id }, span: page.meta.title.span };
    }
  },
});
