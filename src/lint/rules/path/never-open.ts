import { blocksInWords } from '../../cause-words.ts';
import { whyNever } from '../../never.ts';
import { defineRule } from '../../rule.ts';
import type { Blocks } from '../../verdicts.ts';
import { code } from '../../words.ts';

export const pathNeverOpen = defineRule({
  id: 'path/never-open',
  severity: 'error',
  why: 'What learners see and none of them can ever enter was written for nobody, and where it is required, nobody can finish.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items:
    - { item: flour, requires: { completed: water } }
    - water
`,
    },
    good: {
      'course.yaml': `pathway:
  type: linear
  items:
    - flour
    - { item: water, requires: { completed: flour } }
`,
    },
  },
  message(args: {
    readonly id: string;
    readonly kind: 'module' | 'quiz' | 'section';
    readonly why: string | undefined;
    readonly help: string | undefined;
    readonly blocks: Blocks;
  }) {
    const why = args.why === undefined ? '' : `: ${args.why}`;
    return {
      message: `No learner can ever enter the ${args.kind} ${code(args.id)}${why}.${blocksInWords(args.blocks)}`,
      help: args.help ?? 'Wait for something that learners reach before, or remove the condition.',
    };
  },
  *check(context) {
    const { course, items } = context;
    for (const { rule, finding, span, related, witness, blocks } of context.verdicts()) {
      if (rule !== 'path/never-open' || finding.type !== 'never-open' || !course) continue;
      const item = items.get(finding.item);
      if (item === undefined) continue;
      const waits = item.requires ?? item.when;
      const never = waits && whyNever(context, course, waits, item);
      const args = { id: item.id, kind: item.kind, why: never?.why, help: never?.help, blocks };
      yield { args, span, related, witness };
    }
  },
});
