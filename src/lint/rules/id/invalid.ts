import type { LoadFindings } from '../../../load/findings.ts';
import { problemInWords } from '../../id-problem.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const idInvalid = defineRule({
  id: 'id/invalid',
  severity: 'error',
  why: 'Progress is kept under ids, and ids become addresses and file names on every system.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items:
    - { type: hurdles, id: "my section!", title: Mine, items: [flour] }
`,
    },
    good: {
      'course.yaml': `pathway:
  type: linear
  items:
    - { type: hurdles, id: my-section, title: Mine, items: [flour] }
`,
    },
  },
  message(args: LoadFindings['id/invalid']) {
    const origin =
      args.from === 'path'
        ? `The id ${code(args.id)}, made from the file's name,`
        : `The ${args.of} id ${code(args.id)}`;
    return {
      message: `${origin} ${problemInWords(args.problem)}.`,
      help:
        args.from === 'path'
          ? `Rename the file, or give it an id in its front matter or first line: ${code(`id: ${args.suggestion}`)}.`
          : `Use ${code(args.suggestion)}: letters, digits, \`-\`, \`_\` and \`.\`, in parts joined by \`/\`.`,
    };
  },
});
