import type { Course, Quiz } from '../../../model/course.ts';
import { count } from '../../../model/quantities.ts';
import { defineRule } from '../../rule.ts';
import { hasUnread } from '../../unread.ts';
import { code } from '../../words.ts';

export const assessmentTooFewQuestions = defineRule({
  id: 'assessment/too-few-questions',
  severity: 'warning',
  why: 'Who passes every quiz at the first attempt meets only what those attempts draw. If that is less than the evidence that a competency asks for, the best learners are the ones who never master it.',
  examples: {
    bad: {
      'course.yaml': `competencies:
  flour: { title: Choose the right flour, evidence: 3 }
pathway:
  type: linear
  items: [flour, test]
`,
      'quizzes/test.yaml': example(2),
      'quizzes/bank.yaml': bank(),
    },
    good: {
      'course.yaml': `competencies:
  flour: { title: Choose the right flour, evidence: 3 }
pathway:
  type: linear
  items: [flour, test]
`,
      'quizzes/test.yaml': example(3),
      'quizzes/bank.yaml': bank(),
    },
  },
  message(args: {
    readonly id: string;
    readonly evidence: number;
    readonly met: number;
    readonly questions: number;
  }) {
    const { id, evidence, met, questions } = args;
    return {
      message: `The competency ${code(id)} asks for evidence from ${count(evidence, 'question')}. ${questions} are on it, but one attempt at each quiz draws ${met} of them at most: who passes at once never masters it.`,
      help: `Lower ${code('evidence')} to ${met}, or let the quizzes draw more questions on it.`,
    };
  },
  *check(context) {
    const { course, place } = context;
    if (course === undefined || hasUnread(context)) return;
    const proved = new Set(
      context
        .verdicts()
        .map(({ finding }) => (finding.type === 'unreachable-mastery' ? finding.competency : undefined)),
    );
    for (const competency of course.competencies) {
      const { id, evidence } = competency;
      const { met, questions } = metAtOnce(course, id);
      // With fewer questions than evidence at all, and where nobody can master it, other rules speak.
      if (met === 0 || evidence <= met || evidence > questions || proved.has(id)) continue;
      yield { args: { id, evidence, met, questions }, span: place(competency, 'evidence') };
    }
  },
});

/** How many questions on a competency there are, and how many of them one attempt at everything can ask. */
function metAtOnce(course: Course, id: string): { readonly met: number; readonly questions: number } {
  let met = 0;
  let questions = 0;
  for (const item of course.items) {
    if (item.kind === 'section') continue;
    const on = item.questions.map(({ competencies }) => competencies.includes(id));
    const all = on.filter(Boolean).length;
    questions += all;
    met += item.kind === 'quiz' ? all - neverAtOnce(item, on) : all;
  }
  return { met, questions };
}

/** How many of the questions that count are candidates of a draw that takes fewer. */
function neverAtOnce({ draws = [] }: Quiz, counts: readonly boolean[]): number {
  return draws.reduce((sum, draw) => {
    const candidates = counts.slice(draw.from, draw.to).filter(Boolean).length;
    return sum + Math.max(0, candidates - draw.count);
  }, 0);
}

function example(draw: number): string {
  return `title: Test
questions:
  - { draw: ${draw}, from: bank }
`;
}

function bank(): string {
  const prompts = [
    'Which flour is strong?',
    'Which flour makes bread?',
    'Which flour has most protein?',
    'Which flour holds gas?',
  ];
  const questions = prompts.map(
    (prompt, i) => `  - id: q${i + 1}
    prompt: ${prompt}
    options: [{ text: Bread flour, correct: true }, { text: Cake flour }]
    explanation: Bread flour has the most protein.
    competency: flour
`,
  );
  return `bank: true\nquestions:\n${questions.join('')}`;
}
