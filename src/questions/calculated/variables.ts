import { child, items, number } from '../../load/read.ts';
import type { YamlEntry, YamlNode } from '../../load/yaml.ts';
import type { Reading } from '../reading.ts';
import { isCommaUnclear } from './markdown.ts';
import type { VariableSource } from './types.ts';

/** The most values that a range may hold: they are counted, never written out. */
const MOST_VALUES = 1_000_000;

/** Names that mean something else in a formula are refused by `finish`, which knows them. */
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/;

/** Reads the variables; one that cannot be used is reported and has no values. */
export function readVariables(fields: ReadonlyMap<string, YamlEntry>, reading: Reading): VariableSource[] {
  const node = child(fields, 'variables');
  if (node?.kind !== 'map') return [];
  const variables: VariableSource[] = [];
  for (const [name, { key, value }] of node.entries) {
    // What is unclear has no values that could be judged.
    const isUnclear =
      reading.form === 'markdown' && value.kind === 'list' && isCommaUnclear(reading.source(value.span));
    const values = isUnclear ? undefined : valuesOf(value, reading);
    const isName = NAME.test(name) && name !== 'answer';
    if (!isName) reading.report('question/bad-variable', { id: reading.id, name }, key);
    else if (isUnclear) {
      const text = reading.source(value.span).trim();
      reading.report('question/unclear-comma', { id: reading.id, name, text }, value.span);
    } else if (values === undefined && !isRefused(value))
      reading.report('question/no-values', { id: reading.id, name }, value.span);
    variables.push({ name, values: (isName ? values : undefined) ?? NONE, span: key });
  }
  return variables;
}

const NONE = { type: 'list', list: [] } as const;

function valuesOf(node: YamlNode, reading: Reading): VariableSource['values'] | undefined {
  if (node.kind === 'list') {
    const list = items(node).flatMap((item) => number(item, Number.NEGATIVE_INFINITY) ?? []);
    if (list.length === 0 || list.length < node.items.length) return undefined;
    // The second one would make the same variants again.
    list.forEach((value, i) => {
      const args = { id: reading.id, of: 'value', text: String(value), first: String(value) } as const;
      if (list.indexOf(value) < i)
        reading.report('question/repeated-entry', args, node.items[i]?.span ?? node.span);
    });
    return { type: 'list', list: [...new Set(list)] };
  }
  if (node.kind !== 'map') return undefined;
  const from = number(child(node, 'from'), Number.NEGATIVE_INFINITY);
  const to = number(child(node, 'to'), Number.NEGATIVE_INFINITY);
  const given = child(node, 'step');
  const step = given === undefined ? 1 : number(given, 0);
  if (from === undefined || to === undefined || step === undefined || step === 0 || to < from)
    return undefined;
  // A last value that the sum of the steps misses by rounding only is one of them.
  const count = Math.floor((to - from) / step + 1e-9) + 1;
  return count > MOST_VALUES ? undefined : { type: 'range', from, step, count };
}

/** Whether a bound or a value is no number. */
function isRefused(node: YamlNode): boolean {
  const values = node.kind === 'map' ? ['from', 'to', 'step'].map((key) => child(node, key)) : items(node);
  return values.some(
    (value) =>
      value?.kind === 'scalar' &&
      value.value !== null &&
      number(value, Number.NEGATIVE_INFINITY) === undefined,
  );
}

export function countOf({ values }: VariableSource): number {
  return values.type === 'list' ? values.list.length : values.count;
}

/** Value number `i` of a variable, without the noise of adding up steps. */
export function valueAt({ values }: VariableSource, i: number): number {
  if (values.type === 'list') return values.list[i] ?? 0;
  return Number((values.from + i * values.step).toPrecision(12));
}
