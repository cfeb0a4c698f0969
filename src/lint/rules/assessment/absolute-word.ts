import type { Fragment } from '../../../load/source.ts';
import { choiceSets } from '../../assessed.ts';
import { itemWriting } from '../../item-writing.ts';
import { defineRule } from '../../rule.ts';
import { placeOfWords, wordsOf } from '../../wording.ts';
import { code } from '../../words.ts';

export const assessmentAbsoluteWord = defineRule({
  id: 'assessment/absolute-word',
  severity: 'warning',
  why: 'Little is so without exception, and learners know it: they leave out what says “always” or “never”. “Avoid giving clues to the right answer, such as specific determiners including always, never, completely, and absolutely”: Haladyna, Downing and Rodriguez (2002), Applied Measurement in Education 15(3), 309–334.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#cold}
How does cold change a dough?

- [x] It rises more slowly.
  > Yes.
- [ ] It never rises.
  > It does, overnight.
- [ ] It dries out.
  > Not under a lid.
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#cold}
How does cold change a dough?

- [x] It rises more slowly.
  > Yes.
- [ ] It stops rising.
  > It goes on, overnight.
- [ ] It dries out.
  > Not under a lid.
:::
`,
    },
  },
  message({ id, word }: { readonly id: string; readonly word: string }) {
    return {
      message: `Of the answers to the question ${code(id)} only a wrong one says ${code(word)}: such words give away that it is wrong.`,
      help: 'Say what it claims without the word, or as firmly as the right answer.',
    };
  },
  *check(context) {
    const words = itemWriting(context.course?.language);
    if (words === undefined) return;
    const absolute = ({ text }: Fragment) =>
      wordsOf(text).find(
        (word, i, all) => words.absolute.test(word) && !words.softened.test(all[i - 1] ?? ''),
      );
    for (const { text, questions } of context.assessed()) {
      for (const { question, right, wrong } of questions.flatMap(choiceSets)) {
        if (absolute(right.text) !== undefined || absolute(question.prompt) !== undefined) continue;
        const found = wrong.flatMap((each) => {
          const word = absolute(each.text);
          return word === undefined ? [] : [placeOfWords(text, each.text.span, [word])];
        });
        const [span, ...more] = found;
        if (span === undefined) continue;
        const word = text.slice(span.start, span.end);
        const related = more.map((other) => ({ message: 'and here', span: other }));
        yield { args: { id: question.id.value, word }, span, related };
      }
    }
  },
});
