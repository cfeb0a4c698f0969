import { blocksInWords } from '../../cause-words.ts';
import { whyNever } from '../../never.ts';
import { defineRule } from '../../rule.ts';
import type { Blocks } from '../../verdicts.ts';
import { code } from '../../words.ts';

export const pathDeadItem = defineRule({
  id: 'path/dead-item',
  severity: 'error',
  why: 'What stays hidden from every learner was written for nobody; often it is the help that somebody was meant to get.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items:
    - flour
    - test
    - { item: water, when: { passed: test } }
`,
      'quizzes/test.yaml': `title: Test
questions:
  - id: q1
    prompt: Which flour is strong?
    options: [{ text: Bread flour, correct: true }, { text: Cake flour }]
`,
    },
    good: {
      'course.yaml': `pathway:
  type: linear
  items:
    - flour
    - basics
    - { item: water, when: { passed: basics } }
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
    const why = args.why === undefined ? 'nothing that a learner can do makes it appear' : args.why;
    return {
      message: `No learner ever sees the ${args.kind} ${code(args.id)}: ${why}.${blocksInWords(args.blocks)}`,
      help: args.help ?? 'Change what it waits for, or remove it.',
    };
  },
  *check(context) {
    const { course, items } = context;
    for (const { rule, finding, span, related, witness, blocks } of context.verdicts()) {
      if (rule !== 'path/dead-item' || finding.type !== 'dead-item' || !course) continue;
      const item = items.get(finding.item);
      if (item === undefined) continue;
      const waits = item.when;
      const never = waits && whyNever(context, course, waits, item);
      const args = { id: item.id, kind: item.kind, why: never?.why, help: never?.help, blocks };
      yield { args, span, related, witness };
    }
  },
});
