import { isChoice } from '../../../questions/choice/types.ts';
import { isBlank } from '../../fragment.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const questionEmptyOption = defineRule({
  id: 'question/empty-option',
  severity: 'error',
  why: 'Learners see a button without words.',
  examples: {
    bad: {
      'quizzes/test.yaml': `title: Test
questions:
  - id: protein
    prompt: Which flour has the most protein?
    options:
      - { text: Bread flour, correct: true }
      - { text: "<!-- to do -->" }
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
      message: `An option of the question ${code(args.id)} is empty, so learners see a button without words.`,
      help: 'Write its text, or remove it.',
    };
  },
  *check({ questions, broken }) {
    for (const { question } of questions) {
      if (!isChoice(question)) continue;
      for (const option of question.options) {
        if (isBlank(option.text) && !broken(option.span))
          yield { args: { id: question.id.value }, span: option.span };
      }
    }
  },
});
