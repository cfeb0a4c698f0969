import { defineRule, type Words } from '../../rule.ts';
import { code } from '../../words.ts';

/** Why a comment that should switch a rule off does nothing. */
export type SuppressionProblem = 'unknown-comment' | 'unknown-rule' | 'error' | 'no-reason' | 'unused';

/** What a comment speaks of: what stands behind `course-disable-`. */
export type SuppressionScope = 'next-line' | 'next-question' | 'file';

export const suppressionInvalid = defineRule({
  id: 'suppression/invalid',
  severity: 'warning',
  why: 'A comment that switches off nothing gives false comfort, and one without a reason helps nobody who reads it later.',
  examples: {
    bad: {
      'modules/page.md': `<!-- course-disable-next-line media/missing-captions: the film has no sound -->
Flour is mostly starch.
`,
    },
    good: {
      'modules/page.md': `<!-- course-disable-next-line media/missing-captions: the film has no sound -->
::video[Kneading]{src=/assets/knead.mp4}
`,
      'assets/knead.mp4': 'x',
    },
  },
  message(args: {
    /** As written. */
    readonly scope: string;
    readonly rule: string;
    readonly problem: SuppressionProblem;
  }) {
    const { scope, rule, problem } = args;
    switch (problem) {
      case 'unknown-comment':
        return {
          message: `This comment switches nothing off: ${code(scope === '' ? 'course-disable' : `course-disable-${scope}`)} means nothing.`,
          help: 'Write `course-disable-next-line`, `course-disable-next-question` or `course-disable-file`, then the rule and `: …`, the reason.',
        };
      case 'unknown-rule':
        return {
          message:
            rule === ''
              ? 'This comment switches nothing off: it does not name a rule.'
              : `This comment switches nothing off: there is no rule ${code(rule)}.`,
          help: 'Name the rule as it is printed, such as `media/missing-captions`.',
        };
      case 'error':
        return {
          message: `${code(rule)} is an error, and errors cannot be switched off: learners would meet them.`,
          help: 'Correct what it finds, and remove the comment.',
        };
      case 'no-reason':
        return {
          message: `This comment does not say why ${code(rule)} is switched off, so it does nothing.`,
          help: `Add the reason: ${code(`course-disable-${scope} ${rule}: …`)}.`,
        };
      case 'unused':
        return unused(scope, rule);
    }
  },
});

function unused(scope: string, rule: string): Words {
  if (scope === 'file')
    return {
      message: `${code(rule)} finds nothing in this file, so this comment does nothing.`,
      help: 'Remove it.',
    };
  return scope === 'next-question'
    ? {
        message: `${code(rule)} finds nothing in the question below, so this comment does nothing.`,
        help: 'Remove it, or move it to just above the question that it is about.',
      }
    : {
        message: `${code(rule)} finds nothing in the next line, so this comment does nothing.`,
        help: 'Remove it, or move it to just above the line that it is about.',
      };
}
