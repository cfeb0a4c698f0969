import type { Item, Quiz } from '../../../model/course.ts';
import type { ItemId } from '../../../model/ids.ts';
import { count } from '../../../model/quantities.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

/** In linear and random-access sections a quiz holds nobody back, unless it is the one that finishes the section. */
function holdsBack(quiz: Quiz, items: ReadonlyMap<ItemId, Item>): boolean {
  const parent = quiz.parent === undefined ? undefined : items.get(quiz.parent);
  if (parent?.kind !== 'section' || parent.type === 'linear') return false;
  return parent.type !== 'random-access' || parent.finish === quiz.id;
}

export const quizAttemptsWithoutPolicy = defineRule({
  id: 'quiz/attempts-without-policy',
  severity: 'warning',
  why: 'Who has used all attempts can never go on there, and nobody has said what happens then. Where that keeps learners from finishing the course, `path/trap` says so instead.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items:
    - flour
    - { type: hurdles, id: extra, title: Extra, optional: true, items: [test, water] }
`,
      'quizzes/test.yaml': `title: Test
pass: 80%
attempts: 2
questions:
  - id: q1
    prompt: Which flour is strong?
    options: [{ text: Bread flour, correct: true }, { text: Cake flour }]
`,
    },
    good: {
      'course.yaml': `pathway:
  type: hurdles
  items: [flour, test, water]
`,
      'quizzes/test.yaml': `title: Test
pass: 80%
attempts: 2
exhausted: continue
questions:
  - id: q1
    prompt: Which flour is strong?
    options: [{ text: Bread flour, correct: true }, { text: Cake flour }]
`,
    },
  },
  message(args: { readonly id: string; readonly attempts: number }) {
    return {
      message: `The quiz ${code(args.id)} allows ${count(args.attempts, 'attempt')} and does not say what happens to a learner who has used them all: the way on stays closed for ever.`,
      help: 'Add `exhausted: continue` (go on without passing), `review` (go through the items under `review` again, then try again) or `contact` (ask the instructor).',
    };
  },
  *check({ loaded, items, broken }) {
    for (const [id, quiz] of loaded.quizzes) {
      const item = items.get(id);
      if (item?.kind !== 'quiz' || quiz.attempts === undefined || quiz.exhausted !== undefined) continue;
      // What was refused stands in for nobody knows what.
      if (broken(quiz.attempts.span)) continue;
      if (quiz.pass === undefined || item.optional || !holdsBack(item, items)) continue;
      yield { args: { id, attempts: quiz.attempts.value }, span: quiz.attempts.span };
    }
  },
});
