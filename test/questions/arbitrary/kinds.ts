import fc from 'fast-check';
import type { QuestionType } from '../../../src/questions/question.ts';
import { optionsOf, taskList, type Written } from './written.ts';

const credit = fc.constantFrom(undefined, 'partial', 'unpenalised', 'all-or-nothing');

/** Random questions of each type, as an author writes them. */
export const kindsWritten: { readonly [T in QuestionType]: fc.Arbitrary<Written> } = {
  single: optionsOf(
    fc.tuple(fc.nat(5), fc.integer({ min: 2, max: 6 })).map(([right, count]) => marks(count, right % count)),
  ).map(({ fields, body }) => ({ fields: { options: fields }, markdown: { body } })),
  multiple: fc
    .tuple(optionsOf(fc.array(fc.boolean(), { minLength: 1, maxLength: 7 })), credit)
    .map(([{ fields, body }, rule]) => ({
      fields: { options: fields, ...(rule !== undefined && { credit: rule }) },
      markdown: { body, ...(rule !== undefined && { attributes: `credit=${rule}` }) },
    })),
  'true-false': fc.boolean().map((answer) => ({
    fields: { answer },
    markdown: {
      body: taskList([
        { text: 'True', correct: answer },
        { text: 'False', correct: !answer },
      ]),
    },
  })),
};

function marks(count: number, right: number): boolean[] {
  return Array.from({ length: count }, (_, i) => i === right);
}
