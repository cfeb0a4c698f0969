/** Random questions of the types that are answered by a number. */
import fc from 'fast-check';
import { perhaps } from './texts.ts';
import { taskList, type Written } from './written.ts';

/** How a number is to be given: the same in both forms. */
const rules = fc.record({
  tolerance: fc.constantFrom(undefined, 0, 0.05, '2%'),
  figures: fc.constantFrom(undefined, 1, 3),
  units: fc.constantFrom(
    undefined,
    ['m/s^2'],
    ['m/s^2', 'cm/s^2', 'km/h^2'],
    ['degC', 'degF', 'K'],
    ['€', 'EUR'],
    ['%'],
  ),
});

type Rules = typeof rules extends fc.Arbitrary<infer T> ? T : never;

function written({ tolerance, figures, units }: Rules) {
  const [unit, ...others] = units ?? [];
  const fields = {
    ...(tolerance !== undefined && { tolerance }),
    ...(figures !== undefined && { figures }),
    ...(unit !== undefined && { unit }),
    ...(others.length > 0 && { units: others }),
  };
  const attributes = Object.entries(fields).map(
    ([name, value]) => `${name}="${Array.isArray(value) ? value.join(', ') : value}"`,
  );
  return { fields, attributes };
}

export const numeric: fc.Arbitrary<Written> = fc
  .tuple(
    fc.constantFrom('9.81', '-3', '1234', '0', '3/4', '6.626e-34', '1.5e3'),
    fc.subarray(['17', '-98.1', '1e12', '0.2', '55.5'], { minLength: 0 }),
    fc.array(perhaps, { minLength: 6, maxLength: 6 }),
    rules,
  )
  .map(([right, wrong, feedback, given]) => {
    // A share of 0 is nothing, and 0.05 is everything beside a tiny number.
    const isTiny = Math.abs(Number(right)) < 1e-9;
    const tolerance = right === '0' ? 0.05 : isTiny ? '2%' : given.tolerance;
    const { fields, attributes } = written({ ...given, tolerance });
    const known = [right, ...wrong].map((text, i) => ({ text, correct: i === 0, feedback: feedback[i] }));
    const entries = known.map(({ text, feedback: said }) => ({
      value: Number.isNaN(Number(text)) ? text : Number(text),
      ...(said !== undefined && { feedback: said }),
    }));
    const mistakes = entries.slice(1);
    return {
      fields: { answer: entries.slice(0, 1), ...(mistakes.length > 0 && { mistakes }), ...fields },
      markdown: { attributes: ['type=numeric', ...attributes].join(' '), body: taskList(known) },
    };
  });

export const calculated: fc.Arbitrary<Written> = fc
  .tuple(
    fc.constantFrom('w * h + 100', 'w - 20 h', '2 (w + h) + 500'),
    fc.subarray(['w', '-h', '10^6 w / h'], { minLength: 0 }),
    fc.array(perhaps, { minLength: 4, maxLength: 4 }),
    fc.constantFrom(1, 7, 30),
    rules,
  )
  .map(([right, wrong, feedback, variants, given]) => {
    // Some of the results have many decimals.
    const { fields, attributes } = written({ ...given, tolerance: given.tolerance ?? 0.01 });
    const known = [right, ...wrong].map((formula, i) => ({
      text: `\`${formula}\``,
      formula,
      correct: i === 0,
      feedback: feedback[i],
    }));
    const entries = known.map(({ formula, feedback: said }) => ({
      formula,
      ...(said !== undefined && { feedback: said }),
    }));
    const mistakes = entries.slice(1);
    const table = '| | | | |\n| --- | --- | --- | --- |\n| w | 2 | 9 | 0.5 |\n| h | 1, 2.5, 3 | | |';
    return {
      prompt: 'With {w} and {h}?',
      fields: {
        variables: { w: { from: 2, to: 9, step: 0.5 }, h: [1, 2.5, 3] },
        answer: entries.slice(0, 1),
        ...(mistakes.length > 0 && { mistakes }),
        variants,
        ...fields,
      },
      markdown: {
        attributes: ['type=calculated', `variants=${variants}`, ...attributes].join(' '),
        body: `${table}\n\n${taskList(known)}`,
      },
    };
  });
