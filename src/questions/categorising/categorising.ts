import type { List, ListItem, RootContent } from 'mdast';
import { child, items } from '../../load/read.ts';
import type { YamlMap } from '../../load/yaml.ts';
import { sorted } from '../answer-key.ts';
import { holdsBlanks } from '../cloze/blanks.ts';
import type { QuestionKind } from '../kind.ts';
import type { MarkdownForm } from '../markdown-form.ts';
import {
  assessedParts,
  identifyParts,
  linkPart,
  markdownPart,
  readCredit,
  readPart,
  readParts,
  reportTooFew,
} from '../parts/read.ts';
import { categorisingOutcomes, gradeCategorising } from './grade.ts';
import { categorisingParts } from './template.tsx';

/** Categorising: each thing is put into its category. */
export const categorising: QuestionKind<'categorising'> = {
  type: 'categorising',
  markdownForm: 'a list of the categories, with a list of what belongs there in each',
  graded: true,
  implies: (fields) => fields.has('categories'),
  markdown(form) {
    const list = listOf(form);
    if (list === undefined) return undefined;
    const categories = list.children.map((item) => categoryOf(item, form));
    return {
      prompt: form.blocks.filter((block) => block !== list),
      answers: [list],
      fields: { categories: form.list(categories, form.spanOf(list)) },
    };
  },
  read(fields, reading, base) {
    const node = child(fields, 'categories');
    const maps = items(node).filter((item) => item.kind === 'map');
    const titles = maps.map((map) => readPart(map, 'title', 'category', reading));
    const ids = identifyParts(titles, reading);
    const categories = titles.map(({ text, span }, i) => ({ id: ids[i] ?? String(i), text, span }));
    const lists = maps.map((map) => items(child(map, 'items')));
    const owners = lists.flatMap((list, i) => list.map(() => ids[i] ?? String(i)));
    const parts = readParts(lists.flat(), 'thing', reading);
    const things = parts.map((part, i) => ({ ...part, category: owners[i] ?? '' }));
    reportTooFew(reading, 'categorising', 'category', categories.length, node);
    // The things of all categories, as one list.
    const sorted = node && { kind: 'list' as const, items: lists.flat(), span: node.span };
    if (categories.length > 1) reportTooFew(reading, 'categorising', 'thing', things.length, sorted);
    return {
      ...base,
      // Things in the order of their categories would give the answer away.
      shuffle: base.shuffle ?? true,
      type: 'categorising',
      categories,
      things,
      ...readCredit(fields),
    };
  },
  link: ({ categories, things, credit }, base, link) => ({
    ...base,
    type: 'categorising',
    categories: categories.map(({ id, text }) => ({ id, title: link(text) })),
    things: things.map((thing) => ({ ...linkPart(thing, link), category: thing.category })),
    ...(credit !== undefined && { credit }),
  }),
  texts: ({ categories, things }) => [...categories, ...things].map(({ text }) => text),
  assessed: ({ things }) => assessedParts(things),
  grade: gradeCategorising,
  outcomes: categorisingOutcomes,
  answerKey: ({ things, credit }) => [sorted(things.map(({ id, category }) => [id, category])), credit],
  guess: ({ categories, things }, below) => ({
    type: 'fields',
    fields: Object.fromEntries(things.map(({ id }) => [id, categories[below(categories.length)]?.id ?? '?'])),
  }),
  template: categorisingParts,
};

/** The last bulleted list where the author names the type; else the last block, if it is one with a list in every item. */
function listOf({ blocks, type }: MarkdownForm): List | undefined {
  if (type !== undefined) return blocks.findLast(isBulleted);
  const last = blocks.at(-1);
  if (last === undefined || !isBulleted(last)) return undefined;
  if (!last.children.every(({ children }) => children.some((node) => node.type === 'list'))) return undefined;
  return blocks.some(holdsBlanks) ? undefined : last;
}

function isBulleted(node: RootContent): node is List {
  return node.type === 'list' && node.ordered !== true;
}

function categoryOf(item: ListItem, form: MarkdownForm): YamlMap {
  const lists = item.children.filter((node) => node.type === 'list');
  const title = item.children.filter((node) => node.type !== 'list');
  const span = form.spanOf(item);
  const things = lists.flatMap((list) => list.children).map((thing) => markdownPart(thing, form));
  return form.map(
    {
      title: title.length === 0 ? undefined : form.text(title),
      items: form.list(things, lists.length === 0 ? span : form.spanOfAll(lists)),
    },
    span,
  );
}
