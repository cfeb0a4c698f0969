import type { RootContent, Table, TableCell, TableRow } from 'mdast';
import type { YamlNode } from '../../load/yaml.ts';
import { holdsBlanks } from '../cloze/blanks.ts';
import type { MarkdownAnswer, MarkdownForm } from '../markdown-form.ts';

/** A table: left sides, right sides and, if the author names the type, what is said to who answered the pair. */
export function markdownPairs(form: MarkdownForm): MarkdownAnswer | undefined {
  const table = tableOf(form);
  if (table === undefined) return undefined;
  const [head, ...rows] = table.children;
  const written = rows.map((row) => rowOf(row, form));
  const distractors = written.flatMap(({ distractor }) => distractor ?? []);
  const span = form.spanOf(table);
  const columns = head?.children.slice(0, 2).map((cell) => cellText(cell, form)) ?? [];
  const isTitled = head?.children.slice(0, 2).every((cell) => !isEmpty(cell, form)) === true;
  return {
    prompt: form.blocks.filter((block) => block !== table),
    answers: [table],
    extra: table.children.flatMap((row) => row.children.slice(3)),
    fields: {
      columns: isTitled ? form.list(columns, span) : undefined,
      pairs: form.list(
        written.flatMap(({ pair }) => pair ?? []),
        span,
      ),
      distractors: distractors.length === 0 ? undefined : form.list(distractors, span),
    },
  };
}

/** The last table where the author names the type; else the last block, if it is a table of two columns without blanks. */
function tableOf({ blocks, type }: MarkdownForm): Table | undefined {
  if (type !== undefined) return blocks.findLast(isTable);
  const last = blocks.at(-1);
  if (last === undefined || !isTable(last) || last.children[0]?.children.length !== 2) return undefined;
  return blocks.some(holdsBlanks) ? undefined : last;
}

function isTable(node: RootContent): node is Table {
  return node.type === 'table';
}

function rowOf(row: TableRow, form: MarkdownForm): { pair?: YamlNode; distractor?: YamlNode } {
  const [left, right, feedback] = row.children;
  const span = form.spanOf(row);
  const said = feedback === undefined || isEmpty(feedback, form) ? undefined : cellText(feedback, form);
  if (left === undefined || right === undefined || isEmpty(right, form)) {
    if (left === undefined || isEmpty(left, form)) return {};
    return { pair: form.map({ left: cellText(left, form) }, span) };
  }
  if (isEmpty(left, form)) return { distractor: cellText(right, form) };
  const fields = { left: cellText(left, form), right: cellText(right, form), feedback: said };
  return { pair: form.map(fields, span) };
}

function isEmpty(cell: TableCell, form: MarkdownForm): boolean {
  return cell.children.length === 0 || cell.children.every((node) => form.sourceOf(node).trim() === '');
}

function cellText(cell: TableCell, form: MarkdownForm): YamlNode {
  const { children, position } = cell;
  const span = children.length === 0 ? form.spanOf(cell) : form.spanOfAll(children);
  return form.text([{ type: 'paragraph', children, ...(position && { position }) }], span);
}
