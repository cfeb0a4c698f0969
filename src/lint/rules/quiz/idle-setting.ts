import { drawnFrom } from '../../../load/draws.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

type Reason = 'one-question' | 'one-attempt' | 'ungraded' | 'kept';

const REASONS: Readonly<Record<Reason, { readonly because: string; readonly help: string }>> = {
  'one-question': {
    because: 'an attempt asks one question only',
    help: 'Ask more questions, or remove the setting.',
  },
  'one-attempt': {
    because: 'there is no second attempt',
    help: 'Raise `attempts`, or remove the setting.',
  },
  ungraded: {
    because: 'no question of the quiz is graded, so no answer is right or wrong',
    help: 'Add a graded question, or remove the setting.',
  },
  kept: {
    because: 'every question of the quiz says `shuffle: false`',
    help: 'Remove that from the questions whose options may change places, or remove the setting.',
  },
};

export const quizIdleSetting = defineRule({
  id: 'quiz/idle-setting',
  severity: 'warning',
  why: 'A setting that changes nothing shows that the quiz works otherwise than its author thinks.',
  examples: {
    bad: {
      'quizzes/test.yaml': `title: Test
pass: 100%
attempts: 1
exhausted: continue
retry: missed
questions:
  - { draw: 1, from: loaf-bank }
`,
      'quizzes/loaf-bank.yaml': `bank: true
questions:
  - id: salt
    tags: [salt]
    prompt: How much salt do bakers use?
    options:
      - { text: "Two percent of the flour", correct: true }
      - { text: "Ten percent of the flour", feedback: That would stop the yeast. }
  - id: yeast
    prompt: What makes dough rise?
    options:
      - { text: Yeast, correct: true }
      - { text: Sugar, feedback: Only as food for what does. }
`,
    },
    good: {
      'quizzes/test.yaml': `title: Test
pass: 100%
attempts: 3
exhausted: continue
retry: missed
questions:
  - { draw: 1, from: loaf-bank }
`,
      'quizzes/loaf-bank.yaml': `bank: true
questions:
  - id: salt
    tags: [salt]
    prompt: How much salt do bakers use?
    options:
      - { text: "Two percent of the flour", correct: true }
      - { text: "Ten percent of the flour", feedback: That would stop the yeast. }
  - id: yeast
    prompt: What makes dough rise?
    options:
      - { text: Yeast, correct: true }
      - { text: Sugar, feedback: Only as food for what does. }
`,
    },
  },
  message(args: { readonly setting: string; readonly reason: Reason }) {
    const { because, help } = REASONS[args.reason];
    return { message: `${code(args.setting)} changes nothing here: ${because}.`, help };
  },
  *check({ loaded }) {
    for (const quiz of loaded.quizzes.values()) {
      const { settings = {}, attempts } = quiz;
      if (quiz.bank || quiz.unreadable) continue;
      const drawn = drawnFrom(quiz, loaded.quizzes);
      const questions = [
        ...quiz.questions,
        ...drawn.flatMap(({ candidates }) => candidates.map(({ question }) => question)),
      ];
      if (questions.length === 0) continue;
      const asked = drawn.reduce(
        (sum, { draw, candidates }) => sum + Math.min(draw.count.value, candidates.length),
        quiz.questions.length,
      );
      const ungraded = questions.every(({ points }) => points === 0);
      const { shuffle, shuffleOptions, oneAtATime, retryMissed, confidence } = settings;
      if (shuffle && asked === 1)
        yield { args: { setting: 'shuffle: true', reason: 'one-question' }, span: shuffle.span };
      if (oneAtATime && asked === 1)
        yield { args: { setting: 'one-at-a-time: true', reason: 'one-question' }, span: oneAtATime.span };
      if (shuffleOptions && questions.every((question) => question.shuffle === false))
        yield { args: { setting: 'shuffle-options: true', reason: 'kept' }, span: shuffleOptions.span };
      if (retryMissed && (attempts?.value === 1 || ungraded)) {
        const reason = ungraded ? 'ungraded' : 'one-attempt';
        yield { args: { setting: 'retry: missed', reason }, span: retryMissed.span };
      }
      if (quiz.pass && ungraded)
        yield { args: { setting: 'pass', reason: 'ungraded' }, span: quiz.pass.span };
      if (confidence && ungraded)
        yield { args: { setting: 'confidence: true', reason: 'ungraded' }, span: confidence.span };
    }
  },
});
