import type { RootContent, Table, TableRow } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { YamlMap, YamlNode } from '../../load/yaml.ts';
import type { MarkdownAnswer, MarkdownForm } from '../markdown-form.ts';
import { type TypedEntry, typedList } from '../typed/markdown.ts';

/**
 * A table of the variables and a task list of formulas. The columns of the table mean what their place says, whatever the language of its head: the
 * variable, then from, to and step; or a list of values in the second one alone.
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
  const written = (first?.text ?? '').split(/\s*[,;]\s*/).filter((part) => part !== '');
  return form.list(
    written.map((part) => form.scalar(part, first?.span ?? span)),
    first?.span ?? span,
  );
}
