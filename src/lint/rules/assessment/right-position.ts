import { type ChoiceSet, choiceSets } from '../../assessed.ts';
import { chanceOfAtLeast, UNLIKELY } from '../../chance.ts';
import { defineRule } from '../../rule.ts';

/** As many questions show a habit. */
const LEAST = 5;
/** The share of them that has to be alike. */
const MOST = 0.8;
const SHOWN = 3;

const QUESTIONS = [
  ['flour', 'What is in flour?', 'Starch', 'Fat'],
  ['yeast', 'What is yeast?', 'A fungus', 'A plant'],
  ['salt', 'What slows yeast down?', 'Salt', 'Warmth'],
  ['gas', 'What makes dough rise?', 'A gas', 'Water'],
  ['crust', 'What browns a crust?', 'Heat', 'Salt'],
] as const;

function quiz(shuffle: string): string {
  const questions = QUESTIONS.map(
    ([id, prompt, right, wrong]) => `  - id: ${id}
    prompt: ${prompt}
    options: [{ text: ${right}, correct: true }, { text: ${wrong} }, { text: Sugar }]
    explanation: It is in the module on it.
`,
  );
  return `title: Test\npass: 80%\n${shuffle}questions:\n${questions.join('')}`;
}

export const assessmentRightPosition = defineRule({
  id: 'assessment/right-position',
  severity: 'warning',
  why: 'Authors write the right answer where it comes to their mind, and learners find out. “Vary the location of the right answer according to the number of choices”: Haladyna, Downing and Rodriguez (2002), Applied Measurement in Education 15(3), 309–334.',
  examples: {
    bad: { 'quizzes/test.yaml': quiz('') },
    good: { 'quizzes/test.yaml': quiz('shuffle-options: true\n') },
  },
  message(args: {
    readonly position: number;
    readonly times: number;
    readonly questions: number;
    readonly quiz: boolean;
  }) {
    const { position, times, questions } = args;
    return {
      message: `In ${times} of ${questions} questions of this file the right answer is number ${position}: who takes that one gets them right without knowing anything.`,
      help: args.quiz
        ? 'Write `shuffle-options: true` in the quiz, or put the right answers in different places.'
        : 'Write `shuffle=true` at the questions, or put the right answers in different places.',
    };
  },
  *check(context) {
    for (const { quiz: source, questions } of context.assessed()) {
      const shuffled = source?.settings?.shuffleOptions?.value ?? source?.bank ?? false;
      const sets = questions.flatMap(choiceSets).filter(({ question }) => !(question.shuffle ?? shuffled));
      const found = mostAlike(sets);
      const [first, ...more] = found?.alike ?? [];
      if (found === undefined || first === undefined) continue;
      yield {
        args: {
          position: found.position + 1,
          times: found.alike.length,
          questions: sets.length,
          quiz: source !== undefined,
        },
        span: first.right.span,
        related: more.slice(0, SHOWN).map(({ right }) => ({ message: 'here, too', span: right.span })),
      };
    }
  },
});

/** The questions with the right answer at one place, where that is no chance for any of the places. */
function mostAlike(sets: readonly ChoiceSet[]) {
  if (sets.length < LEAST) return undefined;
  const places = Math.max(...sets.map(({ choices }) => choices.length));
  const at = new Map<number, ChoiceSet[]>();
  for (const set of sets) {
    const position = set.choices.indexOf(set.right);
    const alike = at.get(position);
    if (alike === undefined) at.set(position, [set]);
    else alike.push(set);
  }
  for (const [position, alike] of at) {
    if (alike.length < MOST * sets.length) continue;
    const chances = sets.map(({ choices }) => (position < choices.length ? 1 / choices.length : 0));
    if (places * chanceOfAtLeast(alike.length, chances) < UNLIKELY) return { position, alike };
  }
  return undefined;
}
