import { certificateAsides } from '../../certificate.ts';
import { defineRule } from '../../rule.ts';
import { choices, code } from '../../words.ts';

export const pathNeedsHidden = defineRule({
  id: 'path/needs-hidden',
  severity: 'error',
  why: 'Work on a way that learners did not take, or on something that is hidden from them, must never be required: they cannot do it.',
  examples: {
    bad: {
      'course.yaml': `complete: { completed: a }
pathway:
  type: dynamic-branching
  choose: 1
  options:
    - { id: a, title: A, items: [flour] }
    - { id: b, title: B, items: [water] }
`,
    },
    good: {
      'course.yaml': `complete: { completed: pathway }
pathway:
  type: dynamic-branching
  choose: 1
  options:
    - { id: a, title: A, items: [flour] }
    - { id: b, title: B, items: [water] }
`,
    },
  },
  message(
    args:
      | { readonly type: 'trap'; readonly everyone: boolean; readonly clause: string; readonly help: string }
      | {
          readonly type: 'certificate';
          readonly item: string;
          readonly option: string;
          readonly section: string;
          readonly others: readonly string[];
        },
  ) {
    if (args.type === 'trap') {
      const who = args.everyone ? 'Nobody can' : 'Some learners can never';
      return { message: `${who} finish the course: ${args.clause}.`, help: args.help };
    }
    const { item, option, section, others } = args;
    const where = item === option ? 'an option' : `which lies in the option ${code(option)}`;
    return {
      message: `The certificate asks for ${code(item)}, ${where} of ${code(section)}: learners who take ${choices(others)} finish the course and never get it.`,
      help: `Ask for the whole section (${code(`completed: ${section}`)}), or put what the other options offer beside it under ${code('any')}. If the certificate is meant for this option alone, say so: add ${code(`chosen: ${option}`)}.`,
    };
  },
  *check(context) {
    for (const { rule, span, related, witness, cause, everyone } of context.verdicts()) {
      if (rule !== 'path/needs-hidden' || cause === undefined) continue;
      const { clause, help } = cause;
      yield { args: { type: 'trap' as const, everyone, clause, help }, span, related, witness };
    }
    for (const { span, related, ...aside } of certificateAsides(context))
      yield { args: { type: 'certificate' as const, ...aside }, span, related };
  },
});
