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
    const { folded, misnamed, suggestion } = args;
    const holds = `The section ${code(args.section)} holds ${code(args.id)}`;
    if (folded !== undefined) {
      return {
        message: `${holds}: that is ${folded.length} entries in one, since an entry below ${code(folded[0] ?? '')} is indented further than it.`,
        help: `Let each ${code('- id')} begin in the same column.`,
      };
    }
    if (misnamed !== undefined) {
      const wanted = `${args.id.slice(args.id.lastIndexOf('/') + 1)}${misnamed.startsWith('modules/') ? '.md' : '.yaml'}`;
      return {
        message: `${holds}, but ${code(misnamed)} is not read, because its name does not end as it should.`,
        help: `Rename the file to ${code(wanted)}.`,
      };
    }
    return {
      message: `${holds}, but there is no module or quiz of that id.${didYouMean(suggestion)}`,
      help:
        suggestion === undefined
          ? `Write the file (${code(`modules/${args.id}.md`)} or ${code(`quizzes/${args.id}.yaml`)}), or correct the id.`
          : 'Correct the id. It is the path of the file below `modules/` or `quizzes/` without its ending, unless the file says another `id`.',
    };
  },
});
