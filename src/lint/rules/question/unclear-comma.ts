import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

const question = (values: string) => ({
  'modules/page.md': `:::question{#rise type=calculated}
A lift rises {v} m in each second. How high does it get in {t} s?

| variable | values |
| --- | --- |
| v | ${values} |
| t | 10, 20 |

- [x] \`v * t\`
:::
`,
});

export const questionUnclearComma = defineRule({
  id: 'question/unclear-comma',
  severity: 'error',
  why: 'Learners would be asked about other values than the author means.',
  examples: { bad: question('1,5, 2,5'), good: question('1,5; 2,5') },
  message({ id, name, text }: QuestionFindings['question/unclear-comma']) {
    return {
      message: `In the values ${code(text)} of the variable ${code(name)} of the question ${code(id)} a comma may part two values, or be a decimal sign.`,
      help: 'Put a semicolon and a blank between the values: `1; 5` are two of them, `1,5; 2,5` are as well.',
    };
  },
});
