import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { choices, code } from '../../words.ts';

export const questionNotANumber = defineRule({
  id: 'question/not-a-number',
  severity: 'error',
  why: 'What is no number cannot be compared with what a learner types.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#fall type=numeric unit="m/s"}
How fast does a stone fall after one second?

- [x] 9.81 m/s
- [ ] 981
  > That is in cm/s.
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#fall type=numeric unit="m/s"}
How fast does a stone fall after one second?

- [x] 9.81
- [ ] 981
  > That is in cm/s.
:::
`,
    },
  },
  message({ id, text, readings, word }: QuestionFindings['question/not-a-number']) {
    if (readings !== undefined)
      return {
        message: `In the question ${code(id)} ${code(text)} could be ${choices(readings)}, depending on where one learned to count.`,
        help: `Write ${choices(readings)}: with a point for the decimals, and nothing between thousands.`,
      };
    if (word !== undefined)
      return {
        message: `In the question ${code(id)} stands ${code(text)} where a number is needed.`,
        help: wordHelp(text, word),
      };
    return {
      message: `In the question ${code(id)} stands ${code(text)} where a number is needed, and it cannot be read as one.`,
      help: 'Write the number alone, with a point for the decimals: `9.81`, `-3`, `1.5e3`, `3/4`. Its unit goes into `unit`.',
    };
  },
});

/** What to write for an answer that is a word. */
function wordHelp(
  text: string,
  { form, truth }: NonNullable<QuestionFindings['question/not-a-number']['word']>,
): string {
  if (form === 'markdown')
    return truth === undefined
      ? 'For an answer in words name the type: `type=short-text`.'
      : 'For a statement that is true or false name the type: `type=true-false`.';
  return truth === undefined
    ? `For an answer in words write ${code(`answers: [${text}]`)}.`
    : `For a statement that is true or false write ${code(`answer: ${truth}`)}, without quotes.`;
}
