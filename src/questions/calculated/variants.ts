import { type Below, randomFor, shuffled } from '../../assess/random.ts';
import type { Report } from '../finish.ts';
import { marginOf } from '../numeric/margin.ts';
import type { KnownNumber } from '../numeric/types.ts';
import type { Formula } from './formula.ts';
import type { CalculatedSource, FormulaSource, VariableSource, Variant } from './types.ts';
import { countOf, valueAt } from './variables.ts';

/** Formulas that were read, each with its source. */
export interface Formulas {
  readonly answers: readonly (readonly [FormulaSource, Formula])[];
  readonly mistakes: readonly (readonly [FormulaSource, Formula])[];
}

/** How many sets of values are tried besides those that are wanted. */
const TRIES = 300;

/**
 * Draws the sets of values with their answers: the same for the same question, whatever else changes in the file. Sets with which a listed
 * mistake is right are passed over, since they do not tell who made it; reports formulas without a result.
 */
export function drawVariants(source: CalculatedSource, formulas: Formulas, report: Report): Variant[] {
  const { variables, wanted, rules } = source;
  const id = source.id.value;
  const variants: Variant[] = [];
  const failed = new Set<FormulaSource>();
  let confused: { readonly mistake: FormulaSource; readonly values: string } | undefined;
  for (const values of combinations(variables, wanted + TRIES, randomFor(0, `variants ${id}`))) {
    if (variants.length === wanted) break;
    const named = new Map(variables.map(({ name }, i) => [name, values[i] ?? 0]));
    const known = (list: Formulas['answers']): KnownNumber[] =>
      list.flatMap(([written, run]) => {
        const value = Number(run(named).toPrecision(12));
        if (Number.isFinite(value)) return [{ value, margin: marginOf(value, rules) }];
        if (!failed.has(written))
          report('question/not-finite', { id, formula: written.text, values: inWords(named) }, written.span);
        failed.add(written);
        return [];
      });
    const answers = known(formulas.answers);
    const mistakes = known(formulas.mistakes);
    if (answers.length < formulas.answers.length || mistakes.length < formulas.mistakes.length) continue;
    const at = mistakes.findIndex(({ value }) => answers.some((answer) => isRight(value, answer)));
    const mistake = formulas.mistakes[at]?.[0];
    if (mistake !== undefined) {
      confused ??= { mistake, values: inWords(named) };
      continue;
    }
    variants.push({
      shown: [
        ...values.map(shown),
        ...answers.slice(0, 1).map((answer) => shownAnswer(answer.value, source)),
      ],
      answers,
      mistakes,
    });
  }
  if (variants.length === 0 && confused !== undefined) {
    const { mistake, values } = confused;
    report('question/mistake-is-right', { id, formula: mistake.text, values }, mistake.span);
  }
  return variants;
}

function isRight(value: number, answer: KnownNumber): boolean {
  return Math.abs(value - answer.value) <= answer.margin + 1e-9 * Math.abs(value);
}

/** Sets of values by chance, each once, at most so many: all of them where there are no more. */
function* combinations(
  variables: readonly VariableSource[],
  most: number,
  below: Below,
): Generator<number[]> {
  const counts = variables.map(countOf);
  const total = counts.reduce((product, count) => product * count, 1);
  const at = (index: number): number[] => {
    let rest = index;
    return variables.map((variable, i) => {
      const count = counts[i] ?? 1;
      const value = valueAt(variable, rest % count);
      rest = Math.floor(rest / count);
      return value;
    });
  };
  if (total <= most) {
    for (const index of shuffled(
      Array.from({ length: total }, (_, i) => i),
      below,
    ))
      yield at(index);
    return;
  }
  const seen = new Set<string>();
  for (let i = 0; i < most; i++) {
    const values = variables.map((variable, j) => valueAt(variable, below(counts[j] ?? 1)));
    const key = values.join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    yield values;
  }
}

function inWords(values: ReadonlyMap<string, number>): string {
  return [...values].map(([name, value]) => `${name} = ${value}`).join(', ');
}

function shown(value: number): string {
  return String(value).replace('-', '−');
}

/** The answer as it is asked for: with its decimals or figures. */
function shownAnswer(value: number, { rules: { decimals, figures } }: CalculatedSource): string {
  if (decimals !== undefined) return value.toFixed(decimals).replace('-', '−');
  return figures === undefined ? shown(value) : value.toPrecision(figures).replace('-', '−');
}
