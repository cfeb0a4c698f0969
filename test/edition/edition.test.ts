import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionOf } from '../../src/edition/edition.ts';
import { editionText, parseEdition } from '../../src/edition/file.ts';
import type { Edition } from '../../src/model/edition.ts';
import { loadCourse } from '../fixtures/harness/load.ts';

const COURSE = `id: small
title: Small
competencies: { tell: { title: Tell } }
badges: { early: { title: Early, when: { completed: start } } }
pathway:
  type: linear
  items:
    - start
    - type: static-branching
      id: ways
      title: Ways
      branches:
        - { id: left, title: Left, items: [check] }
`;
const START = `---
title: Start
---

Some text about asynchronous learning.

:::question{#q1 competency=tell}
Which one?

- [x] This
- [ ] That
:::
`;
const CHECK = `title: Check
pass: 50%
questions:
  - id: own
    prompt: How many?
    answers: [4]
    type: numeric
  - draw: 1
    from: pool
`;
const POOL = `title: Pool
bank: true
questions:
  - { id: x, prompt: True?, answer: true, type: true-false, competency: tell }
  - { id: y, prompt: False?, answer: false, type: true-false, competency: tell }
`;

type Files = Record<string, string>;
const FILES: Files = {
  'course.yaml': COURSE,
  'modules/start.md': START,
  'modules/unused.md': '---\ntitle: Unused\n---\n\nNobody is led here.\n',
  'quizzes/check.yaml': CHECK,
  'quizzes/pool.yaml': POOL,
};

async function edition(changes: Files = {}): Promise<Edition> {
  const loaded = await loadCourse({ ...FILES, ...changes });
  const { course } = loaded;
  if (!course) throw new Error('The course cannot be read.');
  return editionOf({ ...loaded, course });
}

describe('an edition', () => {
  it('has every name that progress hangs on, and none that no pathway uses', async () => {
    const { entries, course } = await edition();
    expect(course).toBe('small');
    expect([...entries].map(([name, { kind }]) => `${kind} ${name}`)).toEqual([
      'section pathway',
      'module start',
      'question start#q1',
      'section ways',
      'section left',
      'quiz check',
      'question check#own',
      'question check#pool/x',
      'question check#pool/y',
      'badge badge:early',
      'competency competency:tell',
      'bank pool',
    ]);
  });

  const question = async (changes: Files) => {
    const found = (await edition(changes)).entries.get('start#q1');
    if (found?.kind !== 'question') throw new Error('no question');
    return found;
  };
  const digests = async (text: string) => {
    const { asks, answers } = await question({ 'modules/start.md': text });
    return { asks, answers };
  };

  it.each([
    ['another order of options', ['- [x] This\n- [ ] That', '- [ ] That\n- [x] This'], 'same', 'same'],
    ['emphasis, case, punctuation', ['Which one?', 'which **one**'], 'same', 'same'],
    ['feedback and points', ['- [x] This', '- [x] This\n  > Right!'], 'same', 'same'],
    ['another prompt', ['Which one?', 'Which other one?'], 'other', 'same'],
    ['another option', ['That', 'Those'], 'other', 'same'],
    ['another key', ['- [x] This\n- [ ] That', '- [ ] This\n- [x] That'], 'same', 'other'],
    [
      'a full stop and a capital letter in options',
      ['This\n- [ ] That', 'this.\n- [ ] that!'],
      'same',
      'same',
    ],
    ['one more option', ['- [ ] That', '- [ ] That\n- [ ] More'], 'other', 'same'],
  ])('%s', async (_, [from = '', to = ''], asks, answers) => {
    const was = await digests(START);
    const is = await digests(START.replace(from, to));
    expect(is.asks === was.asks).toBe(asks === 'same');
    expect(is.answers[0] === was.answers[0]).toBe(answers === 'same');
  });

  it.each([
    ['It kills it', 'It kills it.'],
    ['A stiff one', 'A Stiff  one'],
    ['sugar cubes', 'Sugar cubes'],
    ['Quoi\u00a0?', 'Quoi?'],
    ['Stop!', 'Stop'],
    ['`a b` is it', '`a b` is it.'],
  ])('is asked the same by %s as by %s, under the same id', async (was, is) => {
    expect(await digests(START.replace('This', is))).toEqual(await digests(START.replace('This', was)));
    expect(await digests(START.replace('That', is))).toEqual(await digests(START.replace('That', was)));
  });

  it.each([
    ['3!', '3'],
    ['10 %', '10'],
    ['5 MW', '5 mW'],
    ['$x_1$', '$X_1$'],
    ['$\\Delta$', '$\\delta$'],
    ['`Print`', '`print`'],
    ['`a;`', '`a`'],
    ['C#', 'C'],
    ['Co', 'CO'],
    ['10²', '102'],
    ['10<sup>2</sup>', '10<sub>2</sub>'],
  ])('is asked something else by %s than by %s', async (was, is) => {
    for (const part of ['Which one?', 'This', 'That'])
      expect((await digests(START.replace(part, is))).asks).not.toBe(
        (await digests(START.replace(part, was))).asks,
      );
  });

  it('keeps options apart that only a mark tells apart', async () => {
    const loaded = await loadCourse({ ...FILES, 'modules/start.md': START.replace('That', 'this.') });
    const options = [...loaded.pages.values()].flatMap(({ questions }) =>
      questions.flatMap((each) => (each.type === 'single' ? each.options.map(({ id }) => id) : [])),
    );
    expect(new Set(options).size).toBe(2);
    expect(loaded.findings.filter(({ rule }) => rule === 'question/duplicate-option')).toEqual([]);
  });

  it('asks something else once an option has an id of its own', async () => {
    const own = (options: string) =>
      CHECK.replace('answers: [4]\n    type: numeric', `type: single\n    options: ${options}`);
    const asks = async (options: string) => {
      const found = (await edition({ 'quizzes/check.yaml': own(options) })).entries.get('check#own');
      return found?.kind === 'question' && found.asks;
    };
    const was = await asks('[{ text: Four, correct: true }, { text: Five }]');
    expect(was).not.toBe(await asks('[{ id: four, text: Four, correct: true }, { text: Five }]'));
    expect(was).not.toBe(await asks('[{ text: Four, correct: true }, { id: five, text: Five }]'));
  });

  it.each([
    ['answers: [gluten]', 'answers: [Gluten.]', 'same'],
    ['answers: [gluten]', 'answers: [gluten, wheat]', 'other'],
    ['answers: [gluten, wheat]', 'answers: [wheat, gluten]', 'same'],
    ['answers: [gluten]\n    match: case', 'answers: [Gluten]\n    match: case', 'other'],
  ])('%s has the answer key of %s: %s', async (was, is, key) => {
    const keyOf = async (answers: string) => {
      const text = CHECK.replace('answers: [4]\n    type: numeric', `type: short-text\n    ${answers}`);
      const found = (await edition({ 'quizzes/check.yaml': text })).entries.get('check#own');
      return found?.kind === 'question' && found.answers[0];
    };
    expect((await keyOf(was)) === (await keyOf(is))).toBe(key === 'same');
  });

  it('corrects the key of a blank without asking something else', async () => {
    const blank = (text: string) => digests(START.replace(/Which one[\s\S]*That\n/, `${text}\n`));
    const was = await blank('It is [[Lyon]], and [[Lyon|(Paris)|Nice]].');
    const is = await blank('It is [[Paris]], and [[Lyon|Paris|(Nice)]].');
    expect(is.asks).toBe(was.asks);
    expect(is.answers).not.toEqual(was.answers);
  });

  it('is the same again from its file', async () => {
    const now = await edition();
    const text = editionText(now);
    const read = parseEdition(JSON.parse(text));
    expect(read).toEqual({
      ...now,
      entries: new Map([...now.entries].sort(([a], [b]) => (a < b ? -1 : 1))),
    });
    expect('problem' in read || editionText(read)).toBe(text);
    // One line a name: what git merges and people read.
    expect(text.split('\n').filter((line) => line.startsWith('    "'))).toHaveLength(now.entries.size);
    expect(text).not.toMatch(/"This"|"correct"|true,/);
  });
});

describe('a file that may be anything', () => {
  it('gives an edition or says why not, and touches no prototype', () => {
    const value = fc.jsonValue();
    const entry = fc.oneof(value, fc.record({ kind: fc.constant('module'), title: fc.string() }));
    const file = fc.oneof(
      value,
      fc.record({
        format: fc.constant('coursewright-edition'),
        version: fc.oneof(fc.constant(1), value),
        course: fc.oneof(fc.constant('a'), value),
        title: fc.oneof(fc.constant('A'), value),
        published: fc.oneof(
          value,
          fc.dictionary(
            fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString')),
            entry,
          ),
        ),
      }),
    );
    fc.assert(
      fc.property(file, (data) => {
        const read = parseEdition(JSON.parse(JSON.stringify(data)));
        if (!('problem' in read)) {
          expect(read.course).not.toBe('');
          const again = parseEdition(JSON.parse(editionText(read)));
          expect('problem' in again ? again : [...again.entries].sort()).toEqual([...read.entries].sort());
        }
        expect({}).not.toHaveProperty('kind');
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [null, 'format'],
    [{ format: 'coursewright-progress', version: 1 }, 'format'],
    [{ format: 'coursewright-edition', version: 2 }, 'version'],
    [
      {
        format: 'coursewright-edition',
        version: 1,
        course: 'a',
        title: 'A',
        published: { x: { kind: 'planet', title: '' } },
      },
      'entry',
    ],
  ])('%j', (value, problem) => {
    expect(parseEdition(value)).toMatchObject({ problem });
  });
});
