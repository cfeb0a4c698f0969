import { sorted } from '../answer-key.ts';
import type { QuestionKind } from '../kind.ts';
import { assessedParts, linkPart } from '../parts/read.ts';
import { gradeMatching, matchingOutcomes } from './grade.ts';
import { markdownPairs } from './markdown.ts';
import { readMatching } from './read.ts';
import { matchingParts } from './template.tsx';

/** Matching: for each left side the right side that belongs to it is chosen. */
export const matching: QuestionKind<'matching'> = {
  type: 'matching',
  markdownForm: 'a table of two columns, with a pair in each row',
  graded: true,
  implies: (fields) => fields.has('pairs'),
  markdown: markdownPairs,
  read: readMatching,
  link: ({ pairs, choices, credit }, base, link) => ({
    ...base,
    type: 'matching',
    pairs: pairs.map((pair) => ({ ...linkPart(pair, link), match: pair.match })),
    choices: choices.map(({ id, text }) => ({ id, text: link(text) })),
    ...(credit !== undefined && { credit }),
  }),
  texts: ({ columns = [], pairs, choices }) => [
    ...columns,
    ...[...pairs, ...choices].map(({ text }) => text),
  ],
  assessed: ({ pairs }) => assessedParts(pairs),
  grade: gradeMatching,
  outcomes: matchingOutcomes,
  answerKey: ({ pairs, credit }) => [sorted(pairs.map(({ id, match }) => [id, match])), credit],
  guess: ({ pairs, choices }, below) => ({
    type: 'fields',
    fields: Object.fromEntries(pairs.map(({ id }) => [id, choices[below(choices.length)]?.id ?? '?'])),
  }),
  template: matchingParts,
};
