import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code, didYouMean } from '../../words.ts';

export const pathwayUnknownItem = defineRule({
  id: 'pathway/unknown-item',
  severity: 'error',
  why: 'Learners would miss a part of the course.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items: [flour, watr]
`,
    },
    good: {
      'course.yaml': `pathway:
  type: linear
  items: [flour, water]
`,
    },
  },
  message(args: LoadFindings['pathway/unknown-item']) {
    return {
      message: `The section ${code(args.section)} holds ${code(args.id)}, but there is no module or quiz of that id.${didYouMean(args.suggestion)}`,
      help: `Write the file (${code(`modules/${args.id}.md`)} or ${code(`quizzes/${args.id}.yaml`)}), or correct the id.`,
    };
  },
});
