import type fc from 'fast-check';
import type { QuestionType } from '../../../src/questions/question.ts';
import { hotspot, multiple, poll, single, trueFalse } from './choices.ts';
import { calculated, numeric } from './numbers.ts';
import { categorising, cloze, likert, matching, ordering } from './parts.ts';
import { reflection, shortText } from './typed.ts';
import type { Written } from './written.ts';

/** Random questions of each type, as an author writes them. */
export const kindsWritten: { readonly [T in QuestionType]: fc.Arbitrary<Written> } = {
  calculated,
  categorising,
  cloze,
  hotspot,
  likert,
  matching,
  multiple,
  numeric,
  ordering,
  poll,
  reflection,
  'short-text': shortText,
  single,
  'true-false': trueFalse,
};
