import { type Translation, translationWords } from '../../../edition/language.ts';
import { LOCK, placeInLock } from '../../../load/lock.ts';
import { count } from '../../../model/quantities.ts';
import { lockExample } from '../../lock-example.ts';
import { defineRule } from '../../rule.ts';

export const editionTranslated = defineRule({
  id: 'edition/translated',
  severity: 'warning',
  why: 'In another language no word tells whether an id still stands for the same thing: a slip with an id would be seen by nobody.',
  examples: {
    bad: {
      'course.yaml': `language: en
pathway:
  type: linear
  items: [flour, water, basics]
`,
      'course-lock.json': lockExample({}, { language: 'de' }),
    },
    good: {
      'course.yaml': `language: en-GB
pathway:
  type: linear
  items: [flour, water, basics]
`,
      'course-lock.json': lockExample({}, { language: 'en' }),
    },
  },
  message(args: Translation & { /** Questions that are asked anew. */ readonly asked: number }) {
    const { asked } = args;
    const anew =
      asked === 0
        ? 'No question is asked anew'
        : `${count(asked, 'question')} whose key is in words ${asked === 1 ? 'is' : 'are'} asked anew, and what was earned stays`;
    return {
      message: `The course ${translationWords(args)}, so words cannot tell whether an id stands for the same thing: it is taken at its word, and what learners did goes on to count. ${anew}.`,
      help: 'See that each page and question has the id of the one that it translates (`course diff --all` lists them). Then run `course lock`.',
    };
  },
  *check(context) {
    const { course, loaded, place } = context;
    const since = context.editions()?.since;
    if (course === undefined || since?.translation === undefined) return;
    const file = loaded.texts.get(LOCK);
    const published = file && placeInLock(file, 'language', 'head');
    const asked = since.names.filter((each) => each.verdict === 'reopened' && each.why.type === 'changed');
    yield {
      args: { ...since.translation, asked: asked.length },
      span: place(course, 'language'),
      related: published ? [{ message: 'Published in this language', span: published }] : [],
    };
  },
});
