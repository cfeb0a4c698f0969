import type { Grade, Remark } from '../../assess/types.ts';
import type { Share } from '../../model/condition.ts';
import { readNumber, type TypedNumber } from './number.ts';
import type { KnownNumber, NumericKey, Unit } from './types.ts';
import { type UnitNames, unitKey } from './unit.ts';

/** What the right number earns without its unit, or with other figures than asked for. */
const HALF = 0.5;

/** Every credit that a typed number can earn under a key. */
export function numericOutcomes({ answers, figures, units }: NumericKey): readonly Share[] {
  if (answers.length === 0) return [0];
  // Of 0 no figures are asked.
  const hasFigures = figures !== undefined && answers.some(({ value }) => value !== 0);
  return hasFigures || units !== undefined ? [0, HALF, 1] : [0, 1];
}

/**
 * Grades a typed number. Where it can be read in two ways (`1,234`) it is right if either is. The right number without the unit that is asked for,
 * or with other significant figures, earns half: as in Numbas, where authors set that share.
 */
export function judge(key: NumericKey, text: string): Grade {
  const grades = readNumber(text).map((typed) => judgeReading(key, typed));
  const best = grades.sort((a, b) => b.credit - a.credit || b.feedback.length - a.feedback.length)[0];
  return best ?? graded(0, ['not-a-number']);
}

function judgeReading(key: NumericKey, typed: TypedNumber): Grade {
  const { units, unitNames } = key;
  if (units === undefined) {
    if (typed.unit === '') return judgeValue(key, typed);
    return typed.unit === '%' ? judgePercent(key, typed) : graded(0, ['not-a-number']);
  }
  if (typed.unit === '') {
    const grade = judgeValue(key, typed);
    return graded(
      Math.min(grade.credit, HALF),
      ['unit-missing', ...grade.remarks],
      grade.credit > 0 ? [] : grade.feedback,
    );
  }
  const unit = unitOf(typed.unit, units, unitNames);
  if (unit === undefined) return graded(0, ['unit-unknown']);
  const grade = judgeValue(key, scaled(typed, unit));
  const isOther = unit.factor !== 1 || unit.shift !== 0;
  if (isOther && grade.credit === 0 && grade.feedback.length === 0 && judgeValue(key, typed).credit > 0)
    return graded(0, ['unit-wrong']);
  return grade;
}

/**
 * `50 %` is 0.5. It is 50, too, where 50 is what is known: that was asked for in percent. A number up to 1 is a share, which the sign makes another one.
 */
function judgePercent(key: NumericKey, typed: TypedNumber): Grade {
  const grade = judgeValue(key, scaled(typed, PERCENT));
  if (grade.credit > 0 || grade.feedback.length > 0) return grade;
  const bare = judgeValue(key, typed);
  return bare.credit > 0 && Math.abs(typed.value) <= 1 ? graded(0, ['unit-wrong']) : bare;
}

const PERCENT: Unit = { key: '%1', factor: 0.01, shift: 0 };

function scaled(typed: TypedNumber, { factor, shift }: Unit): TypedNumber {
  return { ...typed, value: (typed.value + shift) * factor };
}

/** The unit of that name; in another letter case only where no other could be meant. */
function unitOf(text: string, units: readonly Unit[], names?: UnitNames): Unit | undefined {
  const key = unitKey(text, names);
  return (
    units.find((unit) => unit.key === key) ??
    units.find((unit) => !unit.exact && unit.key.toLowerCase() === key?.toLowerCase())
  );
}

function judgeValue({ answers, mistakes, figures }: NumericKey, typed: TypedNumber): Grade {
  const known = answers.find((answer) => isNear(typed.value, answer));
  if (known !== undefined)
    return known.value === 0 || hasFigures(typed, figures)
      ? graded(1, [], said(known))
      : graded(HALF, ['figures']);
  if (answers.some((answer) => isShort(typed, answer, figures))) return graded(HALF, ['figures']);
  return graded(0, [], said(mistakes.find((mistake) => isNear(typed.value, mistake))));
}

/** Rounding in the conversion of units, and of fractions, must not count. */
const NOISE = 1e-9;

function isNear(value: number, known: KnownNumber): boolean {
  return (
    Math.abs(value - known.value) <= known.margin + NOISE * Math.max(Math.abs(value), Math.abs(known.value))
  );
}

function hasFigures({ figures }: TypedNumber, asked: number | undefined): boolean {
  if (asked === undefined) return true;
  return figures !== undefined && figures.least <= asked && asked <= figures.most;
}

/** Rounded rightly, to one figure less than asked for. */
function isShort({ value, figures }: TypedNumber, known: KnownNumber, asked = 0): boolean {
  const magnitude = Math.floor(Math.log10(Math.abs(known.value)));
  const margin = 5 * 10 ** (magnitude - asked + 1);
  return figures?.most === asked - 1 && isNear(value, { ...known, margin });
}

function said(known: KnownNumber | undefined): readonly string[] {
  return known?.feedback === undefined ? [] : [known.feedback];
}

function graded(credit: Share, remarks: readonly Remark[], feedback: readonly string[] = []): Grade {
  return { credit, parts: [], remarks, feedback };
}
