import { describe, expect, test } from 'vitest';
import type { Remark } from '../../../src/assess/types.ts';
import { gradeNumeric } from '../../../src/questions/numeric/grade.ts';
import { outcomes } from '../../../src/questions/registry.ts';
import { fromMarkdown, fromYaml, linked, unplaced } from '../forms.ts';

type Fields = Readonly<Record<string, unknown>>;

async function graded(fields: Fields, text: string) {
  const read = await fromYaml({ prompt: '?', ...fields });
  expect(read.findings).toEqual([]);
  const question = linked('numeric', read);
  const grade = gradeNumeric(question, { type: 'text', text });
  expect(outcomes(question)).toContain(grade?.credit);
  return grade;
}

const FALL = { answer: 9.81, tolerance: '2%', unit: 'm/s^2', units: ['cm/s^2', 'km/h^2'] };
const WARM = { answer: 20, unit: 'degC', units: ['degF', 'K'], tolerance: 0.1 };
const THREE = { answer: 9.80665, figures: 3 };

describe('grading', () => {
  test.each<[Fields, string, number, Remark[]]>([
    [{ answer: 9.81 }, '9,81', 1, []],
    [{ answer: 9.81 }, '9.80', 0, []],
    [{ answer: 9.81, tolerance: 0.05 }, '9.86', 1, []],
    [{ answer: 9.81, tolerance: 0.05 }, '9.87', 0, []],
    [{ answer: 200, tolerance: '2%' }, '204', 1, []],
    [{ answer: 200, tolerance: '2%' }, '204.1', 0, []],
    [{ answer: -200, tolerance: '2%' }, '−196', 1, []],
    [{ answer: -200 }, '200', 0, []],
    [{ answer: '1/3' }, '1/3', 1, []],
    [{ answer: '1/3', tolerance: 0.001 }, '0,333', 1, []],
    [{ answer: [2, -2] }, '-2', 1, []],
    [{ answer: 0 }, '0', 1, []],
    [{ answer: 0 }, '1e-30', 0, []],
    [{ answer: 6.626e-34, tolerance: '1%' }, '6.63 × 10⁻³⁴', 1, []],
    [{ answer: 6.626e-34, tolerance: '1%' }, '0', 0, []],
    [{ answer: 1234 }, '1,234', 1, []],
    [{ answer: 1.234 }, '1,234', 1, []],
    [{ answer: 1234 }, '1.234', 1, []],
    [{ answer: 0.75 }, '75 %', 1, []],
    [{ answer: 75 }, '75', 1, []],
    // Asked for in percent, without saying so in a unit.
    [{ answer: 75 }, '75 %', 1, []],
    [{ answer: 75 }, '74 %', 0, []],
    [{ answer: 75 }, '7500 %', 1, []],
    [{ answer: 0.75 }, '0.75 %', 0, ['unit-wrong']],
    [{ answer: 0.5, mistakes: [50] }, '50 %', 1, []],
    [{ answer: 1.5 }, '1½', 1, []],
    [{ answer: 1.5, unit: 'h' }, '1 ½ h', 1, []],
    // 0 has no figure that counts.
    [{ answer: 0, figures: 3 }, '0', 1, []],
    [{ answer: 0, figures: 3 }, '0.00', 1, []],
    [{ answer: [0, 2.5], figures: 2 }, '0', 1, []],
    [{ answer: [0, 2.5], figures: 2 }, '2.50', 0.5, ['figures']],
    [{ answer: 0, figures: 3, unit: 'm' }, '0', 0.5, ['unit-missing']],
    [{ answer: 75 }, '75 apples', 0, ['not-a-number']],
    [{ answer: 75 }, '', 0, ['not-a-number']],
    [{ answer: 75 }, 'seventy-five', 0, ['not-a-number']],
    [{ answer: 0.3 }, String(0.1 + 0.2), 1, []],
    [FALL, '9.81 m/s²', 1, []],
    [FALL, '9.7 m s^-2', 1, []],
    [FALL, '981 cm/s^2', 1, []],
    [FALL, '127137,6 km/h²', 1, []],
    [FALL, '9.81', 0.5, ['unit-missing']],
    [FALL, '12', 0, ['unit-missing']],
    [FALL, '9.81 kg', 0, ['unit-unknown']],
    [FALL, '9.81 m', 0, ['unit-unknown']],
    [FALL, '9.81 cm/s²', 0, ['unit-wrong']],
    [FALL, '12 cm/s²', 0, []],
    // S is a siemens.
    [FALL, '9.81 M/S^2', 0, ['unit-unknown']],
    [{ answer: 5, unit: 'MPa' }, '5 MPa', 1, []],
    [{ answer: 5, unit: 'MPa' }, '5 mPa', 0, ['unit-unknown']],
    [{ answer: 5, unit: 'MPa' }, '5 mpa', 0, ['unit-unknown']],
    [{ answer: 5, unit: 'mW' }, '5 MW', 0, ['unit-unknown']],
    [{ answer: 5, unit: 'ml' }, '5 mL', 1, []],
    [{ answer: 5, unit: 'ml' }, '5 ML', 0, ['unit-unknown']],
    [{ answer: 5, unit: 'km' }, '5 KM', 1, []],
    [{ answer: 5, unit: 'kWh' }, '5 kwh', 1, []],
    [{ answer: 5, unit: 'Bq', units: ['kBq'] }, '5 kBq', 0, ['unit-wrong']],
    [{ answer: 5000, unit: 'Bq', units: ['kBq'] }, '5 kBq', 1, []],
    [{ answer: 2, unit: 'Sv', units: ['mSv'] }, '2000 mSv', 1, []],
    [{ answer: 2, unit: 'klm', units: ['lm'] }, '2000 lm', 1, []],
    [{ answer: 1, unit: 'kcal', units: ['kJ'] }, '4.184 kJ', 1, []],
    [{ answer: 2, unit: 'd', units: ['h'] }, '48 h', 1, []],
    [{ answer: 180, unit: '°', units: ['rad'], tolerance: 0.1 }, '3.1416 rad', 1, []],
    [{ answer: 180, unit: '°' }, '180°', 1, []],
    [{ answer: 1, unit: 'pc', units: ['ly'], tolerance: '1%' }, '3.26 ly', 1, []],
    [{ answer: 120, unit: 'rpm', units: ['Hz'] }, '2 Hz', 1, []],
    [{ answer: 1, unit: '%', units: ['ppm'] }, '10000 ppm', 1, []],
    [{ answer: 1, unit: '%', units: ['ppm'] }, '1 ppm', 0, ['unit-wrong']],
    [{ answer: 5, unit: 'N m' }, '5 Nm', 1, []],
    [{ answer: 5, unit: 'Nm', units: ['kNm'] }, '0.005 kNm', 1, []],
    [{ answer: 5, unit: 'N m', units: ['Nm'] }, '5 N·m', 1, []],
    [{ answer: 5, unit: 'm s' }, '5 ms', 0, ['unit-unknown']],
    [{ answer: 5, unit: '1/s' }, '5 s^-1', 1, []],
    [{ answer: 5, unit: 's^-1' }, '5/s', 1, []],
    [{ answer: 5, unit: 'm/s' }, '5 m/s s', 0, ['unit-unknown']],
    [WARM, '20 °C', 1, []],
    [WARM, '68 °F', 1, []],
    [WARM, '293.15 K', 1, []],
    [WARM, '20 K', 0, ['unit-wrong']],
    [{ answer: 5, unit: 'mW', units: ['MW'] }, '5 mw', 0, ['unit-unknown']],
    [{ answer: 5, unit: '€', units: ['EUR', 'euro'] }, '€5', 1, []],
    [{ answer: 5, unit: '€', units: ['EUR', 'euro'] }, '5.00 Euro', 1, []],
    [{ answer: 75, unit: '%' }, '75 %', 1, []],
    [{ answer: 75, unit: '%' }, '0.75', 0, ['unit-missing']],
    // Names in four languages for the symbols, and symbols for the names.
    [{ answer: 12, unit: 'kilometres', units: ['m'] }, '12 m', 0, ['unit-wrong']],
    [{ answer: 12, unit: 'kilometres', units: ['m'] }, '12000 m', 1, []],
    [{ answer: 12, unit: 'kilometres', units: ['m'] }, '12 km', 1, []],
    [{ answer: 2, unit: 'kilogramm', units: ['gramm'] }, '2 kg', 1, []],
    [{ answer: 2, unit: 'kilogramm', units: ['gramm'] }, '2 gramm', 0, ['unit-wrong']],
    [{ answer: 2, unit: 'kilogramm', units: ['gramm'] }, '2000 g', 1, []],
    [{ answer: 2, unit: 'sec' }, '2 s', 1, []],
    [{ answer: 2, unit: 'sec' }, '2 Sekunden', 1, []],
    [{ answer: 1.5, unit: 'km' }, '1.5 kilometres', 1, []],
    [{ answer: 1.5, unit: 'km' }, '1,5 Kilometer', 1, []],
    [{ answer: 1.5, unit: 'km' }, '1,5 kilomètres', 1, []],
    [{ answer: 1.5, unit: 'km' }, '1,5 kilómetros', 1, []],
    [{ answer: 1.5, unit: 'km' }, '1.5 constructor', 0, ['unit-unknown']],
    [{ answer: 90, unit: 'km/h', units: ['m/s'] }, '90 kilometres per hour', 1, []],
    [{ answer: 90, unit: 'km/h', units: ['m/s'] }, '90 Kilometer pro Stunde', 1, []],
    [{ answer: 90, unit: 'km/h', units: ['m/s'] }, '25 metros por segundo', 1, []],
    [{ answer: 90, unit: 'km/h' }, '90 kph', 1, []],
    [{ answer: 60, unit: 'mph', units: ['km/h'], tolerance: 1 }, '96.5 kmh', 1, []],
    [{ answer: 500, unit: 'mL' }, '500 millilitres', 1, []],
    [{ answer: 500, unit: 'ml' }, '500 mL', 1, []],
    [{ answer: 2, unit: 'kcal', units: ['kJ'], tolerance: 0.01 }, '8.368 kJ', 1, []],
    [{ answer: 90, unit: 'deg' }, '90°', 1, []],
    [{ answer: 90, unit: '°' }, '90 Grad', 1, []],
    [{ answer: 100, unit: 'grad', units: ['deg'] }, '90 deg', 1, []],
    [{ answer: 100, unit: 'grad', units: ['deg'] }, '100 grad', 1, []],
    [WARM, '20 degrees Celsius', 1, []],
    [WARM, '68 Grad Fahrenheit', 1, []],
    [WARM, '20 degrees', 0, ['unit-unknown']],
    [{ answer: 5, unit: '€' }, '5 Euro', 1, []],
    [{ answer: 5, unit: 'people', units: ['persons'] }, '5 Persons', 1, []],
    [THREE, '9.81', 1, []],
    [THREE, '9.807', 0.5, ['figures']],
    [THREE, '9.80665', 0.5, ['figures']],
    [THREE, '9.8', 0.5, ['figures']],
    [THREE, '10', 0, []],
    [THREE, '9.80', 0, []],
    [THREE, '9.82', 0, []],
    [{ answer: 1500, figures: 3 }, '1500', 1, []],
    [{ answer: 1500, figures: 3 }, '1.50e3', 1, []],
    [{ answer: 1500, figures: 3 }, '1.5e3', 0.5, ['figures']],
    [{ answer: 0.5, figures: 2 }, '1/2', 0.5, ['figures']],
    [{ ...FALL, figures: 3 }, '9.810', 0.5, ['unit-missing', 'figures']],
  ])('%j, typed %j: %d %j', async (fields, text, credit, remarks) => {
    expect(await graded(fields, text)).toMatchObject({ credit, remarks });
  });

  test('answers and mistakes say their words', async () => {
    const fields = {
      answer: { value: 9.81, feedback: 'Yes.' },
      mistakes: [{ value: 981, feedback: 'In *cm*.' }, 3],
      unit: 'm',
    };
    expect((await graded(fields, '9.81 m'))?.feedback).toEqual(['Yes.']);
    expect(await graded(fields, '981 m')).toMatchObject({
      credit: 0,
      feedback: ['In *cm*.'.replace(/\*(.*)\*/, '<em>$1</em>')],
    });
    expect(await graded(fields, '981')).toMatchObject({
      remarks: ['unit-missing'],
      feedback: ['In <em>cm</em>.'],
    });
    expect((await graded(fields, '9.81'))?.feedback).toEqual([]);
    expect((await graded(fields, '3 m'))?.feedback).toEqual([]);
  });

  test('a response of another shape is none', async () => {
    const question = linked('numeric', await fromYaml({ prompt: '?', answer: 1 }));
    expect(gradeNumeric(question, { type: 'single', option: '1' })).toBeUndefined();
  });
});

describe('reading', () => {
  test('Markdown is what YAML says', async () => {
    const markdown = await fromMarkdown(
      'type=numeric tolerance=2% figures=3 unit="m/s^2" units="cm/s^2, km/h^2"',
      'How *fast*?\n\n- [x] 9.81\n  > Yes.\n- [ ] 98.1\n  > Look *again*.\n- [ ] 3/4',
    );
    const yaml = await fromYaml({
      prompt: 'How *fast*?',
      answer: [{ value: 9.81, feedback: 'Yes.' }],
      mistakes: [{ value: 98.1, feedback: 'Look *again*.' }, '3/4'],
      tolerance: '2%',
      figures: 3,
      unit: 'm/s^2',
      units: ['cm/s^2', 'km/h^2'],
    });
    expect(markdown.findings).toEqual([]);
    expect(yaml.findings).toEqual([]);
    expect(unplaced(markdown.source)).toEqual(unplaced(yaml.source));
    expect(linked('numeric', markdown).units).toEqual([
      { key: 'm1 s-2', factor: 1, shift: 0, exact: true },
      { key: 'cm1 s-2', factor: 0.01, shift: 0, exact: true },
      { key: 'h-2 km1', factor: 0.0000771604938272, shift: 0, exact: true },
    ]);
  });

  test('of a number no unit is asked for', async () => {
    expect(linked('numeric', await fromYaml({ prompt: '?', answer: 1 })).units).toBeUndefined();
  });
});

describe('findings', () => {
  test.each<[Fields, string[]]>([
    [{ answer: [] }, ['question/no-answer: id']],
    [{ answer: 'many' }, ['question/not-a-number: many']],
    [{ answer: '9.81 m' }, ['question/not-a-number: 9.81 m']],
    [{ answer: '1,234' }, ['question/not-a-number: 1,234']],
    [{ answer: Number.POSITIVE_INFINITY }, ['schema/wrong-type: .inf']],
    [{ answer: 5, mistakes: [5] }, ['question/repeated-answer: 5']],
    [{ answer: 5, mistakes: [5.1], tolerance: '5%' }, ['question/repeated-answer: 5.1']],
    [{ answer: 5, mistakes: [5.1] }, []],
    [{ answer: 5, tolerance: -1 }, ['schema/bad-value: -1']],
    [{ answer: 5, tolerance: '200%' }, ['schema/bad-value: 200%']],
    [{ answer: 5, tolerance: 'some' }, ['schema/bad-value: some']],
    [{ answer: 5, figures: 0 }, ['schema/bad-value: 0']],
    [{ answer: 5, figures: 2.5 }, ['schema/wrong-type: 2.5']],
    [{ answer: 5, unit: 'm/ss' }, ['question/unknown-unit: m/ss']],
    [
      { answer: 5, unit: 'm', units: ['metres2go', 'kg'] },
      ['question/unknown-unit: metres2go', 'question/unlike-unit: kg'],
    ],
    [{ answer: 5, unit: 'constructor/__proto__' }, ['question/unknown-unit: constructor/__proto__']],
    [{ answer: 5, unit: 'apples', units: ['pieces'] }, []],
    [{ type: 'numeric', options: [] }, ['schema/missing-field: id', 'schema/unknown-field: options']],
  ])('%j', async (fields, findings) => {
    const found = (await fromYaml({ prompt: '?', ...fields })).findings;
    expect([...found].sort()).toEqual([...findings].sort());
  });

  test('in Markdown, at their places', async () => {
    const { findings } = await fromMarkdown(
      'type=numeric unit=m units="kg, cm"',
      '?\n\n- [x] 9.81 m\n- [ ] *5*\n- [ ] 5.0\n- 7',
    );
    expect(findings).toEqual([
      'question/not-a-number: 9.81 m',
      'question/repeated-answer: 5.0',
      'question/unmarked-option: - 7',
      'question/unlike-unit: kg, cm',
    ]);
  });
});
