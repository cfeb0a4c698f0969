import { describe, expect, test } from 'vitest';
import { categorisingOutcomes, gradeCategorising } from '../../../src/questions/categorising/grade.ts';
import type { CategorisingQuestion } from '../../../src/questions/categorising/types.ts';
import { fromMarkdown, fromYaml, linked, unplaced } from '../forms.ts';

const QUESTION: CategorisingQuestion = {
  type: 'categorising',
  key: 'm#q',
  id: 'q',
  prompt: '',
  hints: [],
  points: 1,
  competencies: [],
  categories: [
    { id: 'mammal', title: 'Mammals' },
    { id: 'bird', title: 'Birds' },
    { id: 'fish', title: 'Fish' },
  ],
  things: [
    { id: 'whale', text: 'Whale', category: 'mammal', feedback: 'about whales' },
    { id: 'bat', text: 'Bat', category: 'mammal' },
    { id: 'penguin', text: 'Penguin', category: 'bird' },
    { id: 'ostrich', text: 'Ostrich', category: 'bird' },
  ],
};

const ALL = { whale: 'mammal', bat: 'mammal', penguin: 'bird', ostrich: 'bird' };

describe('grading', () => {
  test.each<[string, Record<string, string>, CategorisingQuestion['credit'], number]>([
    ['all right', ALL, undefined, 1],
    ['one wrong', { ...ALL, bat: 'bird' }, undefined, 3 / 4],
    ['into an empty category', { ...ALL, whale: 'fish' }, 'partial', 3 / 4],
    ['two wrong', { ...ALL, whale: 'fish', bat: 'bird' }, undefined, 2 / 4],
    ['all in one', { whale: 'bird', bat: 'bird', penguin: 'bird', ostrich: 'bird' }, undefined, 2 / 4],
    ['one left alone', { whale: 'mammal', bat: 'mammal', penguin: 'bird' }, undefined, 3 / 4],
    ['one right', { bat: 'mammal' }, undefined, 1 / 4],
    ['all wrong', { whale: 'bird', bat: 'bird', penguin: 'mammal', ostrich: 'mammal' }, undefined, 0],
    ['nothing', {}, undefined, 0],
    ['nothing chosen', { whale: '', bat: ' ' }, undefined, 0],
    ['all or nothing, one wrong', { ...ALL, bat: 'bird' }, 'all-or-nothing', 0],
    ['all or nothing, all right', ALL, 'all-or-nothing', 1],
    ['a title instead of an id', { ...ALL, bat: 'Mammals' }, undefined, 3 / 4],
    ['a category that is gone', { ...ALL, bat: 'gone' }, undefined, 3 / 4],
    ['a thing that is gone', { ...ALL, gone: 'bird' }, undefined, 1],
    ['inherited names', { constructor: 'bird', hasOwnProperty: 'bird' }, undefined, 0],
  ])('%s', (_, fields, credit, earned) => {
    const question = { ...QUESTION, ...(credit && { credit }) };
    expect(gradeCategorising(question, { type: 'fields', fields })?.credit).toBe(earned);
    expect(categorisingOutcomes(question)).toContain(earned);
  });

  test('feedback goes to who put the thing somewhere', () => {
    const of = (fields: Record<string, string>) =>
      gradeCategorising(QUESTION, { type: 'fields', fields })?.parts[0];
    expect(of({ whale: 'fish' })).toEqual({
      part: 'whale',
      chosen: true,
      right: false,
      feedback: 'about whales',
    });
    expect(of({ bat: 'fish' })).toEqual({ part: 'whale', chosen: false, right: false });
  });
});

const LIST = 'What?\n\n- Mammals\n  - Whale\n    > It suckles.\n  - *Bat*\n- Birds\n  - Penguin';
const FIELDS = {
  prompt: 'What?',
  categories: [
    { title: 'Mammals', items: [{ text: 'Whale', feedback: 'It suckles.' }, '*Bat*'] },
    { title: 'Birds', items: ['Penguin'] },
  ],
};

describe('reading', () => {
  test('nested lists and `categories` give the same, without a type', async () => {
    const page = await fromMarkdown('', LIST);
    const quiz = await fromYaml(FIELDS);
    expect([page.findings, quiz.findings]).toEqual([[], []]);
    expect(unplaced(page.source)).toEqual(unplaced(quiz.source));
    const { categories, things, shuffle } = linked('categorising', page);
    expect(shuffle).toBe(true);
    expect(
      things.map(({ text, category }) => [text, categories.find(({ id }) => id === category)?.title]),
    ).toEqual([
      ['Whale', 'Mammals'],
      ['<em>Bat</em>', 'Mammals'],
      ['Penguin', 'Birds'],
    ]);
  });

  test('a category may be empty where the type is named', async () => {
    const page = await fromMarkdown('type=categorising', `${LIST}\n- Fish`);
    const quiz = await fromYaml({
      ...FIELDS,
      categories: [...FIELDS.categories, { title: 'Fish', items: [] }],
    });
    expect([page.findings, quiz.findings]).toEqual([[], []]);
    expect(unplaced(page.source)).toEqual(unplaced(quiz.source));
  });

  test.each<[string, string]>([
    ['options below nested lists', `${LIST}\n\n- [x] yes\n- [ ] no`],
    ['options with nested lists', 'Which?\n\n- [x] yes\n  - really\n- [ ] no\n  - never'],
    ['a list of which one item has no list', 'Which?\n\n- a\n  - b\n- c'],
    ['blanks in nested lists', 'Which?\n\n- a\n  - [[b]]\n- c\n  - d'],
    ['a numbered list of lists', 'Which?\n\n1. a\n   - b\n2. c\n   - d'],
  ])('%s is no categorising', async (_, text) => {
    expect((await fromMarkdown('', text)).source.type).not.toBe('categorising');
  });

  test.each<[string, string[]]>([
    ['- Mammals\n  - Whale\n  - Bat', ['question/too-few-parts: :::question{#q type=categorising}']],
    ['- Mammals\n- Birds', ['question/too-few-parts: :::question{#q type=categorising}']],
    ['- Mammals\n  - Whale\n- Birds\n  - Whale', ['question/duplicate-option: Whale']],
    [
      '- Mammals\n  - Whale\n- Mammals\n  - Bat',
      [expect.stringMatching(/^question\/duplicate-option: - Mammals/)],
    ],
    ['1. Mammals\n2. Birds', ['question/missing-form: :::question{#q type=categorising}']],
  ])('in Markdown, %j', async (list, findings) => {
    expect((await fromMarkdown('type=categorising', `What?\n\n${list}`)).findings).toEqual(findings);
  });

  test.each<[unknown, string[]]>([
    [[{ title: 'Mammals', items: ['Whale'] }], ['question/too-few-parts: id']],
    [
      [
        { title: 'A', items: ['x', 'x'] },
        { title: 'B', items: ['y'] },
      ],
      ['question/duplicate-option: x'],
    ],
    [[{ title: 'A', items: ['x', 'y'] }, { items: ['z'] }], ['schema/missing-field: items']],
  ])('in YAML, %j', async (categories, findings) => {
    expect((await fromYaml({ prompt: 'What?', categories })).findings).toEqual(findings);
  });
});
