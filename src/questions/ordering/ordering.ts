import type { List, RootContent } from 'mdast';
import { shuffled } from '../../assess/random.ts';
import { child, items } from '../../load/read.ts';
import { holdsBlanks } from '../cloze/blanks.ts';
import type { QuestionKind } from '../kind.ts';
import type { MarkdownForm } from '../markdown-form.ts';
import { assessedParts, linkPart, markdownPart, readCredit, readParts, reportTooFew } from '../parts/read.ts';
import { gradeOrdering, orderingOutcomes } from './grade.ts';
import { orderingParts } from './template.tsx';

/** Entries, as in the schema. Nobody can order more, and each pair of them makes another credit. */
const MOST = 30;

/** Ordering: entries are put in order. */
export const ordering: QuestionKind<'ordering'> = {
  type: 'ordering',
  markdownForm: 'a numbered list in the right order',
  graded: true,
  implies: (fields) => fields.has('order'),
  markdown(form) {
    const list = listOf(form);
    if (list === undefined) return undefined;
    const entries = list.children.map((item) => markdownPart(item, form));
    return {
      prompt: form.blocks.filter((block) => block !== list),
      answers: [list],
      fields: { order: form.list(entries, form.spanOf(list)) },
    };
  },
  read(fields, reading, base) {
    const node = child(fields, 'order');
    const entries = readParts(items(node).slice(0, MOST), 'entry', reading);
    reportTooFew(reading, 'ordering', 'entry', entries.length, node);
    // The right order must never be the first that a learner sees.
    return { ...base, shuffle: base.shuffle ?? true, type: 'ordering', entries, ...readCredit(fields) };
  },
  link: ({ entries, credit }, base, link) => ({
    ...base,
    type: 'ordering',
    entries: entries.map((entry) => linkPart(entry, link)),
    ...(credit !== undefined && { credit }),
  }),
  texts: ({ entries }) => entries.map(({ text }) => text),
  assessed: ({ entries }) => assessedParts(entries),
  grade: gradeOrdering,
  outcomes: orderingOutcomes,
  answerKey: ({ entries, credit }) => [entries.map(({ id }) => id), credit],
  guess: ({ entries }, below) => ({
    type: 'order',
    order: shuffled(
      entries.map(({ id }) => id),
      below,
    ),
  }),
  template: orderingParts,
};

/** The last numbered list where the author names the type; else the last block, if it is one, without boxes and blanks. */
function listOf({ blocks, type }: MarkdownForm): List | undefined {
  if (type !== undefined) return blocks.findLast(isNumbered);
  const last = blocks.at(-1);
  if (last === undefined || !isNumbered(last)) return undefined;
  return blocks.some(holdsBlanks) ? undefined : last;
}

function isNumbered(node: RootContent): node is List {
  return node.type === 'list' && node.ordered === true;
}
