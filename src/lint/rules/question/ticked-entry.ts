import type { QuestionFindings } from '../../../questions/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

const HELP: Readonly<Record<string, string>> = {
  poll: 'Write `- ` without a box; or leave out `type=poll`, if there is a right answer.',
  reflection: 'Write `- [ ]`: learners tick what they find in their answers.',
};

export const questionTickedEntry = defineRule({
  id: 'question/ticked-entry',
  severity: 'error',
  why: 'Nothing of it is right or wrong, so the tick is lost.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#when type=poll}
When do you bake?

- [x] In the morning
- [ ] At night
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#when type=poll}
When do you bake?

- In the morning
- At night
:::
`,
    },
  },
  message({ id, type, text }: QuestionFindings['question/ticked-entry']) {
    return {
      message: `The question ${code(id)} is of type ${code(type)}, of which nothing is right, and ${code(text)} is ticked.`,
      help: HELP[type] ?? 'Write `- ` without a box.',
    };
  },
});
