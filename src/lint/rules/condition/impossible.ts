import { allPoints, impossibleParts, possibleScores } from '../../impossible.ts';
import { ownerInWords } from '../../owner.ts';
import { defineRule } from '../../rule.ts';

export const conditionImpossible = defineRule({
  id: 'condition/impossible',
  severity: 'error',
  why: 'A condition that contradicts itself, or wants more than the course has, never holds for anybody.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items:
    - flour
    - { item: water, when: { after: 2027-01-01, before: 2026-01-01 } }
`,
    },
    good: {
      'course.yaml': `pathway:
  type: linear
  items:
    - flour
    - { item: water, when: { after: 2026-01-01, before: 2027-01-01 } }
`,
    },
  },
  message(args: { readonly owner: string; readonly reason: string; readonly help: string }) {
    return {
      message: `${args.owner} asks for what can never be: ${args.reason}.`,
      help: args.help,
    };
  },
  *check({ course, items, conditions, loaded, broken }) {
    if (course === undefined) return;
    const scores = new Map<string, readonly number[] | undefined>();
    const scoresOf = (id: string) => {
      if (!scores.has(id)) {
        const quiz = items.get(id);
        // Questions that could not be read are left out of a quiz, and with them some of its scores.
        const isWhole = loaded.quizzes.get(id)?.findings.length === 0;
        scores.set(id, quiz?.kind === 'quiz' && isWhole ? possibleScores(quiz) : undefined);
      }
      return scores.get(id);
    };
    const possible = { items, points: allPoints(course), scores: scoresOf };
    for (const { condition, owner, span } of conditions) {
      if (broken(span)) continue;
      for (const { reason, help } of impossibleParts(condition, possible)) {
        yield { args: { owner: ownerInWords(owner), reason, help }, span };
      }
    }
  },
});
