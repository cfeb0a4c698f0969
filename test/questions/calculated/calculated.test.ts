import { describe, expect, test } from 'vitest';
import type { Remark } from '../../../src/assess/types.ts';
import { gradeCalculated } from '../../../src/questions/calculated/grade.ts';
import type { CalculatedQuestion } from '../../../src/questions/calculated/types.ts';
import { outcomes } from '../../../src/questions/registry.ts';
import { fromMarkdown, fromYaml, linked, unplaced } from '../forms.ts';

type Fields = Readonly<Record<string, unknown>>;

const PROMPT = 'A room is {w} m wide and {h} m long. How large is it?';
const RANGE = { from: 2, to: 9 };
const ROOM = {
  prompt: PROMPT,
  variables: { w: RANGE, h: RANGE },
  answer: 'w * h',
  mistakes: [{ formula: '2 * (w + h)', feedback: 'The way around {w} and {h}.' }],
};

async function question(fields: Fields): Promise<CalculatedQuestion> {
  const read = await fromYaml(fields);
  expect(read.findings).toEqual([]);
  return linked('calculated', read);
}

/** The values of a variant. */
function valuesOf({ names, variants }: CalculatedQuestion, variant: number): Record<string, number> {
  return Object.fromEntries(
    (variants[variant]?.shown ?? []).map((shown, i) => [names[i] ?? '', Number(shown.replace('−', '-'))]),
  );
}

describe('variants', () => {
  test('each has its own answer, and no mistake is right', async () => {
    const asked = await question(ROOM);
    expect(asked.variants).toHaveLength(30);
    expect(new Set(asked.variants.map(({ shown }) => shown.join())).size).toBe(30);
    for (const i of asked.variants.keys()) {
      const { w = 0, h = 0, answer } = valuesOf(asked, i);
      expect(answer).toBe(w * h);
      expect(w * h).not.toBe(2 * (w + h));
      for (const side of [w, h]) expect(Number.isInteger(side) && side >= 2 && side <= 9).toBe(true);
    }
  });

  test('are the same for the same question, and others for another', async () => {
    const one = await question(ROOM);
    const again = await question({ ...ROOM, points: 3 });
    const other = linked('calculated', await fromYaml({ ...ROOM, id: 'other' }));
    expect(again.variants).toEqual(one.variants);
    expect(other.variants).not.toEqual(one.variants);
  });

  test.each<[Fields, number]>([
    [{ variants: 5 }, 5],
    // 3 × 6, 4 × 4 and 6 × 3 are left out.
    [{ variants: 200 }, 61],
    [{ variables: { w: [3], h: [4, 5] } }, 2],
    [{ variables: { w: { from: 0.1, to: 0.5, step: 0.1 }, h: [1] } }, 5],
    [{ variables: { w: { from: 1, to: 1_000_000, step: 1 }, h: { from: 1, to: 1000 } }, variants: 200 }, 200],
  ])('%j: %i of them', async (fields, count) => {
    expect((await question({ ...ROOM, ...fields })).variants).toHaveLength(count);
  });

  test('steps do not add up noise', async () => {
    const asked = await question({
      ...ROOM,
      mistakes: [],
      variables: { w: { from: 0.1, to: 0.5, step: 0.1 }, h: [1] },
    });
    expect(asked.variants.map(({ shown }) => shown[0]).sort()).toEqual(['0.1', '0.2', '0.3', '0.4', '0.5']);
  });

  test('answers are shown as they are asked for', async () => {
    const fields = { ...ROOM, mistakes: [], variables: { w: [1], h: [-3] } };
    const shown = async (more: Fields) => (await question({ ...fields, ...more })).variants[0]?.shown;
    expect(await shown({})).toEqual(['1', '−3', '−3']);
    expect(await shown({ answer: 'w / h', decimals: 2 })).toEqual(['1', '−3', '−0.33']);
    expect(await shown({ answer: 'w / h', figures: 3 })).toEqual(['1', '−3', '−0.333']);
  });
});

describe('grading', () => {
  const fixed = { ...ROOM, variables: { w: [3], h: [4, 5] } };

  test.each<[Fields, (right: number) => string, number, Remark[]]>([
    [{}, (right) => String(right), 1, []],
    [{}, (right) => `${right},0`, 1, []],
    [{}, (right) => String(right + 1), 0, []],
    [{}, () => '', 0, ['not-a-number']],
    [{ tolerance: '10%' }, (right) => String(right * 1.09), 1, []],
    [{ tolerance: '10%' }, (right) => String(right * 1.11), 0, []],
    [{ tolerance: 0.5 }, (right) => String(right + 0.5), 1, []],
    [{ unit: 'm^2', units: ['cm^2'] }, (right) => `${right} m²`, 1, []],
    [{ unit: 'm^2', units: ['cm^2'] }, (right) => `${right * 1e4} cm²`, 1, []],
    [{ unit: 'm^2', units: ['cm^2'] }, (right) => String(right), 0.5, ['unit-missing']],
    [{ figures: 2 }, (right) => String(right), 1, []],
    [{ figures: 2 }, (right) => `${right}.0`, 0.5, ['figures']],
    [{ answer: 'w * h / 7', decimals: 2, mistakes: [] }, (right) => (right / 7).toFixed(2), 1, []],
    [{ answer: 'w * h / 7', decimals: 2, mistakes: [] }, (right) => (right / 7).toFixed(5), 1, []],
    [{ answer: 'w * h / 7', decimals: 2, mistakes: [] }, (right) => (right / 7).toFixed(1), 0, []],
    [{ answer: ['w * h', 'w * h + 1'] }, (right) => String(right + 1), 1, []],
  ])('%j', async (fields, typed, credit, remarks) => {
    const asked = await question({ ...fixed, ...fields });
    for (const variant of asked.variants.keys()) {
      const { w = 0, h = 0 } = valuesOf(asked, variant);
      const grade = gradeCalculated(asked, { type: 'text', text: typed(w * h), variant });
      expect(grade).toMatchObject({ credit, remarks });
      expect(outcomes(asked)).toContain(credit);
    }
  });

  test('a mistake says its words, with the places for its values', async () => {
    const asked = await question(fixed);
    const { w = 0, h = 0 } = valuesOf(asked, 1);
    expect(gradeCalculated(asked, { type: 'text', text: String(2 * (w + h)), variant: 1 })?.feedback).toEqual(
      [
        expect.stringMatching(
          /^The way around <span data-variable="w">3<\/span> and <span data-variable="h">\d<\/span>\.$/,
        ),
      ],
    );
  });

  test('values that are gone earn nothing, no values are the first', async () => {
    const asked = await question(fixed);
    const { w = 0, h = 0 } = valuesOf(asked, 0);
    expect(gradeCalculated(asked, { type: 'text', text: String(w * h), variant: 99 })?.credit).toBe(0);
    expect(gradeCalculated(asked, { type: 'text', text: String(w * h) })?.credit).toBe(1);
    expect(gradeCalculated(asked, { type: 'single', option: '12' })).toBeUndefined();
  });
});

describe('reading', () => {
  test('Markdown is what YAML says', async () => {
    const markdown = await fromMarkdown(
      'type=calculated unit="m^2" tolerance=1%',
      `${PROMPT}

| Variable | von | bis | Schritt |
| --- | --- | --- | --- |
| w | 2 | 9 | 0.5 |
| h | −2 | 9 | |
| g | 9.8, 9.81 | | |

- [x] \`w * h\`
  > Yes: {answer}.
- [ ] \`2 * (w + h)\`

::explanation[{w} times {h}, not \`{w}\` and {g}, is {answer}.]
::hint[Take {w}.]`,
    );
    const yaml = await fromYaml({
      prompt: PROMPT,
      variables: { w: { from: 2, to: 9, step: 0.5 }, h: { from: -2, to: 9 }, g: [9.8, 9.81] },
      answer: [{ formula: 'w * h', feedback: 'Yes: {answer}.' }],
      mistakes: ['2 * (w + h)'],
      unit: 'm^2',
      tolerance: '1%',
      explanation: '{w} times {h}, not `{w}` and {g}, is {answer}.',
      hints: ['Take {w}.'],
    });
    expect(markdown.findings).toEqual(['question/unseen-variable: 9.8, 9.81']);
    expect(yaml.findings).toEqual(['question/unseen-variable: g']);
    expect(unplaced(markdown.source)).toEqual(unplaced(yaml.source));
  });

  test.each([
    ['w + 2*3*4', 'w + 2*3*4'],
    ['2*w*h', '2*w*h'],
    ['w**2 + h**2', 'w**2 + h**2'],
    ['2\\*w*h*3', '2*w*h*3'],
    ['`w * h`', 'w * h'],
    ['**w + h**', 'w + h'],
  ])('%s in Markdown is the formula %s', async (written, formula) => {
    const { source } = await fromMarkdown(
      'type=calculated tolerance=1%',
      `{w} {h}?\n\n| x | v |\n| - | - |\n| w | 2, 5 |\n| h | 3 |\n\n- [x] ${written}`,
    );
    expect(source).toMatchObject({ answers: [{ text: formula }] });
    expect(source.type === 'calculated' && source.variants.length).toBe(2);
  });

  test('values stand in their places, and nowhere in code, formulas and attributes', async () => {
    const { source, findings } = await fromYaml({
      ...ROOM,
      mistakes: [],
      variables: { w: [3], h: [4] },
      prompt: '**{w}** `{w}` $\\frac{w}{h}$ {h} [x](y.md "{w} > {h}") {answer}',
    });
    expect(source.prompt.html).toContain(
      '<strong><span data-variable="w">3</span></strong> <code>{w}</code>',
    );
    expect(source.prompt.html).toContain('<span data-variable="h">4</span>');
    expect(source.prompt.html.match(/data-variable/g)).toHaveLength(2);
    // The answer is not given away, and is no variable.
    expect(source.prompt.html).toContain('{answer}');
    expect(findings.filter((finding) => finding.startsWith('question/'))).toEqual([
      expect.stringMatching(/^question\/unknown-variable/),
    ]);
  });

  test('the table may list values', async () => {
    const { source, findings } = await fromMarkdown(
      'type=calculated',
      'What is {w} twice?\n\n| w | values |\n| --- | --- |\n| w | 1, 2; 5 |\n\n- [x] `2 w`',
    );
    expect(findings).toEqual([]);
    expect(source).toMatchObject({ variables: [{ name: 'w', values: { type: 'list', list: [1, 2, 5] } }] });
  });
});

describe('values in a table', () => {
  const read = (cell: string) =>
    fromMarkdown(
      'type=calculated tolerance=1%',
      `What is {w} twice?\n\n| w | values |\n| --- | --- |\n| w | ${cell} |\n\n- [x] \`2 w\``,
    );

  test.each([
    ['1,5; 2,5', [1.5, 2.5]],
    ['1.5; 2.5', [1.5, 2.5]],
    ['-1,5;,5', [-1.5, 0.5]],
    ['1.5, 2.5', [1.5, 2.5]],
    ['2,3,5,7', [2, 3, 5, 7]],
    ['1, 2', [1, 2]],
  ])('%s', async (cell, list) => {
    const { source, findings } = await read(cell);
    expect(findings).toEqual([]);
    expect(source).toMatchObject({ variables: [{ values: { type: 'list', list } }] });
  });

  test.each(['1,5', '1,5, 2,5', '10,20'])('%s is unclear', async (cell) => {
    expect((await read(cell)).findings).toEqual([`question/unclear-comma: ${cell}`]);
  });

  test.each(['1,500; 2,5', '1; x'])('%s holds no number', async (cell) => {
    expect((await read(cell)).findings).toEqual([`schema/wrong-type: ${cell}`]);
  });

  test('a range and a list in one table', async () => {
    const { source, findings } = await fromMarkdown(
      'type=calculated',
      'What is {a} times {b}?\n\n| | from | to |\n| --- | --- | --- |\n| a | 1 | 3 |\n| b | 2; 5 | |\n\n- [x] `a * b`',
    );
    expect(findings).toEqual([]);
    expect(source).toMatchObject({ variables: [{ values: { count: 3 } }, { values: { list: [2, 5] } }] });
  });
});

describe('findings', () => {
  test.each<[Fields, string[]]>([
    [{ answer: 'w * hight' }, ['question/unknown-variable: w * hight']],
    [{ answer: 'w = h' }, ['question/bad-formula: w = h']],
    [{ answer: 'w *' }, ['question/bad-formula: w *']],
    [{ answer: [] }, ['question/no-answer: id']],
    [{ answer: 'w / (h - 2)', tolerance: '1%' }, ['question/not-finite: w / (h - 2)']],
    [{ answer: 'w / 7', mistakes: [] }, ['question/endless-answer: w / 7']],
    [{ answer: 'w / 4', mistakes: [] }, []],
    [{ mistakes: ['h * w'] }, ['question/mistake-is-right: h * w']],
    [{ mistakes: ['w / (h - h)'] }, ['question/not-finite: w / (h - h)']],
    [{ prompt: 'A room is {w} m wide.' }, ['question/unseen-variable: h']],
    [{ prompt: `${PROMPT} {d}` }, [`question/unknown-variable: ${PROMPT} {d}`]],
    [{ variables: { w: RANGE, h: { from: 9, to: 2 } } }, ['question/no-values']],
    [
      { variables: { w: RANGE, h: RANGE, pi: [3] } },
      ['question/bad-variable: pi', 'question/unseen-variable: pi'],
    ],
    [
      { variables: { w: RANGE, h: { from: 2, to: 9, step: 0 } } },
      ['question/no-values', 'schema/bad-value: 0'],
    ],
    [{ variants: 0 }, ['schema/bad-value: 0']],
    [{ variants: 201 }, ['schema/bad-value: 201']],
    [{ variables: {} }, ['schema/empty', 'question/unknown-variable']],
    [{ unit: 'm', units: ['kg'] }, ['question/unlike-unit: kg']],
  ])('%j', async (fields, expected) => {
    const { findings } = await fromYaml({ ...ROOM, ...fields });
    const isWhole = (finding: string) => expected.includes(finding);
    const shown = findings.map((finding) => (isWhole(finding) ? finding : finding.replace(/:[\s\S]*/, '')));
    expect([...new Set(shown)].sort()).toEqual([...new Set(expected)].sort());
  });

  test.each([
    ['no table', '- [x] `w`'],
    ['no list', '| w | from | to |\n| --- | --- | --- |\n| w | 1 | 2 |'],
    ['a name twice', '| w | from | to |\n| --- | --- | --- |\n| w | 1 | 2 |\n| w | 1 | 3 |\n\n- [x] `w`'],
    ['no row', '| w | from | to |\n| --- | --- | --- |\n\n- [x] `w`'],
  ])('in Markdown: %s', async (_, body) => {
    const { findings } = await fromMarkdown('type=calculated', `What is {w}?\n\n${body}`);
    expect(findings.filter((finding) => finding.startsWith('question/missing-form'))).toHaveLength(1);
  });
});
