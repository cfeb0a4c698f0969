import fc from 'fast-check';
import { randomFor } from '../../../src/assess/random.ts';
import type { Response } from '../../../src/model/events.ts';
import { MAX_TEXT_LENGTH } from '../../../src/model/parse-response.ts';
import type { Question } from '../../../src/questions/question.ts';
import { grade } from '../../../src/questions/registry.ts';
import { guess } from './guess.ts';

/** What nobody means as an answer, and what is written where one is wanted. */
const absurd = fc.oneof(
  fc.constantFrom(
    ...[
      '',
      ' ',
      '\0',
      '\n',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'length',
      '\ud800',
      '\udfff\ud800',
    ],
    ...[
      'NaN',
      'Infinity',
      '-Infinity',
      '-0',
      '1e999',
      '1e-999',
      '0x10',
      '1_000',
      '١٢٣',
      '½',
      '1/0',
      '0/0',
      '%',
      '50 %',
    ],
    ...[
      '1,234',
      '1.234',
      '1.234,5',
      "1'234.5",
      '1 234',
      '−5',
      '+5',
      '--5',
      '1.5e3',
      '1.5 × 10^3',
      '1.5·10³',
      '3/4',
      '.',
      ',',
      'e',
      '.5',
      '5.',
    ],
    ...[
      '9.81 m/s^2',
      '9.81m/s²',
      '5 kg',
      '5 parsec',
      'm',
      '20 °C',
      '68 °F',
      'true',
      'false',
      '0',
      '1',
      '2',
      '-1',
    ],
    ...[
      '\u202eabc',
      'e\u0301',
      'é',
      'ﬁ',
      'İ',
      'ß',
      '👩‍🔬',
      '<script>',
      '&amp;',
      '[[x]]',
      '{x}',
      '*',
      '\\',
      '"',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
  fc.double().map(String),
  fc.integer().map(String),
);

/** As long as an answer may be, and longer. */
const huge = fc
  .tuple(
    fc.constantFrom('x', '9', 'é', '\u0301', '\ud800', 'ab ', '0.', '👩‍🔬', '1e'),
    fc.constantFrom(201, 5000, MAX_TEXT_LENGTH, 60_000),
  )
  .map(([unit, length]) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length));

/** Every text in a question, ids and answers among them. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => [key, ...textsIn(inside)]);
}

const NONE: Response = { type: 'fields', fields: {} };

/** The right answer to a question of several parts, which no guess would find: what its grade says of each part leads there. */
function solved(question: Question): Response | undefined {
  const guessed = guess(question, randomFor(1, 'solved'));
  if (guessed.type !== 'fields') return undefined;
  const known = new Set(textsIn(question));
  const right = Object.keys(guessed.fields).flatMap((part) => {
    const isRight = (text: string) =>
      grade(question, { type: 'fields', fields: { [part]: text } })?.parts.some(
        (found) => found.part === part && found.right,
      );
    const text = [...known].find(isRight);
    return text === undefined ? [] : [[part, text] as const];
  });
  return { type: 'fields', fields: Object.fromEntries(right) };
}

/** Responses to a question: guesses, guesses with something changed, all shapes with parts of it, and nonsense. */
export function responsesTo(question: Question): fc.Arbitrary<Response> {
  const known = fc.constantFrom(...new Set(textsIn(question)));
  const text = fc.oneof(
    { weight: 8, arbitrary: known },
    { weight: 4, arbitrary: absurd },
    { weight: 1, arbitrary: typo(known) },
    // A number with its unit, for one.
    { weight: 2, arbitrary: fc.tuple(known, known).map((both) => both.join(' ')) },
  );
  const right = solved(question);
  const guessed = fc.integer().map((seed) => guess(question, randomFor(seed, 'guess')));
  return fc.oneof(
    {
      weight: right === undefined ? 0 : 3,
      arbitrary: fc
        .tuple(fc.constant(right ?? NONE), fc.array(text, { maxLength: 1 }))
        .map(([response, others]) => (others.length === 0 ? response : altered(response, others))),
    },
    { weight: 8, arbitrary: guessed },
    {
      weight: 4,
      arbitrary: fc
        .tuple(guessed, fc.array(text, { maxLength: 3 }))
        .map(([response, others]) => altered(response, others)),
    },
    {
      weight: 6,
      arbitrary: fc.oneof(
        text.map((option): Response => ({ type: 'single', option })),
        fc.array(text, { maxLength: 8 }).map((options): Response => ({ type: 'multiple', options })),
        fc
          .tuple(
            text,
            fc.option(fc.oneof(fc.nat(600), fc.constantFrom(-1, 0.5, Number.NaN, 2 ** 53)), {
              nil: undefined,
            }),
          )
          .map(
            ([written, variant]): Response => ({
              type: 'text',
              text: written,
              ...(variant !== undefined && { variant }),
            }),
          ),
        fc
          .array(fc.tuple(text, text), { maxLength: 8 })
          .map((fields): Response => ({ type: 'fields', fields: Object.fromEntries(fields) })),
        fc.array(text, { maxLength: 8 }).map((order): Response => ({ type: 'order', order })),
      ),
    },
    { weight: 1, arbitrary: fc.tuple(guessed, huge).map(([response, one]) => altered(response, [one])) },
  );
}

/** A text with two of its characters changed places, or one of them gone. */
function typo(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(text, fc.nat(), fc.boolean()).map(([word, at, drop]) => {
    const i = word.length === 0 ? 0 : at % word.length;
    return (
      word.slice(0, i) +
      (drop ? '' : (word[i + 1] ?? '')) +
      (drop ? '' : (word[i] ?? '')) +
      word.slice(i + (drop ? 1 : 2))
    );
  });
}

/** The same with other texts in the place of the first ones, and the last one missing. */
function altered(response: Response, others: readonly string[]): Response {
  const put = (texts: readonly string[]) => [...others, ...texts.slice(others.length, -1)];
  switch (response.type) {
    case 'single':
      return { ...response, option: others[0] ?? response.option };
    case 'multiple':
      return { ...response, options: put(response.options) };
    case 'text':
      return { ...response, text: others[0] ?? response.text };
    case 'order':
      return { ...response, order: put(response.order) };
    case 'fields': {
      const names = Object.keys(response.fields);
      const values = put(Object.values(response.fields));
      return {
        ...response,
        fields: Object.fromEntries(
          names.flatMap((name, i) => (values[i] === undefined ? [] : [[name, values[i]]])),
        ),
      };
    }
  }
}
