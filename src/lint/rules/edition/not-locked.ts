import { ERRORS } from '../../../edition/diff.ts';
import { inCourseFile } from '../../../edition/name-words.ts';
import { holders } from '../../../model/edition-names.ts';
import { count } from '../../../model/quantities.ts';
import { lockExample } from '../../lock-example.ts';
import { defineRule } from '../../rule.ts';
import { choices } from '../../words.ts';

export const editionNotLocked = defineRule({
  id: 'edition/not-locked',
  severity: 'warning',
  why: 'Only ids in the lock file are watched over. New ones belong in it as soon as learners can meet them.',
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items: [flour, water]
`,
      'course-lock.json': lockExample({ basics: undefined, 'basics#strong': undefined, water: undefined }),
    },
    good: {
      'course.yaml': `pathway:
  type: linear
  items: [flour, water]
`,
      'course-lock.json': lockExample({ basics: undefined, 'basics#strong': undefined }),
    },
  },
  message(args: { readonly ids: readonly string[]; readonly questions: number }) {
    const { ids, questions } = args;
    const along = questions > 0 ? `${ids.length > 0 ? ' and ' : ''}${count(questions, 'question')}` : '';
    const named = ids.length > 0 ? `${choices(ids, 'and', 5)}` : '';
    const one = ids.length + questions === 1;
    return {
      message: `${named}${along} ${one ? 'is' : 'are'} not in course-lock.json yet: if ${one ? 'it was' : 'they were'} renamed or taken out later, nothing would warn you.`,
      help: 'Run `course lock` when you publish, and commit the file.',
    };
  },
  *check(context) {
    const facts = context.editions();
    if (facts?.since === undefined || context.course === undefined) return;
    // What is missing may be what is new; and a lock is only written when nothing is missing.
    if (facts.since.names.some(({ verdict }) => ERRORS.has(verdict))) return;
    const fresh = facts.since.names.filter(
      ({ name, verdict }) => verdict === 'new' && facts.lock?.entries.get(name)?.gone === undefined,
    );
    if (fresh.length === 0) return;
    const [questions, others] = [true, false].map((is) =>
      fresh.filter(({ kind }) => (kind === 'question') === is),
    );
    const items = new Set(others?.map(({ name }) => name));
    yield {
      args: {
        ids: (others ?? []).map(({ name }) => inCourseFile(name, facts.lock)),
        // Those of a new page or quiz need not be counted.
        questions: (questions ?? []).filter(({ name }) => !holders(name).some((each) => items.has(each)))
          .length,
      },
      span: context.place(context.course, 'id'),
    };
  },
});
