import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { score, scoreShare } from '../../src/assess/score.ts';
import type { Response } from '../../src/model/events.ts';
import type { QuestionOf } from '../../src/questions/question.ts';
import { grade, outcomes } from '../../src/questions/registry.ts';

type ChoiceQuestion = QuestionOf<'single'> | QuestionOf<'multiple'>;

/** A question whose options are named a, b, c …; capital letters are correct. */
function question(type: ChoiceQuestion['type'], options: string): ChoiceQuestion {
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

describe('credit', () => {
  test.each<[string, ChoiceQuestion['type'], Response, number]>([
    ['Ab', 'single', one('a'), 1],
    ['Ab', 'single', one('b'), 0],
    ['ABc', 'single', one('b'), 1],
    ['Ab', 'single', one('gone'), 0],
    ['ABcd', 'multiple', many('ab'), 1],
    ['ABcd', 'multiple', many('a'), 0.5],
    ['ABcd', 'multiple', many('abc'), 0.5],
    ['ABcd', 'multiple', many('abcd'), 0],
    ['ABcd', 'multiple', many('cd'), 0],
    ['ABcd', 'multiple', many(''), 0],
    ['ABcd', 'multiple', many('aab'), 1],
    ['ABcd', 'multiple', { type: 'multiple', options: ['a', 'b', 'gone'] }, 1],
    ['ab', 'multiple', many(''), 1],
    ['ab', 'multiple', many('a'), 0],
  ])('%s as %s, %j: %s', (options, type, response, credit) => {
    expect(grade(question(type, options), response)).toMatchObject({ credit });
  });

  test('a response of another type is no response', () => {
    expect(grade(question('single', 'Ab'), many('a'))).toBeUndefined();
    expect(grade(question('multiple', 'Ab'), one('a'))).toBeUndefined();
  });
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
