import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const courseMissing = defineRule({
  id: 'course/missing',
  severity: 'error',
  why: 'course.yaml says what the course is and in which order it is taken. Without it there is no course.',
  examples: {
    bad: 'A folder without course.yaml.',
    good: {
      'course.yaml': `id: bread
title: Bread
pathway:
  type: linear
  items: [flour, water]
`,
    },
  },
  message(args: LoadFindings['course/missing']) {
    return {
      message: `There is no course.yaml in this folder${args.found === undefined ? '' : `, but there is ${code(args.found)}`}.`,
      help:
        args.found === undefined
          ? 'Name the folder of your course (`course validate my-course`), or begin one with `course init`.'
          : 'If that is your course, rename it or name its folder.',
    };
  },
});
