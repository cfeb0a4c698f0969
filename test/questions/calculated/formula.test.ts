import { describe, expect, test } from 'vitest';
import { parseFormula } from '../../../src/questions/calculated/formula.ts';

function result(text: string): number | string {
  const parsed = parseFormula(text);
  if (parsed.type === 'problem') return parsed.what ?? '';
  return parsed.formula(
    new Map([
      ['w', 3],
      ['h', 4],
      ['z', 0],
    ]),
  );
}

describe('formulas', () => {
  test.each<[string, number]>([
    ['w * h', 12],
    ['2 (w + h)', 14],
    ['2w', 6],
    ['w h', 12],
    ['w × h', 12],
    ['w ÷ h', 0.75],
    ['w − h', -1],
    ['-w^2', -9],
    ['2^3^2', 512],
    ['w**2', 9],
    ['w!', 6],
    ['171!', Number.POSITIVE_INFINITY],
    ['(-1)!', Number.NaN],
    ['7 mod h', 3],
    ['-1 mod h', 3],
    ['sqrt(w^2 + h^2)', 5],
    ['hypot(w, h)', 5],
    ['round(2/3, 2)', 0.67],
    ['round(1.005, 2)', 1.01],
    ['round(2.5)', 3],
    ['round(-2.5)', -3],
    ['round(-2.4)', -2],
    ['round(0.285 * 100)', 29],
    ['round(1234567, -3)', 1235000],
    ['round(5e-7, 6)', 1e-6],
    ['round(1e21, 2)', 1e21],
    ['round(1 / z)', Number.POSITIVE_INFINITY],
    ['round(w, 0.5)', Number.NaN],
    ['round(w, 400)', 3],
    ['round(w, -400)', 0],
    ['w / (2 h)', 0.375],
    ['(w / 2) h', 6],
    ['w / 2 * h', 6],
    ['2w / h', 1.5],
    ['-2w', -6],
    ['min(w)', 3],
    ['sin(30 deg)', 0.49999999999999994],
    ['log(8, 2)', 3],
    ['ln(e)', 1],
    ['max(w, h, 1)', 4],
    ['1.5e3', 1500],
    ['w / z', Number.POSITIVE_INFINITY],
    ['z / z', Number.NaN],
    ['9^9^9^9', Number.POSITIVE_INFINITY],
  ])('%s is %d', (text, value) => {
    expect(result(text)).toBe(value);
  });

  test.each([
    'a = 3',
    'f(x) = x',
    '[1, 2]',
    '1:3',
    '"text"',
    "'text'",
    'w.constructor',
    'w["constructor"]',
    'constructor("return 1")()',
    'w > 3 ? 1 : 2',
    'w > 3',
    'w == 3',
    'not w',
    'w; h',
    '{a: 1}',
    'import("fs")',
    'createUnit("x")',
    'evaluate("1")',
    'sqrt()',
    'true',
    'null',
    'w to h',
    "w'",
    '1 + ',
    '(w',
    'w @ h',
    '',
    '('.repeat(490),
    '1+'.repeat(240),
    `${'1+'.repeat(220)}1`,
    'w'.repeat(501),
  ])('%s is refused', (text) => {
    expect(parseFormula(text).type).toBe('problem');
  });

  test.each<[string, string, string | undefined]>([
    ['1/2w', '1 / 2 w', 'unclear'],
    ['w/2h', 'w / 2 h', 'unclear'],
    ['1 / 2 (w + h)', '1 / 2 (w + h)', 'unclear'],
    ['w / z w h', 'w / z w h', 'unclear'],
    ['sin(w, 3, 4)', 'sin(w, 3, 4)', 'arguments'],
    ['sqrt(w, 3)', 'sqrt(w, 3)', 'arguments'],
    ['round(w, 1, 2)', 'round(w, 1, 2)', 'arguments'],
    ['pow(w)', 'pow(w)', 'arguments'],
    ['max()', 'max()', 'arguments'],
    ['w % 2', '%', undefined],
    ['w + 10%', '%', undefined],
    ['w # the width', '#', undefined],
  ])('%s is refused for %s', (text, what, why) => {
    expect(parseFormula(text)).toEqual({ type: 'problem', what, ...(why !== undefined && { why }) });
  });

  test('names are told apart from constants', () => {
    const parsed = parseFormula('w * pi + x1 * e');
    expect(parsed.type === 'formula' && [...parsed.names]).toEqual(['w', 'x1']);
  });

  test('what a prototype has is no value', () => {
    expect(result('__proto__ + 1')).toBeNaN();
    expect(result('toString')).toBeNaN();
    expect(result('valueOf()')).toBe('valueOf(…)');
  });
});
