import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumber } from '../../../src/questions/numeric/number.ts';
import { unitKey } from '../../../src/questions/numeric/unit.ts';

describe('numbers', () => {
  test.each<[string, number[]]>([
    ['9.81', [9.81]],
    ['9,81', [9.81]],
    ['+5', [5]],
    ['-5', [-5]],
    ['−5', [-5]],
    ['– 5', [-5]],
    ['.5', [0.5]],
    [',5', [0.5]],
    ['5.', [5]],
    ['007', [7]],
    ['1.5e3', [1500]],
    ['1.5E-3', [0.0015]],
    ['1.5 × 10^3', [1500]],
    ['1,5·10³', [1500]],
    ['1.5 x 10^-3', [0.0015]],
    ['1.5*10**3', [1500]],
    ['2 ⋅ 10⁻²', [0.02]],
    ['10^3', [1000]],
    ['-10⁻³', [-0.001]],
    ['3/4', [0.75]],
    ['-3 / 4', [-0.75]],
    ['¾', [0.75]],
    ['1½', [1.5]],
    ['1 ½', [1.5]],
    ['−2¾', [-2.75]],
    ['12⅛', [12.125]],
    ['1 1/2', [1.5]],
    ['2 3 / 4', [2.75]],
    ['1 234/5', [246.8]],
    ['1 11/2', []],
    ['1 234 1/2', []],
    ['1 234', [1234]],
    ['1\u202f234\u202f567,5', [1234567.5]],
    ['1\u00a0234.5', [1234.5]],
    ["1'234.5", [1234.5]],
    ['1’234', [1234]],
    ['1,234,567', [1234567]],
    ['1.234.567,89', [1234567.89]],
    ['1,234.5', [1234.5]],
    ['12,34,567', [1234567]],
    ['1,234', [1.234, 1234]],
    ['1.234', [1.234, 1234]],
    ['0,123', [0.123]],
    ['1234,567', [1234.567]],
    ['１２', [12]],
    ['٣٫٥', [3.5]],
    ['= 5', [5]],
    ['≈5', [5]],
    ['\u200e5\u200f', [5]],
    ['', []],
    ['five', []],
    ['-', []],
    ['.', []],
    ['1 2', []],
    ['1,2,3', []],
    ['1.2.3', []],
    ['1 3/2', []],
    ['1 1/0', []],
    ['1/0', []],
    ['1e999', []],
    ['0/0', []],
    ['NaN', []],
    ['Infinity', []],
    ['__proto__', []],
    ['9'.repeat(101), []],
    ['\ud800', []],
  ])('%j is %j', (text, values) => {
    expect(readNumber(text).map(({ value }) => value)).toEqual(values);
  });

  test.each<[string, number, number]>([
    ['9.81', 3, 3],
    ['0.050', 2, 2],
    ['1500', 2, 4],
    ['1500.', 4, 4],
    ['1.50e3', 3, 3],
    ['15 × 10²', 2, 2],
    ['0', 1, 1],
    ['0.00', 1, 1],
    ['1 200', 2, 4],
  ])('%s has %i to %i figures', (text, least, most) => {
    expect(readNumber(text)[0]?.figures).toEqual({ least, most });
  });

  test.each([
    ['5 m', 'm'],
    ['5m/s²', 'm/s^2'],
    ['5 %', '%'],
    ['3/4 h', 'h'],
    ['1½ h', 'h'],
    ['1 1/2 m/s', 'm/s'],
    ['€5', '€'],
    ['-$5', '$'],
    ['5 eV', 'eV'],
    ['5 m 20 cm', 'm 20 cm'],
  ])('%s has the unit %s', (text, unit) => {
    expect(readNumber(text)[0]?.unit).toBe(unit);
  });

  test('what JavaScript writes is read as it is', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readNumber(String(value)).some((typed) => typed.value === value)).toBe(true);
      }),
    );
  });

  test.each(['en', 'de', 'fr', 'es', 'de-CH', 'en-IN'])('and what %s writes', (language) => {
    const format = new Intl.NumberFormat(language, { maximumFractionDigits: 5, useGrouping: true });
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (whole) => {
        const value = whole / 1e4;
        expect(readNumber(format.format(value)).some((typed) => typed.value === value)).toBe(true);
      }),
    );
  });

  test('nothing throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { value } of readNumber(text)) expect(Number.isFinite(value)).toBe(true);
        unitKey(text);
      }),
    );
  });
});

describe('units', () => {
  test.each<[string, string | undefined]>([
    ['m/s^2', 'm1 s-2'],
    ['m/s²', 'm1 s-2'],
    ['m s^-2', 'm1 s-2'],
    ['m·s⁻²', 'm1 s-2'],
    ['s^-2*m', 'm1 s-2'],
    ['m s-2', 'm1 s-2'],
    ['m per s', 'm1 s-1'],
    ['J/(kg K)', 'J1 K-1 kg-1'],
    ['J/kg/K', 'J1 K-1 kg-1'],
    ['J/(kg·K)', 'J1 K-1 kg-1'],
    ['m2', 'm2'],
    ['µm', 'um1'],
    ['μm', 'um1'],
    ['kΩ', 'kohm1'],
    ['°C', 'degC1'],
    ['ºC', 'degC1'],
    ['℃', 'degC1'],
    ['%', '%1'],
    ['€', '€1'],
    ['person', 'person1'],
    ['/s', 's-1'],
    ['', undefined],
    ['20 cm', undefined],
    ['^2', undefined],
  ])('%j is %j', (text, key) => {
    expect(unitKey(text)).toBe(key);
  });
});
