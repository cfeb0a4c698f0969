import { countAsked } from '../../../model/attempt.ts';
import type { Quiz } from '../../../model/course.ts';
import { besideMark, count, percent } from '../../../model/quantities.ts';
import { possibleShares } from '../../../proof/scores.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

/** Authors write `66%` for two of three: a mark that is met within a percentage point is met. */
const ROUNDED = 0.01;
const TINY = 1e-9;

export const assessmentInexactPass = defineRule({
  id: 'assessment/inexact-pass',
  severity: 'warning',
  why: 'Few questions add up to few scores. A mark between two of them asks for the next one above, which can be far more than it says: 80 % of three questions is all of them. Learners read the mark and are failed by another one.',
  examples: {
    bad: {
      'quizzes/test.yaml': `title: Test
pass: 80%
questions:
  - id: strong
    prompt: Which flour is strong?
    options: [{ text: Bread flour, correct: true }, { text: Cake flour }]
    explanation: Bread flour has the most protein.
  - id: wake
    prompt: What wakes yeast?
    options: [{ text: Water, correct: true }, { text: Salt }]
    explanation: Yeast needs water.
  - id: slow
    prompt: What slows yeast down?
    options: [{ text: Cold, correct: true }, { text: Warmth }]
    explanation: Dough can wait in the cold.
`,
    },
    good: {
      'quizzes/test.yaml': `title: Test
pass: 66%
questions:
  - id: strong
    prompt: Which flour is strong?
    options: [{ text: Bread flour, correct: true }, { text: Cake flour }]
    explanation: Bread flour has the most protein.
  - id: wake
    prompt: What wakes yeast?
    options: [{ text: Water, correct: true }, { text: Salt }]
    explanation: Yeast needs water.
  - id: slow
    prompt: What slows yeast down?
    options: [{ text: Cold, correct: true }, { text: Warmth }]
    explanation: Dough can wait in the cold.
`,
    },
  },
  message(args: {
    readonly pass: number;
    readonly asks: number;
    readonly below: number;
    /** Where all questions count alike: how many there are. */
    readonly questions?: number;
  }) {
    const { pass, asks, below, questions } = args;
    const of = (share: number) =>
      questions === undefined ? '' : ` (${Math.round(share * questions)} of ${questions})`;
    const scores =
      questions === undefined
        ? 'No score that its questions add up to is'
        : `With ${count(questions, 'question')} no score is`;
    return {
      message: `${scores} ${percent(pass)}: this pass mark really asks for ${percent(asks)}${of(asks)}, since ${percent(besideMark(below, pass))}${of(below)} is not enough.`,
      help: `Write ${code(`pass: ${whole(asks)}%`)} if that is what you mean, ${below > 0 ? `${code(`pass: ${whole(below)}%`)} if the score below is enough, ` : ''}or change the number of questions.`,
    };
  },
  *check({ items, loaded, broken }) {
    for (const [id, source] of loaded.quizzes) {
      const quiz = items.get(id);
      // With confidence a score hangs on how sure learners are as well.
      if (quiz?.kind !== 'quiz' || source.pass === undefined || quiz.settings?.confidence) continue;
      // A mark that was refused stands in for nobody knows what.
      if (broken(source.pass.span)) continue;
      const found = nextScores(quiz, source.pass.value);
      if (found !== undefined) yield { args: { pass: source.pass.value, ...found }, span: source.pass.span };
    }
  },
});

/** The lowest score that passes and the highest that does not, where the mark is far from both. */
function nextScores(quiz: Quiz, pass: number) {
  const shares = [...possibleShares(quiz)].sort((a, b) => a - b);
  const asks = shares.find((share) => share >= pass - TINY);
  const below = shares.findLast((share) => share < pass - TINY);
  // With two scores any mark means the same, and one that nobody meets is the proof's to tell.
  if (asks === undefined || below === undefined || shares.length < 3 || asks - pass < ROUNDED)
    return undefined;
  const questions = alike(quiz);
  return { asks, below, ...(questions !== undefined && { questions }) };
}

/** How many questions an attempt asks, if each is worth the same and is right or wrong. */
function alike(quiz: Quiz): number | undefined {
  const [first] = quiz.questions;
  const isAlike = quiz.questions.every(
    ({ points, outcomes }) =>
      points === first?.points && outcomes.every((share) => share === 0 || share === 1),
  );
  return isAlike ? countAsked(quiz) : undefined;
}

function whole(share: number): number {
  return Math.floor(share * 100 + TINY);
}
