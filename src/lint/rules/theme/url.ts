import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const themeUrl = defineRule({
  id: 'theme/url',
  severity: 'warning',
  why: 'What the style sheet names and the site does not carry is missing from every page, or loads from another site that then sees every learner.',
  examples: {
    bad: {
      'course.yaml': 'theme: { css: theme/theme.css }\npathway: { type: linear, items: [flour] }\n',
      'theme/theme.css': 'body { background: url(missing.png) }\n',
    },
    good: {
      'course.yaml': 'theme: { css: theme/theme.css }\npathway: { type: linear, items: [flour] }\n',
      'theme/theme.css': 'body { background: url(paper.svg) }\n',
      'theme/paper.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    },
  },
  message({ file, target, problem }: CompileFindings['theme/url']) {
    const why =
      problem === 'remote'
        ? 'which loads from another site'
        : problem === 'import'
          ? 'and style sheets that it imports are not carried'
          : 'which is no file of the course';
    return {
      message: `The style sheet ${code(file)} names ${code(target)}, ${why}.`,
      help:
        problem === 'import'
          ? 'Copy its rules into the style sheet.'
          : 'Copy the file into the course folder, and name it relative to the style sheet.',
    };
  },
});
