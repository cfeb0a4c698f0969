import { describe, expect, test } from 'vitest';
import { gradeMatching, matchingOutcomes } from '../../../src/questions/matching/grade.ts';
import type { MatchingQuestion } from '../../../src/questions/matching/types.ts';
import { fromMarkdown, fromYaml, linked, unplaced } from '../forms.ts';

const QUESTION: MatchingQuestion = {
  type: 'matching',
  key: 'm#q',
  id: 'q',
  prompt: '',
  hints: [],
  points: 1,
  competencies: [],
  pairs: [
    { id: 'fr', text: 'France', match: 'paris', feedback: 'about France' },
    { id: 'it', text: 'Italy', match: 'rome' },
    { id: 'va', text: 'Vatican', match: 'rome' },
  ],
  choices: [
    { id: 'madrid', text: 'Madrid' },
    { id: 'paris', text: 'Paris' },
    { id: 'rome', text: 'Rome' },
  ],
};

const ALL = { fr: 'paris', it: 'rome', va: 'rome' };

describe('grading', () => {
  test.each<[string, Record<string, string>, MatchingQuestion['credit'], number]>([
    ['all right', ALL, undefined, 1],
    ['all right, in another order', { va: 'rome', fr: 'paris', it: 'rome' }, undefined, 1],
    ['one wrong', { ...ALL, it: 'paris' }, undefined, 2 / 3],
    ['a distractor', { ...ALL, va: 'madrid' }, 'partial', 2 / 3],
    ['one left alone', { fr: 'paris', it: 'rome' }, undefined, 2 / 3],
    ['one right', { fr: 'paris' }, undefined, 1 / 3],
    ['the same for all', { fr: 'rome', it: 'rome', va: 'rome' }, undefined, 2 / 3],
    ['all wrong', { fr: 'madrid', it: 'madrid', va: 'madrid' }, undefined, 0],
    ['nothing', {}, undefined, 0],
    ['nothing chosen', { fr: '', it: '', va: '' }, undefined, 0],
    ['all or nothing, one wrong', { ...ALL, it: 'paris' }, 'all-or-nothing', 0],
    ['all or nothing, all right', ALL, 'all-or-nothing', 1],
    ['all or nothing, nothing', {}, 'all-or-nothing', 0],
    ['a text instead of an id', { ...ALL, fr: 'Paris' }, undefined, 2 / 3],
    ['a choice that is gone', { ...ALL, fr: 'gone' }, undefined, 2 / 3],
    ['a pair that is gone', { ...ALL, gone: 'paris' }, undefined, 1],
    ['inherited names', { constructor: 'paris', toString: 'rome' }, undefined, 0],
    ['half a character', { ...ALL, fr: '\ud83d' }, undefined, 2 / 3],
  ])('%s', (_, fields, credit, earned) => {
    const question = { ...QUESTION, ...(credit && { credit }) };
    expect(gradeMatching(question, { type: 'fields', fields })?.credit).toBe(earned);
    expect(matchingOutcomes(question)).toContain(earned);
  });

  test('feedback goes to who chose something, right or wrong', () => {
    const of = (fields: Record<string, string>) =>
      gradeMatching(QUESTION, { type: 'fields', fields })?.parts[0];
    expect(of({ fr: 'rome' })).toEqual({ part: 'fr', chosen: true, right: false, feedback: 'about France' });
    expect(of({ fr: 'paris' })).toEqual({ part: 'fr', chosen: true, right: true, feedback: 'about France' });
    expect(of({})).toEqual({ part: 'fr', chosen: false, right: false });
  });

  test('another shape is no answer', () => {
    expect(gradeMatching(QUESTION, { type: 'order', order: ['fr'] })).toBeUndefined();
  });
});

const TABLE = `Which is whose?

| Country | Capital |
| ------- | ------- |
| France  | Paris   |
| Italy   | Rome    |
| Vatican | Rome    |
|         | Madrid  |`;

const FIELDS = {
  prompt: 'Which is whose?',
  columns: ['Country', 'Capital'],
  pairs: [
    { left: 'France', right: 'Paris' },
    { left: 'Italy', right: 'Rome' },
    { left: 'Vatican', right: 'Rome' },
  ],
  distractors: ['Madrid'],
};

describe('reading', () => {
  test('a table and a list of pairs give the same, without a type', async () => {
    const page = await fromMarkdown('', TABLE);
    const quiz = await fromYaml(FIELDS);
    expect([page.findings, quiz.findings]).toEqual([[], []]);
    expect(unplaced(page.source)).toEqual(unplaced(quiz.source));
    const { choices, pairs, shuffle } = linked('matching', page);
    // Sorted, so that their order says nothing; the same text is one choice.
    expect(choices.map(({ text }) => text)).toEqual(['Madrid', 'Paris', 'Rome']);
    expect(new Set(pairs.map(({ match }) => match)).size).toBe(2);
    expect(shuffle).toBe(true);
    expect(linked('matching', await fromMarkdown('shuffle=false', TABLE)).shuffle).toBe(false);
  });

  test('a third column is feedback where the type is named', async () => {
    const table = '| a | b | c |\n| - | - | - |\n| H | $H_2$ | Think. |\n| O | `O` | |';
    const page = await fromMarkdown('type=matching', table.replace('| a', 'Which?\n\n| a'));
    const quiz = await fromYaml({
      prompt: 'Which?',
      columns: ['a', 'b'],
      pairs: [
        { left: 'H', right: '$H_2$', feedback: 'Think.' },
        { left: 'O', right: '`O`' },
      ],
    });
    expect([page.findings, quiz.findings]).toEqual([[], []]);
    expect(unplaced(page.source)).toEqual(unplaced(quiz.source));
  });

  test.each<[string, string]>([
    ['a table that is not last', `${TABLE}\n\nSee above.\n\n- [x] yes\n- [ ] no`],
    ['options below a table', `${TABLE}\n\n- [x] yes\n- [ ] no`],
    ['a table with blanks', '| a | b |\n| - | - |\n| [[x]] | y |'],
  ])('%s is no matching', async (_, text) => {
    expect((await fromMarkdown('', text)).source.type).not.toBe('matching');
  });

  test.each<[string, string[]]>([
    ['| France | Paris |\n| Italy | |', ['question/empty-part: | Italy | |']],
    ['| France | &#8203; |\n| Italy | Rome |', ['question/empty-part: &#8203;']],
    ['| France | Paris |', ['question/too-few-parts: :::question{#q }']],
    ['| France | Paris |\n| France | Rome |', ['question/duplicate-option: | France | Rome |']],
    ['| Italy | Rome |\n| Vatican | Rome |', ['question/nothing-to-decide: :::question{#q }']],
    ['| France | Paris |\n| Italy | Rome |\n| | Paris |', ['question/right-distractor: Paris']],
  ])('in Markdown, %s', async (rows, findings) => {
    const text = `Which?\n\n| a | b |\n| - | - |\n${rows}`;
    expect((await fromMarkdown('', text)).findings).toEqual(findings);
  });

  test.each<[Record<string, unknown>, string[]]>([
    [{ pairs: [{ left: 'France', right: 'Paris' }] }, ['question/too-few-parts: id']],
    [{ ...FIELDS, distractors: ['Rome'] }, ['question/right-distractor: Rome']],
    [
      {
        pairs: [
          { left: 'a', right: 'x' },
          { left: 'b', right: 'x' },
        ],
      },
      ['question/nothing-to-decide: id'],
    ],
    [{ pairs: [{ left: 'a', right: 'x' }, { left: 'b' }] }, ['schema/missing-field: left']],
    [
      {
        pairs: [
          { left: '![](/)', right: 'x' },
          { left: 'b', right: 'y', feedbak: 'z' },
        ],
      },
      ['schema/unknown-field: feedbak', 'image/missing-alt: ![](/)'],
    ],
  ])('in YAML, %j', async (fields, findings) => {
    expect((await fromYaml({ prompt: 'Which?', ...fields })).findings).toEqual(findings);
  });
});
