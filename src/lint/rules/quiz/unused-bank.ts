import { safeId } from '../../../load/ids.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const quizUnusedBank = defineRule({
  id: 'quiz/unused-bank',
  severity: 'warning',
  why: 'Nobody is ever asked its questions.',
  examples: {
    bad: {
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
  message(args: { readonly id: string }) {
    return {
      message: `No quiz draws from the bank ${code(args.id)}, so no learner ever meets its questions.`,
      help: `Draw from it in a quiz (${code(`- { draw: 5, from: ${args.id} }`)} among its \`questions\`), or move the file out of the course.`,
    };
  },
  *check({ loaded, broken }) {
    const quizzes = [...loaded.quizzes.values()];
    // A file that could not be read in full may name it.
    const whole = ({ file }: { readonly file: string }) => ({
      file,
      start: 0,
      end: Number.POSITIVE_INFINITY,
    });
    if (quizzes.some((quiz) => quiz.unreadable || broken(whole(quiz)))) return;
    const named = new Set(
      quizzes.flatMap(({ draws }) => draws.flatMap(({ from }) => from.map(({ value }) => safeId(value)))),
    );
    // What a draw names wrong may be this bank: that is a finding there.
    if (loaded.findings.some(({ rule }) => rule === 'draw/unknown-bank')) return;
    for (const [id, { bank, title }] of loaded.quizzes)
      if (bank && !named.has(id)) yield { args: { id }, span: title.span };
  },
});
