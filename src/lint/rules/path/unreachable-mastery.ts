import type { Course } from '../../../model/course.ts';
import { count, percent } from '../../../model/quantities.ts';
import { defineRule } from '../../rule.ts';
import { choices, code } from '../../words.ts';

/** How many places are named. */
const SHOWN = 4;

export const pathUnreachableMastery = defineRule({
  id: 'path/unreachable-mastery',
  severity: 'error',
  why: 'A competency that nobody can master is shown to learners, who can never fill it.',
  examples: {
    bad: {
      'course.yaml': `competencies:
  flour: { title: Choose the right flour, evidence: 2 }
pathway:
  type: dynamic-branching
  choose: 1
  options:
    - { id: a, title: A, items: [flour, one] }
    - { id: b, title: B, items: [water, two] }
`,
      'quizzes/one.yaml': `title: One
pass: 80%
questions:
  - id: q1
    prompt: Which flour is strong?
    options: [{ text: Bread flour, correct: true }, { text: Cake flour }]
    competency: flour
`,
      'quizzes/two.yaml': `title: Two
pass: 80%
questions:
  - id: q1
    prompt: Which flour is weak?
    options: [{ text: Cake flour, correct: true }, { text: Bread flour }]
    competency: flour
`,
    },
    good: {
      'course.yaml': `competencies:
  flour: { title: Choose the right flour, evidence: 1 }
pathway:
  type: linear
  items: [flour, one, water]
`,
      'quizzes/one.yaml': `title: One
pass: 80%
questions:
  - id: q1
    prompt: Which flour is strong?
    options: [{ text: Bread flour, correct: true }, { text: Cake flour }]
    competency: flour
`,
    },
  },
  message(args: {
    readonly id: string;
    readonly evidence: number;
    readonly mastery: number;
    readonly questions: number;
    readonly where: readonly string[];
    readonly more: boolean;
  }) {
    const { id, evidence, mastery, questions, where, more } = args;
    return {
      message: `Nobody can master the competency ${code(id)}: it asks for ${percent(mastery)} on at least ${count(evidence, 'question')}, and no way through the course brings that. ${questions === 1 ? 'Its only question stands' : `Its ${questions} questions stand`} in ${choices(where, 'and')}${more ? ' and other places' : ''}.`,
      help: `Lower ${code('evidence')} or ${code('mastery')}, or put questions on it where every learner comes by.`,
    };
  },
  *check(context) {
    const { course } = context;
    for (const { rule, finding, span } of context.verdicts()) {
      if (rule !== 'path/unreachable-mastery' || finding.type !== 'unreachable-mastery' || !course) continue;
      const competency = course.competencies.find(({ id }) => id === finding.competency);
      if (competency === undefined) continue;
      const { id, evidence, mastery } = competency;
      const asked = askedIn(course, id);
      const where = asked.slice(0, SHOWN).map((each) => each.item);
      const questions = asked.reduce((sum, each) => sum + each.questions, 0);
      const least = Math.max(1, Math.min(evidence, questions));
      yield {
        args: { id, evidence: least, mastery, questions, where, more: asked.length > SHOWN },
        span,
      };
    }
  },
});

/** The modules and quizzes that ask questions on a competency. */
function askedIn(course: Course, id: string): { readonly item: string; readonly questions: number }[] {
  return course.items.flatMap((item) => {
    if (item.kind === 'section') return [];
    const questions = item.questions.filter((question) => question.competencies.includes(id)).length;
    return questions === 0 ? [] : [{ item: item.id, questions }];
  });
}
