import { itemWriting } from '../../item-writing.ts';
import { defineRule } from '../../rule.ts';
import { wordsOf } from '../../wording.ts';
import { code } from '../../words.ts';

export const assessmentAllOfTheAbove = defineRule({
  id: 'assessment/all-of-the-above',
  severity: 'warning',
  why: 'Who knows that two answers are right need not look at the third, and who knows one to be wrong can leave it out; and “above” means nothing once options are shuffled. “Avoid all-of-the-above”: Haladyna, Downing and Rodriguez (2002), Applied Measurement in Education 15(3), 309–334; one of the flaws counted by Tarrant and others (2006), Nurse Education in Practice 6(6), 354–363.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#water}
What does water do in dough?

- [ ] It wakes the yeast
  > That too.
- [ ] It feeds the yeast
  > The starch does.
- [x] All of the above
  > Yes.
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#water}
What does water do in dough?

- [x] It wakes the yeast
  > Yes.
- [x] It lets gluten form
  > Yes.
- [ ] It feeds the yeast
  > The starch does.
:::
`,
    },
  },
  message({ id, text }: { readonly id: string; readonly text: string }) {
    return {
      message: `${code(text)} in the question ${code(id)} can be answered by knowing a part of it, and points at options that shuffling moves.`,
      help: 'Leave it out, and let learners choose all that is right: mark each right option (multiple choice).',
    };
  },
  *check(context) {
    const words = itemWriting(context.course?.language);
    if (words === undefined) return;
    for (const { questions } of context.assessed()) {
      for (const { question, choices = [] } of questions) {
        for (const { text, span } of choices.flat()) {
          if (words.allOfTheAbove.test(wordsOf(text.text).join(' ')))
            yield { args: { id: question.id.value, text: text.text }, span };
        }
      }
    }
  },
});
