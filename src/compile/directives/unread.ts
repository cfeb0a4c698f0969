import type { List, ListItem, RootContent, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Span } from '../../model/span.ts';
import { isTaskList } from '../../questions/choice/options.ts';
import type { MarkdownForm } from '../../questions/markdown-form.ts';

/** What stands in a question where its answers should, and is not read as any. */
export interface Unread {
  /** What stands there, with its article. */
  readonly what: string;
  /** What to write instead: a sentence. */
  readonly write: string;
  readonly span: Span;
}

const BOXES =
  'Write each answer on a line of its own, `- [x]` before what is right and `- [ ]` before the rest.';

/** Answers in the manner of other tools, or one slip away from a form of ours; undefined where nothing looks like answers. */
export function unreadAnswers(form: MarkdownForm): Unread | undefined {
  for (const block of form.blocks.toReversed()) {
    const said = about(block, form);
    if (said !== undefined) return { ...said, span: form.spanOf(block) };
  }
  return undefined;
}

type Said = Omit<Unread, 'span'>;

function about(block: RootContent, form: MarkdownForm): Said | undefined {
  switch (block.type) {
    case 'table':
      return aboutTable(block, form);
    case 'list':
      return aboutList(block, form);
    case 'paragraph':
      return aboutLines(form.sourceOf(block), form.type);
    default:
      return undefined;
  }
}

function aboutTable(table: Table, { type }: MarkdownForm): Said | undefined {
  const columns = table.children[0]?.children.length ?? 0;
  if (type === 'calculated')
    return {
      what: 'a table, without a list of formulas or without a name for each variable',
      write: 'Give each row of the table another name, and below it write the formula: ``- [x] `a + b` ``.',
    };
  if (type !== undefined) return undefined;
  if (columns === 2)
    return {
      what: 'a table that is not the last thing in it',
      write: 'Put what follows above the table, or name the type: `type=matching`.',
    };
  return {
    what: `a table of ${columns} columns`,
    write:
      'Pairs to be matched are a table of two columns. With `type=matching` in the braces, a third one holds what is said to who answered the pair.',
  };
}

function aboutList(list: List, form: MarkdownForm): Said | undefined {
  // What looks like a box has a finding of its own.
  if (list.children.some((item) => /^\[\s{0,3}[xX]?\s{0,3}\]/.test(textOf(item).trimStart())))
    return undefined;
  if (hasBoxes(list)) return form.type === 'true-false' ? aboutWords(list) : undefined;
  if (list.ordered === true) {
    if (form.type !== undefined) return undefined;
    return {
      what: 'a numbered list that is not the last thing in it',
      write: `To have it put in order, put what follows above it, or name the type: \`type=ordering\`. To have one of it chosen: ${BOXES}`,
    };
  }
  const holds = ({ children }: ListItem) => children.some(({ type }) => type === 'list');
  const empty = list.children.find((item) => !holds(item));
  if (form.type === undefined && list.children.some(holds)) {
    if (empty === undefined)
      return {
        what: 'a list of categories that is not the last thing in it',
        write: 'Put what follows above the list, or name the type: `type=categorising`.',
      };
    return {
      what: `a list of categories, of which \`${textOf(empty).trim().slice(0, 60)}\` has nothing below it`,
      write: 'Give it a list of its own, or name the type: `type=categorising`.',
    };
  }
  return { what: 'a list without boxes', write: BOXES };
}

/** `isTaskList`, without saying that what has no boxes is no list. */
function hasBoxes(node: RootContent): boolean {
  return isTaskList(node);
}

function aboutWords(list: List): Said {
  const words = list.children.map((item) => `\`${textOf(item).trim().slice(0, 40)}\``);
  const isTicked = list.children.filter(({ checked }) => checked === true).length === 1;
  return {
    what: `${words.slice(0, 4).join(' and ')}${isTicked ? '' : ', with not exactly one of them ticked'}`,
    write:
      'Write `- [x] True` and `- [ ] False`, the tick before what is right. For words of your own leave `type` away: then they are options.',
  };
}

function aboutLines(source: string, type: string | undefined): Said | undefined {
  const lines = source.split(/\r\n|[\r\n]/).map((line) => line.trim());
  const count = (form: RegExp) => lines.filter((line) => form.test(line)).length;
  if (count(/^\|.*\|/) > 1)
    return {
      what: 'lines with `|` that are no table',
      write: `Below the first of them write the line that makes a table: \`|${'---|'.repeat(columnsIn(lines))}\`.`,
    };
  if (type !== undefined) return undefined;
  if (count(/^\[\([ xX]?\)\]/) > 0)
    return { what: 'answers as LiaScript writes them (`[(X)]`)', write: BOXES };
  if (count(/^\([ xX*]?\)\s/) > 0) return { what: 'answers in round brackets (`(x)`)', write: BOXES };
  if (/(?<!\\)\{\s*(?:%\d+%)?(?:[=~#]|(?:T|F|TRUE|FALSE)\s*\})/.test(source))
    return { what: 'answers as GIFT writes them (`{=right ~wrong}`)', write: BOXES };
  if (count(/^\(?[a-hA-H][).]\s/) > 1) return { what: 'answers behind letters (`a)`)', write: BOXES };
  return undefined;
}

function columnsIn(lines: readonly string[]): number {
  const first = lines.find((line) => line.startsWith('|')) ?? '';
  return Math.max(1, first.replace(/^\||\|$/g, '').split('|').length);
}
