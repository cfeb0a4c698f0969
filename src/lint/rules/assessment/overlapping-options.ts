import { choiceSets } from '../../assessed.ts';
import { compared, type Overlap, overlapOf } from '../../overlap.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const assessmentOverlappingOptions = defineRule({
  id: 'assessment/overlapping-options',
  severity: 'warning',
  why: 'Where one answer is part of another, or the same in other letters, a learner who knows can be marked wrong. “Keep choices independent; choices should not be overlapping”: Haladyna, Downing and Rodriguez (2002), Applied Measurement in Education 15(3), 309–334.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#rise}
How many hours does this dough rise at room temperature?

- [ ] 1–5
  > It is still tight then.
- [x] 5–10
  > Yes.
- [ ] 11–15
  > It has fallen together by then.
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#rise}
How many hours does this dough rise at room temperature?

- [ ] 1–5
  > It is still tight then.
- [x] 6–10
  > Yes.
- [ ] 11–15
  > It has fallen together by then.
:::
`,
    },
  },
  message(args: {
    readonly id: string;
    readonly by: 'spelling' | 'range' | 'part';
    readonly text: string;
    readonly other: string;
    readonly shared?: string;
  }) {
    const of = `Options of the question ${code(args.id)}`;
    switch (args.by) {
      case 'spelling':
        return {
          message: `${of} differ in case, accents or punctuation only: ${code(args.other)} and ${code(args.text)}. Learners cannot tell which of them is meant.`,
          help: 'Reword one of them, or remove it.',
        };
      case 'range':
        return {
          message: `${of} overlap: ${code(args.shared ?? '')} belongs to ${code(args.other)} and to ${code(args.text)}, so two answers are right for who gets that.`,
          help: 'Let each begin where the one before has ended.',
        };
      case 'part':
        return {
          message: `${of} overlap: ${code(args.other)} stands word for word in ${code(args.text)}, so whoever is right about the one may be right about the other.`,
          help: 'Reword them so that only one of them can be right.',
        };
    }
  },
  *check(context) {
    for (const { questions } of context.assessed()) {
      for (const question of questions) {
        const sole = new Set(choiceSets(question).map(({ choices }) => choices));
        for (const set of question.choices ?? []) {
          const answers = set.map((choice) => ({ choice, as: compared(choice.text) }));
          for (const [i, { choice, as }] of answers.entries()) {
            let overlap: Overlap | undefined;
            const other = answers.find((each, k) => {
              overlap = k < i ? overlapOf(each.as, as, sole.has(set)) : undefined;
              return k >= i || overlap !== undefined;
            })?.choice;
            if (overlap === undefined || other === undefined) continue;
            const isSwapped = overlap.by === 'part' && overlap.longer === 'first';
            const [short, long] = isSwapped ? [choice, other] : [other, choice];
            yield {
              args: {
                id: question.question.id.value,
                by: overlap.by,
                text: long.text.text,
                other: short.text.text,
                ...(overlap.by === 'range' && { shared: overlap.shared }),
              },
              span: choice.span,
              related: [{ message: 'the other one', span: other.span }],
            };
          }
        }
      }
    }
  },
});
