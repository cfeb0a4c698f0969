import { describe, expect, it } from 'vitest';
import { chanceOfAtLeast } from '../../src/lint/chance.ts';
import { itemWriting } from '../../src/lint/item-writing.ts';
import { askingSentence, unmarkedNegation } from '../../src/lint/negation.ts';
import { compared, overlapOf } from '../../src/lint/overlap.ts';
import { wordsOf } from '../../src/lint/wording.ts';
import { completeCourse } from '../fixtures/harness/complete.ts';
import { diagnose } from '../fixtures/harness/load.ts';

const span = { file: 'x', start: 0, end: 0 };
const answer = (text: string, html = text) => compared({ text, html, span });

describe('chance', () => {
  it.each<[number, number[], number]>([
    [0, [0.5, 0.5], 1],
    [2, [0.5, 0.5], 0.25],
    [1, [0.25, 0.25], 7 / 16],
    [4, [1 / 3, 1 / 3, 1 / 3, 1 / 3], 1 / 81],
    [2, [1, 0, 0.5], 0.5],
    [3, [0.5, 0.5], 0],
  ])('of at least %i among %j', (successes, probabilities, expected) => {
    expect(chanceOfAtLeast(successes, probabilities)).toBeCloseTo(expected, 12);
  });
});

describe('a negation', () => {
  it.each<[string, string, string | undefined]>([
    ['en', 'Which of these is not a gas?', 'not'],
    ['en', 'Which of these is <strong>not</strong> a gas?', undefined],
    ['en', 'Which of these is <em>not</em> a gas?', undefined],
    ['en', 'Which of these is NOT a gas?', undefined],
    ['en', 'Which of these isn’t a gas?', 'isn’t'],
    ['en', 'Salt does not feed yeast. What does it do?', undefined],
    ['en', 'What do you do if the dough does not rise?', undefined],
    ['en', 'If it does not rise, which of these does not help?', 'not'],
    ['en', 'Why does the dough not rise?', undefined],
    ['en', 'What is not only cheap but quick?', undefined],
    ['en', 'Somebody says: “It does not rise.” What do you answer?', undefined],
    ['en', 'What does <code>not x</code> give?', undefined],
    ['en', 'Note the nothing in knots: which is it?', undefined],
    ['en', 'All are gases except', 'except'],
    ['de', 'Was gehört nicht dazu?', 'nicht'],
    ['de', 'Was gehört NICHT dazu?', undefined],
    ['de', 'Was tust du, wenn der Teig nicht aufgeht?', undefined],
    ['de', 'Wie heißt das Mehl, das nicht bindet?', undefined],
    ['de', 'Welches ist keines davon?', 'keines'],
    ['de', 'Warum geht der Teig nicht auf?', undefined],
    ['es', '¿Cuál no es un gas?', 'no'],
    ['es', '¿Qué haces si la masa no sube?', undefined],
    ['es', '¿Por qué no sube la masa?', undefined],
    ['fr', 'Lequel n’est pas un gaz ?', 'pas'],
    ['fr', 'Que faire si la pâte ne lève pas ?', undefined],
    ['fr', 'Tous sont des gaz sauf lequel ?', 'sauf'],
    ['fr', 'Pourquoi la pâte ne lève-t-elle pas ?', undefined],
  ])('%s: %s', (language, html, expected) => {
    const words = itemWriting(language);
    expect(words && unmarkedNegation(askingSentence(html), words)).toBe(expected);
  });
});

describe('all and none of the above', () => {
  const folded = (text: string) => wordsOf(text).join(' ');
  it.each([
    [
      'en',
      ['All of the above', 'all the above.', 'All of these are correct', 'Both A and C', 'Any of the above'],
      ['None of the above', 'None of these', 'Neither of the above', 'None of the answers is correct'],
    ],
    [
      'de',
      ['Alle genannten', 'Alles davon', 'Alle oben genannten Antworten sind richtig'],
      ['Keine davon', 'Keine der genannten Antworten', 'Nichts davon'],
    ],
    [
      'es',
      ['Todas las anteriores', 'Todo lo anterior', 'Todas son correctas'],
      ['Ninguna de las anteriores', 'Ninguna es correcta'],
    ],
    [
      'fr',
      ['Toutes ces réponses', 'Tout ce qui précède', 'Toutes les réponses sont correctes'],
      ['Aucune de ces réponses', 'Aucune des réponses ci-dessus'],
    ],
  ])('in %s', (language, all, none) => {
    const words = itemWriting(language);
    for (const text of all) expect(words?.allOfTheAbove.test(folded(text)), text).toBe(true);
    for (const text of none) expect(words?.noneOfTheAbove.test(folded(text)), text).toBe(true);
    for (const text of all) expect(words?.noneOfTheAbove.test(folded(text)), text).toBe(false);
  });
  it.each([
    ['en', 'All of the flour'],
    ['en', 'None'],
    ['en', 'Any flour'],
    ['en', 'A and the rest'],
    ['de', 'Alle Mehle'],
    ['de', 'Kein Mehl'],
    ['es', 'Toda la harina'],
    ['fr', 'Toute la farine'],
  ])('%s: not %s', (language, text) => {
    const words = itemWriting(language);
    expect(words?.allOfTheAbove.test(folded(text)) || words?.noneOfTheAbove.test(folded(text))).toBe(false);
  });
  it('is looked for in languages that have the phrases', () => {
    expect(itemWriting('de-CH')).toBeDefined();
    expect(itemWriting('ja')).toBeUndefined();
    expect(itemWriting('constructor')).toBeUndefined();
    expect(itemWriting(undefined)).toBeUndefined();
  });
});

describe('two options', () => {
  it.each<[string, string, ReturnType<typeof overlapOf>]>([
    ['Salt', 'salt.', { by: 'spelling' }],
    ['its', 'it’s', undefined],
    ['1.5', '15', undefined],
    ['-5', '5', undefined],
    ['resume', 'résumé', undefined],
    ['C', 'C++', undefined],
    ['1–5', '5–10', { by: 'range', shared: '5' }],
    ['5–10', '1–5', { by: 'range', shared: '5' }],
    ['1-5 %', '6-10 %', undefined],
    ['1–5 kg', '5–10 g', undefined],
    ['between 2 and 4', '3 to 8', { by: 'range', shared: '3' }],
    ['2,5 bis 4', '4 bis 8', { by: 'range', shared: '4' }],
    ['1914–1918', '1918–1933', undefined],
    ['the flour is wet', 'the flour is wet and cold', undefined],
    ['the flour is wet', 'the flour is wet inside', { by: 'part', longer: 'second' }],
    ['the flour is wet', 'the flour is wet, but not inside', undefined],
    ['flour', 'rye flour', undefined],
  ])('%s | %s', (a, b, expected) => {
    expect(overlapOf(answer(a), answer(b), true)).toEqual(expected);
  });
  it('are compared to the letter in code, formulas and pictures', () => {
    expect(
      overlapOf(answer('Foo', '<code>Foo</code>'), answer('foo', '<code>foo</code>'), true),
    ).toBeUndefined();
  });
  it('may be parts of each other where several can be taken', () => {
    expect(overlapOf(answer('1–5'), answer('5–10'), false)).toBeUndefined();
  });
});

/** What a careful instructor writes, and no rule about quality may complain about. */
describe('is silent about', () => {
  const question = (id: string, prompt: string, options: string) =>
    `  - id: ${id}\n    prompt: ${prompt}\n    explanation: See the page.\n    options: [${options}]\n`;
  const right = (text: string) => `{ text: "${text}", correct: true }`;
  const wrong = (text: string) => `{ text: "${text}" }`;
  it.each<[string, string]>([
    [
      'three questions with the longest answer right',
      ['a', 'b', 'c']
        .map((id) =>
          question(
            id,
            `What is ${id}?`,
            [wrong('A plain thing'), right('A thing that rises'), wrong('A wet thing')].join(', '),
          ),
        )
        .join(''),
    ],
    [
      'long numbers',
      question(
        'a',
        'How many grams of salt?',
        [right('1000000000000000000000000000000'), wrong('1'), wrong('2')].join(', '),
      ),
    ],
    [
      'an answer that is a term of the subject',
      question('a', 'Which flour is strong?', [right('Bread flour'), wrong('Cake flour')].join(', ')) +
        question('b', 'How is bread flour stored?', [wrong('In the sun'), right('In the dark')].join(', ')),
    ],
    [
      'a prompt that names right and wrong answers',
      question(
        'a',
        'Which gas does yeast give off as it feeds?',
        [right('Carbon dioxide'), wrong('Oxygen')].join(', '),
      ) +
        question(
          'b',
          'Yeast takes oxygen and gives off carbon dioxide as it feeds. Why?',
          [wrong('It cools'), right('It breathes')].join(', '),
        ),
    ],
    [
      '“always” in the prompt',
      question('a', 'Which of these is always in bread?', [right('Flour'), wrong('Always sugar')].join(', ')),
    ],
    [
      '“always” in the right answer',
      question('a', 'When do you weigh flour?', [right('Always'), wrong('Never')].join(', ')),
    ],
    [
      'a negation that is emphasised',
      question('a', 'Which is **not** wet?', [right('Flour'), wrong('Water')].join(', ')),
    ],
    [
      'a pass mark in a quiz of one question',
      question('a', 'Which is dry?', [right('Flour'), wrong('Water')].join(', ')),
    ],
  ])('%s', async (_, questions) => {
    const quiz = `title: Test\npass: 100%\nquestions:\n${questions}`;
    const found = await diagnose(completeCourse({ 'quizzes/test.yaml': quiz }), 'quality');
    expect(found.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });
  it('English phrases in another language', async () => {
    const quiz = `title: Test\nquestions:\n${question('a', 'What is not wet?', [right('All of the above'), wrong('Water')].join(', '))}`;
    const course = { 'course.yaml': 'language: ja\n', 'quizzes/test.yaml': quiz };
    expect(await diagnose(completeCourse(course), 'quality')).toEqual([]);
  });
});
