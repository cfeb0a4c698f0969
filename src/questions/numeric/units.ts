import type { Report } from '../finish.ts';
import type { NumericRules, Unit } from './types.ts';
import { unitKey, unitPowers } from './unit.ts';

/**
 * The table of the accepted units, so that a page needs no library to convert them: mathjs knows the units of the SI and many others. A word that it does not know, such as
 * `€` or `people`, is a unit of its own, and the others are other words for it. Undefined where no unit is asked for.
 */
export async function unitTable(
  id: string,
  { units }: NumericRules,
  report: Report,
): Promise<readonly Unit[] | undefined> {
  const [asked, ...others] = units;
  if (asked === undefined) return undefined;
  const { isUnit, conversion } = await import('./conversion.ts');
  const table: Unit[] = [];
  const add = (key: string, factor: number, shift: number) => {
    if (!table.some((unit) => unit.key === key)) table.push({ key, factor, shift });
  };
  const powers = unitPowers(asked.value);
  const isKnown = powers !== undefined && isUnit(powers);
  // One word with a power of 1: what has signs in it is meant as a unit that can be taken apart.
  const isWord = powers?.size === 1 && [...powers.values()][0] === 1;
  if (powers === undefined || (!isKnown && !isWord))
    report('question/unknown-unit', { id, unit: asked.value }, asked.span);
  add(unitKey(asked.value) ?? asked.value, 1, 0);
  for (const { value, span } of others) {
    const other = unitPowers(value);
    const key = unitKey(value);
    if (other === undefined || key === undefined || (isKnown && !isUnit(other))) {
      report('question/unknown-unit', { id, unit: value }, span);
      continue;
    }
    const converted = isKnown && powers !== undefined ? conversion(other, powers) : { factor: 1, shift: 0 };
    if (converted === undefined)
      report('question/unlike-unit', { id, unit: value, asked: asked.value }, span);
    else add(key, converted.factor, converted.shift);
  }
  return table;
}
