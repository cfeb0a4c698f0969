import { itemWriting } from '../../item-writing.ts';
import { defineRule } from '../../rule.ts';
import { wordsOf } from '../../wording.ts';
import { code } from '../../words.ts';

export const assessmentNoneOfTheAbove = defineRule({
  id: 'assessment/none-of-the-above',
  severity: 'warning',
  why: 'Who takes it shows what is wrong, not what is right, and reads the wrong answers as the last thing before going on. To be used with care, if at all: Haladyna, Downing and Rodriguez (2002), Applied Measurement in Education 15(3), 309–334.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#water}
What does water do in dough?

- [x] It wakes the yeast
  > Yes.
- [ ] It feeds the yeast
  > The starch does.
- [ ] None of the above
  > One of them is right.
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#water}
What does water do in dough?

- [x] It wakes the yeast
  > Yes.
- [ ] It feeds the yeast
  > The starch does.
- [ ] It kills the yeast
  > Only boiling water does.
:::
`,
    },
  },
  message({ id, text }: { readonly id: string; readonly text: string }) {
    return {
      message: `${code(text)} in the question ${code(id)} does not show whether a learner knows the right answer, and points at options that shuffling moves.`,
      help: 'Put a likely mistake in its place, or leave it out: three good options are enough.',
    };
  },
  *check(context) {
    const words = itemWriting(context.course?.language);
    if (words === undefined) return;
    for (const { questions } of context.assessed()) {
      for (const { question, choices = [] } of questions) {
        for (const { text, span } of choices.flat()) {
          if (words.noneOfTheAbove.test(wordsOf(text.text).join(' ')))
            yield { args: { id: question.id.value, text: text.text }, span };
        }
      }
    }
  },
});
