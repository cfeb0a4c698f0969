import { count } from '../../../model/quantities.ts';
import { defineRule } from '../../rule.ts';
import { hasUnread } from '../../unread.ts';
import { code } from '../../words.ts';

export const competencyTooMuchEvidence = defineRule({
  id: 'competency/too-much-evidence',
  severity: 'warning',
  why: 'Learners cannot see more questions than there are, so fewer count than the author asked for.',
  examples: {
    bad: {
      'course.yaml': `competencies:
  flour: { title: Choose the right flour, evidence: 20 }
pathway:
  type: linear
  items: [flour, test]
`,
      'quizzes/test.yaml': `title: Test
questions:
  - id: q1
    prompt: Which flour is strong?
    options: [{ text: Bread flour, correct: true }, { text: Cake flour }]
    competency: flour
`,
    },
    good: {
      'course.yaml': `competencies:
  flour: { title: Choose the right flour, evidence: 1 }
pathway:
  type: linear
  items: [flour, test]
`,
      'quizzes/test.yaml': `title: Test
questions:
  - id: q1
    prompt: Which flour is strong?
    options: [{ text: Bread flour, correct: true }, { text: Cake flour }]
    competency: flour
`,
    },
  },
  message(args: { readonly id: string; readonly evidence: number; readonly questions: number }) {
    return {
      message: `The competency ${code(args.id)} asks for evidence from ${count(args.evidence, 'question')}, but ${count(args.questions, 'question')} in the pathway ${args.questions === 1 ? 'tests' : 'test'} it: mastery is claimed after ${args.questions === 1 ? 'that one' : `those ${args.questions}`}.`,
      help: `Lower ${code('evidence')} to ${args.questions}, or give more questions ${code(`competency: ${args.id}`)}.`,
    };
  },
  *check(context) {
    const { course, place } = context;
    if (course === undefined || hasUnread(context)) return;
    const tests = new Map<string, number>();
    for (const item of course.items) {
      if (item.kind === 'section') continue;
      for (const id of item.questions.flatMap((question) => question.competencies))
        tests.set(id, (tests.get(id) ?? 0) + 1);
    }
    for (const competency of course.competencies) {
      const { id, evidence } = competency;
      const questions = tests.get(id) ?? 0;
      // Without any question another rule speaks.
      if (questions === 0 || evidence <= questions) continue;
      yield { args: { id, evidence, questions }, span: place(competency, 'evidence') };
    }
  },
});
