import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterHints } from '../../src/assess/hints.ts';
import { score, scoreShare } from '../../src/assess/score.ts';
import type { Response } from '../../src/model/events.ts';
import type { CreditRule } from '../../src/questions/multiple/types.ts';
import type { QuestionOf } from '../../src/questions/question.ts';
import { grade, outcomes } from '../../src/questions/registry.ts';

type ChoiceQuestion = QuestionOf<'single'> | QuestionOf<'multiple'>;

/** A question whose options are named a, b, c …; capital letters are correct. */
function question<Type extends ChoiceQuestion['type']>(type: Type, options: string) {
  return {
    type,
    key: 'm#q',
    id: 'q',
    prompt: '<p>?</p>',
    hints: [],
    points: 1,
    competencies: [],
    options: [...options].map((letter) => ({
      id: letter.toLowerCase(),
      text: letter,
      correct: letter !== letter.toLowerCase(),
      ...(letter !== 'z' && { feedback: `about ${letter.toLowerCase()}` }),
    })),
  };
}

const one = (option: string): Response => ({ type: 'single', option });
const many = (options: string): Response => ({ type: 'multiple', options: [...options] });

/** The options are named a, b, c …; those in capitals are right. */
describe('grading of single choice', () => {
  test.each<[string, string, number]>([
    ['Ab', 'a', 1],
    ['Ab', 'b', 0],
    ['aBcd', 'b', 1],
    ['aBcd', 'd', 0],
    // A mistake of the author, which a rule reports: either is right.
    ['ABc', 'a', 1],
    ['ABc', 'b', 1],
    ['ABc', 'c', 0],
    // Nothing is right, everything is.
    ['ab', 'a', 0],
    ['AB', 'b', 1],
    // An option that an edit took away, an empty name, another letter case, names of all objects, no text at all.
    ['Ab', 'gone', 0],
    ['Ab', '', 0],
    ['Ab', 'A', 0],
    ['Ab', '__proto__', 0],
    ['Ab', 'constructor', 0],
    ['Ab', '\ud800', 0],
    ['Ab', 'a'.repeat(50_000), 0],
    ['Éa', 'é', 1],
    ['Éa', 'e\u0301', 0],
    ['', 'a', 0],
  ])('%s, %s: %s', (options, option, credit) => {
    expect(grade(question('single', options), one(option))?.credit).toBe(credit);
  });

  test('a response of another shape is none', () => {
    expect(grade(question('single', 'Ab'), many('a'))).toBeUndefined();
    expect(grade(question('single', 'Ab'), { type: 'text', text: 'a' })).toBeUndefined();
  });
});

describe('grading of multiple choice', () => {
  test.each<[string, CreditRule | undefined, readonly string[], number]>([
    ['ABcd', undefined, ['a', 'b'], 1],
    ['ABcd', undefined, ['a'], 0.5],
    ['ABcd', undefined, ['a', 'b', 'c'], 0.5],
    ['ABcd', undefined, ['a', 'c'], 0],
    ['ABcd', undefined, ['a', 'b', 'c', 'd'], 0],
    ['ABcd', undefined, ['c', 'd'], 0],
    ['ABcd', undefined, [], 0],
    ['ABCd', undefined, ['a', 'b', 'd'], 1 / 3],
    // The same option twice, one that an edit took away, names of all objects.
    ['ABcd', undefined, ['a', 'a', 'b'], 1],
    ['ABcd', undefined, ['a', 'b', 'gone'], 0.5],
    ['ABcd', undefined, ['__proto__', 'constructor', ''], 0],
    // None is right: ticking none is the answer.
    ['ab', undefined, [], 1],
    ['ab', undefined, ['a'], 0],
    ['ab', 'unpenalised', ['a'], 0],
    ['', undefined, ['a'], 0],
    ['ABcd', 'partial', ['a', 'c'], 0],
    ['ABcd', 'unpenalised', ['a', 'c'], 0.5],
    ['ABcd', 'unpenalised', ['a', 'b', 'c', 'd'], 1],
    ['ABcd', 'unpenalised', ['c', 'd'], 0],
    ['ABcd', 'all-or-nothing', ['a', 'b'], 1],
    ['ABcd', 'all-or-nothing', ['a'], 0],
    ['ABcd', 'all-or-nothing', ['a', 'b', 'c'], 0],
    ['ÄÖü', 'all-or-nothing', ['ä', 'ö'], 1],
    ['AB', undefined, Array.from({ length: 5000 }, () => 'a'), 0.5],
  ])('%s, %s, %j: %s', (options, rule, chosen, credit) => {
    const asked = { ...question('multiple', options), ...(rule && { credit: rule }) };
    expect(grade(asked, { type: 'multiple', options: chosen })?.credit).toBe(credit);
    expect(outcomes(asked)).toContain(credit);
  });

  test('a response of another shape is none', () => {
    expect(grade(question('multiple', 'Ab'), one('a'))).toBeUndefined();
    expect(grade(question('multiple', 'Ab'), { type: 'order', order: ['a'] })).toBeUndefined();
  });
});

test('hints take their share of what is earned', () => {
  const hints = [0, 0.25, 0.25].map((cost) => ({ text: '', cost }));
  const asked = { ...question('multiple', 'ABcd'), hints };
  expect(outcomes(asked)).toEqual([0, 0.25, 0.375, 0.5, 0.75, 1]);
  expect([0, 1, 2, 3].map((opened) => afterHints(0.5, hints, opened))).toEqual([0.5, 0.5, 0.375, 0.25]);
});

test('each option is marked; only what was chosen gets its feedback', () => {
  expect(grade(question('multiple', 'ABcz'), many('acz'))?.parts).toEqual([
    { part: 'a', chosen: true, right: true, feedback: 'about a' },
    { part: 'b', chosen: false, right: false },
    { part: 'c', chosen: true, right: false, feedback: 'about c' },
    { part: 'z', chosen: true, right: false },
  ]);
});

test.each<[string, ChoiceQuestion['type'], number[]]>([
  ['Ab', 'single', [0, 1]],
  ['ab', 'single', [0]],
  ['AB', 'single', [1]],
  ['ABcd', 'multiple', [0, 0.5, 1]],
  ['AB', 'multiple', [0, 0.5, 1]],
  ['ab', 'multiple', [0, 1]],
])('outcomes of %s as %s: %j', (options, type, expected) => {
  expect(outcomes(question(type, options))).toEqual(expected);
});

test('outcomes are exactly the credits that responses earn', () => {
  const letters = fc.array(fc.boolean(), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(letters, (keys) => {
      const options = keys.map((correct, i) => {
        const letter = String.fromCharCode(97 + i);
        return correct ? letter.toUpperCase() : letter;
      });
      const ids = options.map((option) => option.toLowerCase());
      const sets = Array.from({ length: 2 ** ids.length }, (_, bits) =>
        ids.filter((_id, i) => bits & (1 << i)),
      );
      const seen = (type: ChoiceQuestion['type'], responses: Response[]) => {
        const asked = question(type, options.join(''));
        const credits = responses.map((response) => grade(asked, response)?.credit ?? -1);
        expect([...new Set(credits)].sort((a, b) => a - b)).toEqual(outcomes(asked));
      };
      seen(
        'multiple',
        sets.map((set) => many(set.join(''))),
      );
      seen('single', ids.map(one));
    }),
    { numRuns: 100 },
  );
});

describe('the score of an attempt', () => {
  const questions = [
    { key: 'q#1', points: 2 },
    { key: 'q#2', points: 1 },
  ];
  test.each<[Record<string, number>, number, number]>([
    [{ 'q#1': 0.5, 'q#2': 1 }, 2, 3],
    [{ 'q#2': 1 }, 1, 3],
    [{ 'q#1': 1, 'q#9': 1 }, 2, 3],
    [{}, 0, 3],
  ])('%j', (credits, earned, possible) => {
    expect(score(questions, credits)).toEqual({ earned, possible });
  });

  test('inherited names are no credits', () => {
    expect(score([{ key: 'constructor', points: 1 }], {})).toEqual({ earned: 0, possible: 1 });
  });

  test.each([
    [{ earned: 1, possible: 4 }, 0.25],
    [{ earned: 9, possible: 4 }, 1],
    [{ earned: 0, possible: 0 }, 1],
  ])('as a share: %j', (found, share) => {
    expect(scoreShare(found)).toBe(share);
  });
});
