import { describe, expect, test } from 'vitest';
import { gradeOrdering, orderingOutcomes } from '../../../src/questions/ordering/grade.ts';
import type { OrderingQuestion } from '../../../src/questions/ordering/types.ts';
import { fromMarkdown, fromYaml, linked, unplaced } from '../forms.ts';

/** Entries a, b, c …; each says something to who puts it in the wrong place. */
function question(ids: string, credit?: OrderingQuestion['credit']): OrderingQuestion {
  return {
    type: 'ordering',
    key: 'm#q',
    id: 'q',
    prompt: '',
    hints: [],
    points: 1,
    competencies: [],
    entries: [...ids].map((id) => ({ id, text: id, feedback: `about ${id}` })),
    ...(credit && { credit }),
  };
}

const graded = (entries: string, order: readonly string[], credit?: OrderingQuestion['credit']) =>
  gradeOrdering(question(entries, credit), { type: 'order', order });

describe('grading', () => {
  test.each<[string, string, string | string[], number, string]>([
    ['as it should be', 'abcd', 'abcd', 1, 'abcd'],
    ['two neighbours changed', 'abcd', 'abdc', 4 / 6, 'abd'],
    ['the last came first', 'abcd', 'dabc', 0, 'abc'],
    ['the first came last of five', 'abcde', 'bcdea', 2 / 10, 'bcde'],
    ['two in the middle changed', 'abcd', 'acbd', 4 / 6, 'acd'],
    ['two changes of neighbours', 'abcd', 'badc', 2 / 6, 'bd'],
    ['half of the pairs', 'abcd', 'cdab', 0, 'cd'],
    ['backwards', 'abcd', 'dcba', 0, ''],
    ['the last of three came first', 'abc', 'cab', 0, 'ab'],
    ['two entries, right', 'ab', 'ab', 1, 'ab'],
    ['two entries, wrong', 'ab', 'ba', 0, ''],
    ['nothing', 'abcd', '', 0, ''],
    ['one is missing', 'abcd', 'abc', 0, 'abc'],
    ['one of five is missing', 'abcde', 'abcd', 2 / 10, 'abcd'],
    ['others as well', 'abcd', ['x', 'a', 'b', '__proto__', 'c', 'd'], 1, 'abcd'],
    ['one twice', 'abcd', 'aabcda', 1, 'abcd'],
    ['what is not there', 'abcd', ['', '\ud83d', 'constructor'], 0, ''],
    ['one entry', 'a', 'a', 1, 'a'],
    ['no entries', '', '', 1, ''],
  ])('%s', (_, entries, order, credit, kept) => {
    const grade = graded(entries, [...order]);
    expect(grade?.credit).toBeCloseTo(credit, 15);
    expect(orderingOutcomes(question(entries))).toContain(grade?.credit);
    const right = grade?.parts.filter((part) => part.right).map(({ part }) => part);
    // The entries that can stay where they are.
    expect(right).toEqual([...kept].sort());
  });

  test('all or nothing', () => {
    expect(graded('abcd', [...'abdc'], 'all-or-nothing')).toMatchObject({ credit: 0 });
    expect(graded('abcd', [...'abcd'], 'all-or-nothing')).toMatchObject({ credit: 1 });
    expect(orderingOutcomes(question('abcd', 'all-or-nothing'))).toEqual([0, 1]);
  });

  test('all or nothing says of each entry whether it can stay', () => {
    const parts = graded('abcd', [...'abdc'], 'all-or-nothing')?.parts ?? [];
    expect(parts.filter(({ right }) => right).map(({ part }) => part)).toEqual(['a', 'b', 'd']);
  });

  test('every credit between is earned by some order', () => {
    const earned = new Set(permutations([...'abcde']).map((order) => graded('abcde', order)?.credit));
    expect([...earned].sort()).toEqual(orderingOutcomes(question('abcde')));
    // By chance: 0 before the floor, not much after it.
    const all = permutations([...'abcde']).map((order) => graded('abcde', order)?.credit ?? 0);
    expect(all.reduce((sum, credit) => sum + credit, 0) / all.length).toBeLessThan(0.2);
  });

  test('what has to be moved gets its feedback', () => {
    const parts = graded('abcd', [...'abdc'])?.parts ?? [];
    expect(parts.flatMap(({ feedback }) => feedback ?? [])).toEqual(['about c']);
  });

  test('another shape is no answer', () => {
    expect(gradeOrdering(question('ab'), { type: 'multiple', options: ['a', 'b'] })).toBeUndefined();
  });
});

function permutations(ids: readonly string[]): string[][] {
  if (ids.length === 0) return [[]];
  return ids.flatMap((id) => permutations(ids.filter((other) => other !== id)).map((rest) => [id, ...rest]));
}

const LIST = 'How?\n\n1. Boil the **water**\n   > Cold water will not do.\n2. Pour it\n3. Wait';
const FIELDS = {
  prompt: 'How?',
  order: [{ text: 'Boil the **water**', feedback: 'Cold water will not do.' }, 'Pour it', 'Wait'],
};

describe('reading', () => {
  test('a numbered list and `order` give the same, without a type', async () => {
    const page = await fromMarkdown('', LIST);
    const quiz = await fromYaml(FIELDS);
    expect([page.findings, quiz.findings]).toEqual([[], []]);
    expect(unplaced(page.source)).toEqual(unplaced(quiz.source));
    expect(linked('ordering', page)).toMatchObject({
      shuffle: true,
      entries: [{ text: 'Boil the <strong>water</strong>', feedback: 'Cold water will not do.' }, {}, {}],
    });
  });

  test.each<[string, string]>([
    ['options below a numbered list', `${LIST}\n\n- [x] yes\n- [ ] no`],
    ['a numbered list with boxes', 'Which?\n\n1. [x] yes\n2. [ ] no'],
    ['blanks in a numbered list', 'Fill in.\n\n1. [[one]]\n2. [[two]]'],
    ['a table below a numbered list', `${LIST}\n\n| a | b |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |`],
    ['a numbered list that is not last', `${LIST}\n\nSo?`],
  ])('%s is no ordering', async (_, text) => {
    expect((await fromMarkdown('', text)).source.type).not.toBe('ordering');
  });

  test('the last numbered list is it where the type is named', async () => {
    const { source, findings } = await fromMarkdown(
      'type=ordering',
      `1. first\n2. prompt\n\nThen:\n\n1. a\n2. b\n3. c`,
    );
    expect(findings).toEqual([]);
    expect(source.type === 'ordering' && source.entries.map(({ text }) => text.text)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  test.each<[string, string[]]>([
    ['1. Boil', ['question/too-few-parts: :::question{#q type=ordering}']],
    ['1. Boil\n2.\n3. Pour', ['question/empty-part: 2.']],
    ['1. Boil\n2. Pour\n3. Boil', ['question/duplicate-option: Boil']],
    ['- Boil\n- Pour', ['question/missing-form: :::question{#q type=ordering}']],
  ])('in Markdown, %j', async (list, findings) => {
    expect((await fromMarkdown('type=ordering', `How?\n\n${list}`)).findings).toEqual(findings);
  });

  test.each<[unknown, string[]]>([
    [['Boil'], ['question/too-few-parts: id']],
    [['Boil', 'Boil'], ['question/duplicate-option: Boil']],
    [['Boil', { feedback: 'x' }], ['schema/missing-field: feedback']],
    [Array.from({ length: 31 }, (_, i) => `e${i}`), [expect.stringMatching(/^schema\/bad-value: - e0\n/)]],
  ])('in YAML, %j', async (order, findings) => {
    expect((await fromYaml({ prompt: 'How?', order })).findings).toEqual(findings);
  });
});
