import { LOCK, placeInLock } from '../../../load/lock.ts';
import { lockExample } from '../../lock-example.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const editionCourseId = defineRule({
  id: 'edition/course-id',
  severity: 'error',
  why: "All progress of all learners is kept under the course's id. Under another one everybody begins anew.",
  examples: {
    bad: {
      'course.yaml': `id: good-bread
title: Bread from four ingredients
pathway:
  type: linear
  items: [flour, water, basics]
`,
      'course-lock.json': lockExample(),
    },
    good: {
      'course.yaml': `id: bread
title: Good bread from four ingredients
pathway:
  type: linear
  items: [flour, water, basics]
`,
      'course-lock.json': lockExample(),
    },
  },
  message(args: { readonly id: string; readonly published: string; readonly title: string }) {
    return {
      message: `The course was published as ${code(args.published)} (“${args.title}”), and calls itself ${code(args.id)} now: every learner would lose everything.`,
      help: `Write ${code(`id: ${args.published}`)} again; the title may change. If this is another course that began as a copy, delete course-lock.json: it belongs to the other one.`,
    };
  },
  *check({ loaded, course, place }) {
    const { lock, texts } = loaded;
    if (course === undefined || lock === undefined || lock.course === course.id) return;
    const file = texts.get(LOCK);
    const at = file && placeInLock(file, 'course', 'head');
    yield {
      args: { id: course.id, published: lock.course, title: lock.title },
      span: place(course, 'id'),
      related: at ? [{ message: 'Published under this id', span: at }] : [],
    };
  },
});
