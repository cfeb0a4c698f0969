import { whyNever } from '../../never.ts';
import { defineRule } from '../../rule.ts';

export const pathDeadCertificate = defineRule({
  id: 'path/dead-certificate',
  severity: 'error',
  why: 'Learners finish the whole course, and none of them ever gets the certificate that it promises.',
  examples: {
    bad: {
      'course.yaml': `certificate: { title: Baker, when: { all: [{ completed: a }, { completed: b }] } }
pathway:
  type: dynamic-branching
  choose: 1
  options:
    - { id: a, title: A, items: [flour] }
    - { id: b, title: B, items: [water] }
`,
    },
    good: {
      'course.yaml': `certificate: { title: Baker, when: { completed: pathway } }
pathway:
  type: dynamic-branching
  choose: 1
  options:
    - { id: a, title: A, items: [flour] }
    - { id: b, title: B, items: [water] }
`,
    },
  },
  message(args: { readonly why: string; readonly help: string | undefined }) {
    return {
      message: `Nobody who finishes the course ever gets the certificate: ${args.why}.`,
      help:
        args.help ??
        'Ask for something that one learner can do (`any` holds when one of several does), or remove the condition: without `when` everyone who finishes gets it.',
    };
  },
  *check(context) {
    const { course } = context;
    for (const { rule, span } of context.verdicts()) {
      if (rule !== 'path/dead-certificate' || !course?.certificate?.when) continue;
      const { why, help } = whyNever(context, course, course.certificate.when);
      yield { args: { why, help }, span };
    }
  },
});
