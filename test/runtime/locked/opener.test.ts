/** Where whoever stands before a locked page is sent. */
import { expect, it } from 'vitest';
import { opener } from '../../../src/runtime/locked/opener.ts';
import { courseOf, module, quiz, section, viewAfter } from '../../path/build.ts';

const course = courseOf(
  section('all', { type: 'random-access' }, [
    section('tea', { type: 'hurdles' }, [module('picking'), quiz('grades', { pass: 0.6 })]),
    module('brewing'),
    quiz('exam', { requires: { type: 'passed', quiz: 'grades' } }),
    module('cups', {
      requires: {
        type: 'all',
        of: [
          { type: 'completed', item: 'brewing' },
          { type: 'completed', item: 'tea' },
        ],
      },
    }),
    module('later', { requires: { type: 'after', at: 100 } }),
    module('one', { requires: { type: 'completed', item: 'other' } }),
    module('other', { requires: { type: 'completed', item: 'one' } }),
  ]),
);

it.each([
  ['what opens the quiz that it asks for', 'exam', '', 'picking'],
  ['that quiz, once it is open', 'exam', 'picking', 'grades'],
  ['the quiz again, once it was failed', 'exam', 'picking grades=1/5', 'grades'],
  ['the first of several', 'cups', '', 'brewing'],
  ['the next of several, in its section', 'cups', 'brewing', 'picking'],
  ['the page that another page of its section asks for', 'grades', '', 'picking'],
  ['nowhere, for a date', 'later', '', undefined],
  ['nowhere, where two items wait for each other', 'one', '', undefined],
])('to %s', (_name, id, story, to) => {
  const view = viewAfter(course, story);
  expect(view.byId.get(id)?.status).toBe('locked');
  expect(opener(course, view, id)).toBe(to);
});
