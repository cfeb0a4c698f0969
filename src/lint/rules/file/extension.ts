import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const fileExtension = defineRule({
  id: 'file/extension',
  severity: 'warning',
  why: 'Modules end in .md and quizzes in .yaml. A file with another ending is not part of the course, which is easily overlooked.',
  examples: {
    bad: {
      'quizzes/basics.yml': `title: Basics
questions: []
`,
    },
    good: {
      'quizzes/test.yaml': `title: Test
questions:
  - id: q1
    prompt: Which is a grain?
    options: [{ text: Rye, correct: true }, { text: Salt }]
`,
    },
  },
  message(args: LoadFindings['file/extension']) {
    return {
      message: `This file is not read, because its name ends in ${code(args.found)}.`,
      help: `Rename it so that it ends in ${code(args.expected)}.`,
    };
  },
});
