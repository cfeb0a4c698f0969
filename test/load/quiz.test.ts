import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parseGlossary } from '../../src/load/glossary.ts';
import { parseQuiz, unreadableQuiz } from '../../src/load/quiz.ts';
import { questionTools } from '../../src/questions/read.ts';
import { optionsOf } from '../questions/options.ts';
import { shown, verbatim } from './folder.ts';

const parse = (text: string, path = 'quizzes/part/check.yaml') =>
  parseQuiz({ path, text }, verbatim, questionTools);

const GOOD = `title: Basics check
intro: Three *questions*.
pass: 80%
attempts: 3
exhausted: review
review: [what-async-is]
minutes: 4
points: 30
questions:
  - id: q-async
    prompt: >-
      Which of these
      is **asynchronous**?
    options:
      - { text: A recorded lecture, correct: true, feedback: "Yes: watch it when you like." }
      - id: live
        text: 42
    hints: [Think about *when*.]
    explanation: A recording waits.
    points: 2
    competency: shapes
  - { id: q2, type: single, prompt: P, options: [{ text: a, correct: true }, { text: b, correct: true }] }
  - { id: q3, prompt: P, options: [{ text: a, correct: true }, { text: b, correct: true }], competencies: [x, y] }
`;

describe('a quiz', () => {
  it('is read with its places', () => {
    const quiz = parse(GOOD);
    expect(quiz.findings).toEqual([]);
    expect(quiz).toMatchObject({
      id: { value: 'part/check' },
      title: { value: 'Basics check' },
      intro: { text: 'Three *questions*.' },
      pass: { value: 0.8 },
      attempts: { value: 3 },
      exhausted: 'review',
      review: [{ value: 'what-async-is' }],
      minutes: 4,
      points: 30,
    });
    const [first, second, third] = quiz.questions;
    expect(first).toMatchObject({
      type: 'single',
      id: { value: 'q-async' },
      prompt: { text: 'Which of these is **asynchronous**?' },
      options: [
        {
          text: { text: 'A recorded lecture' },
          correct: true,
          feedback: { text: 'Yes: watch it when you like.' },
        },
        { id: 'live', text: { text: '42' }, correct: false },
      ],
      hints: [{ text: { text: 'Think about *when*.' }, cost: 0 }],
      explanation: { text: 'A recording waits.' },
      points: 2,
      competencies: [{ value: 'shapes' }],
    });
    expect(optionsOf(first).map(({ span }) => GOOD.slice(span.start, span.start + 8))).toEqual([
      '{ text: ',
      'id: live',
    ]);
    expect([second?.type, third?.type]).toEqual(['single', 'multiple']);
    expect(third?.competencies.map(({ value }) => value)).toEqual(['x', 'y']);
    expect(third?.points).toBe(1);
  });

  it('gives options ids that outlive their order', () => {
    const ids = (options: string) =>
      optionsOf(
        parse(`title: T\nquestions:\n  - id: q\n    prompt: P\n    options: [${options}]`).questions[0],
      ).map((option) => option.id);
    const [a, b, c] = ids('{text: a}, {text: b}, {text: c}');
    expect(new Set([a, b, c]).size).toBe(3);
    expect(ids('{text: c}, {text: a}, {text: b}')).toEqual([c, a, b]);
  });

  const question = (yaml: string) =>
    `title: T\nquestions:\n  - id: q\n    prompt: P\n    options: [{text: a}]\n${yaml}`;
  test.each<[string, string, string[]]>([
    ['nothing', '', ['schema/missing-field «»', 'schema/missing-field «»']],
    ['no title', 'questions: [{id: q, prompt: P, options: []}]', ['schema/missing-field «questions»']],
    ['a title alone', 'title: T', ['schema/missing-field «title»']],
    ['no questions', 'title: T\nquestions: []', ['schema/empty «questions»']],
    ['a pass mark without percent', question('pass: 80'), ['schema/bad-value «80»']],
    ['a pass mark in words', question('pass: most'), ['schema/bad-value «most»']],
    ['half an attempt', question('attempts: 0.5'), ['schema/wrong-type «0.5»']],
    ['no attempt', question('attempts: 0'), ['schema/bad-value «0»']],
    ['an unknown policy', question('exhausted: reviews'), ['schema/bad-value «reviews»']],
    ['a misspelt field', question('questons: []'), ['schema/unknown-field «questons»']],
    [
      'an unknown type',
      question('').replace('prompt', 'type: multi\n    prompt'),
      ['question/unknown-type «multi»'],
    ],
    [
      'a correct that is text',
      question('').replace('text: a', 'text: a, correct: yes'),
      ['schema/wrong-type «yes»'],
    ],
    ['an option that is text', question('').replace('{text: a}', 'a'), ['schema/wrong-type «a»']],
    ['no points', question('').replace('prompt', 'points: 0\n    prompt'), ['schema/bad-value «0»']],
    [
      'both competency fields',
      question('').replace('prompt', 'competency: a\n    competencies: [b]\n    prompt'),
      ['schema/conflict «competencies»'],
    ],
    [
      'a question twice',
      question('  - id: q\n    prompt: P\n    options: []\n'),
      ['question/duplicate-id «q»'],
    ],
    ['an invalid question id', question('').replace('id: q', 'id: a/b'), ['id/invalid «a/b»']],
    [
      'a reserved question id',
      question('').replace('id: q', 'id: constructor'),
      ['id/invalid «constructor»'],
    ],
    [
      'two options of one text',
      question('').replace('{text: a}', '{text: a}, {text: a}'),
      ['question/duplicate-option «{text: a}»'],
    ],
    [
      'two options of one id',
      question('').replace('{text: a}', '{id: x, text: a}, {id: x, text: b}'),
      ['question/duplicate-option «x»'],
    ],
    ['a list', '- a\n- b', ['schema/wrong-type «- a\n- b»']],
    ['a word', 'hello', ['schema/wrong-type «hello»']],
  ])('%s', (_, text, expected) => {
    expect(shown(parse(text).findings, text)).toEqual(expected);
  });

  test.each([
    ['block', 'title: T\nquestions:\n  - prompt: Which one is it?\n    options: []\n'],
    ['block with CRLF', 'title: T\r\nquestions:\r\n- prompt: Which one is it?\r\n  options: []\r\n'],
    ['flow', 'title: T\nquestions: [{ prompt: Which one is it?, options: [] }]\n'],
  ])('a question without id gets one by a fix: %s', (_, text) => {
    const [finding, ...others] = parse(text).findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'question/missing-id', args: { suggestion: 'which-one-is-it' } });
    const edit = finding?.fix?.[0];
    if (edit === undefined) throw new Error('a fix was expected');
    const fixed = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
    const again = parse(fixed);
    expect(again.findings).toEqual([]);
    expect(again.questions.map((each) => each.id.value)).toEqual(['which-one-is-it']);
  });

  it('keeps every question, and every id apart, whatever the ids are', () => {
    const text = `title: T\nquestions: [${'{id: q, prompt: P, options: []}, {prompt: P, options: []}, '.repeat(30)}]`;
    const { questions } = parse(text);
    expect(questions.length).toBe(60);
    expect(new Set(questions.map((each) => each.id.value)).size).toBe(60);
  });

  it('of a broken file keeps its id', () => {
    expect(parse('title: [')).toMatchObject({ id: { value: 'part/check' }, unreadable: true });
    expect(unreadableQuiz('quizzes/a.yaml', [])).toMatchObject({ id: { value: 'a' }, unreadable: true });
  });

  it('never throws, and never gives an id that cannot be', () => {
    const word = fc.constantFrom(
      '__proto__',
      'constructor',
      '../x',
      'a b',
      'q',
      '',
      '😀',
      'con',
      'a'.repeat(200),
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof({ maxDepth: 4 }, fc.jsonValue({ maxDepth: 2 }), word, tie('map')),
      map: fc.dictionary(
        fc.constantFrom(
          'id',
          'title',
          'pass',
          'questions',
          'options',
          'prompt',
          'text',
          'hints',
          'review',
          '__proto__',
        ),
        fc.oneof(tie('any'), fc.array(tie('any'), { maxLength: 3 })),
        { maxKeys: 6, noNullPrototype: true },
      ),
    }));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          value.map.map((each) => JSON.stringify(each)),
        ),
        (text) => {
          const quiz = parse(text);
          for (const each of quiz.questions) expect(each.id.value).toMatch(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a glossary', () => {
  const glossary = (text: string) => parseGlossary({ path: 'glossary.yaml', text }, verbatim);

  it('keeps its terms in order, names that objects inherit too', () => {
    const { entries, findings } = glossary(
      'Open badge: A *picture*.\nconstructor: Builds.\n__proto__: Hidden.\nC++: A language.\n',
    );
    expect(findings).toEqual([]);
    expect(entries.map(({ term, slug }) => [term, slug])).toEqual([
      ['Open badge', 'term-open-badge'],
      ['constructor', 'term-constructor'],
      ['__proto__', 'term-proto'],
      ['C++', 'term-c'],
    ]);
  });

  test.each<[string, string, string[]]>([
    ['terms that links cannot tell apart', 'Async: a\nasync: b', ['glossary/duplicate-term «async»']],
    ['a definition that is a list', 'Async: [a]', ['schema/wrong-type «[a]»']],
    ['a definition that is empty', 'Async:', ['schema/empty «Async»']],
    ['the same key twice', 'a: x\na: y', ['yaml/duplicate-key «a»']],
    ['a list', '- a', ['schema/wrong-type «- a»']],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(shown(glossary(text).findings, text)).toEqual(expected);
  });

  it('of 50,000 terms is read, and so is one of 50,000 equal ones', () => {
    const many = Array.from({ length: 50_000 }, (_, i) => `k${i}: v\n`).join('');
    expect(glossary(many).entries.length).toBe(50_000);
    const same = glossary('k: v\n'.repeat(50_000));
    expect(same.entries.length).toBe(1);
    expect(same.findings.length).toBeLessThan(100);
    expect(same.findings.at(-1)).toMatchObject({
      rule: 'schema/too-many',
      args: { shown: 50, hidden: 49_949 },
    });
  });
});
