import type { RootContent, Table, TableRow } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { YamlMap, YamlNode } from '../../load/yaml.ts';
import type { MarkdownAnswer, MarkdownForm } from '../markdown-form.ts';
import { type TypedEntry, typedList } from '../typed/markdown.ts';

/**
 * A table of the variables and a task list of formulas. The columns of the table mean what their place says, whatever the language of its head: the
 * variable, then from, to and step; or a list of values in the second one alone, parted by commas or semicolons.
 */
export function markdownAnswer(form: MarkdownForm): MarkdownAnswer | undefined {
  const found = typedList(form);
  const table = form.blocks.findLast((block): block is Table => block.type === 'table');
  const variables = table === undefined ? undefined : variablesIn(table, form);
  if (found === undefined || table === undefined || variables === undefined) return undefined;
  const { list, right, wrong, unmarked } = found;
  const entries = (typed: readonly TypedEntry[]) =>
    form.list(
      typed.map(({ text, feedback, span }) => form.map({ formula: text, feedback }, span)),
      form.spanOf(list),
    );
  const isAnswer = (block: RootContent) => block === list || block === table;
  return {
    prompt: form.blocks.filter((block) => !isAnswer(block)),
    answers: form.blocks.filter(isAnswer),
    fields: { variables, answer: entries(right), mistakes: wrong.length === 0 ? undefined : entries(wrong) },
    unmarked,
    extra: table.children.flatMap((row) => row.children.slice(4)),
  };
}

/** Undefined where it is no table of variables: a row without a name, a name twice, no row at all. */
function variablesIn(table: Table, form: MarkdownForm): YamlMap | undefined {
  const [, ...rows] = table.children;
  const fields: Record<string, YamlNode> = Object.create(null);
  for (const row of rows) {
    const name = textOf(row.children[0] ?? []).trim();
    if (name === '' || fields[name] !== undefined) return undefined;
    fields[name] = valuesIn(row, form);
  }
  return rows.length === 0 ? undefined : form.map(fields, form.spanOf(table));
}

function valuesIn(row: TableRow, form: MarkdownForm): YamlNode {
  const span = form.spanOf(row);
  const [, first, ...others] = row.children.map((cell) => {
    const text = textOf(cell).trim();
    return text === ''
      ? undefined
      : // A cell begins at its bar: what stands in it has the place.
        form.scalar(text.replace('−', '-'), form.spanOfAll(cell.children));
  });
  const [to, step] = others;
  if (others.some((cell) => cell !== undefined)) return form.map({ from: first, to, step }, span);
  return form.list(
    listed(first?.text ?? '').map((part) => form.scalar(part, first?.span ?? span)),
    first?.span ?? span,
  );
}

/** The values of a cell: where semicolons part them a comma is a decimal sign, unless it could as well part thousands (`1,500`): that one is refused as it stands. */
function listed(text: string): string[] {
  const isEuropean = text.includes(';');
  return text
    .split(isEuropean ? /;|,\s/ : ',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) =>
      isEuropean && !/^[-+]?[1-9]\d{0,2},\d{3}$/.test(part)
        ? part.replace(/^([-+]?\d*),(\d+)$/, '$1.$2')
        : part,
    );
}

/**
 * Whether a comma in a cell may be meant as a decimal sign: a single one between digits, without a blank, or such commas among others with blanks (`1,5, 2,5`).
 */
export function isCommaUnclear(cell: string): boolean {
  if (cell.includes(';')) return false;
  const commas = cell.match(/,/g)?.length ?? 0;
  const tight = cell.match(/\d,(?=\d)/g)?.length ?? 0;
  return tight > 0 && (commas === 1 || tight < commas);
}
