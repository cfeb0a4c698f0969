import { describe, expect, test } from 'vitest';
import type { Response } from '../../../src/model/events.ts';
import { MAX_TEXT_LENGTH, parseResponse } from '../../../src/model/parse-response.ts';
import { grade, outcomes } from '../../../src/questions/registry.ts';
import { fromMarkdown, fromYaml, linked, unplaced } from '../forms.ts';

const said = (text: string, ticked?: readonly string[]): Response => ({
  type: 'text',
  text,
  ...(ticked !== undefined && { ticked }),
});

describe('grading', () => {
  test.each<[Response, number | undefined]>([
    [said('Because.'), 1],
    [said('Because.', []), 1],
    [said('Because.', ['day']), 1],
    [said('Because.', ['gone', '__proto__']), 1],
    [said(''), 1],
    [said(' \n'), 1],
    [said('\ud800'), 1],
    [said('字'.repeat(50_000)), 1],
    [{ type: 'text', text: 'x', variant: 3 }, 1],
    [{ type: 'single', option: 'a' }, undefined],
    [{ type: 'multiple', options: ['a'] }, undefined],
    [{ type: 'multiple', options: [] }, undefined],
    [{ type: 'fields', fields: { text: 'a' } }, undefined],
    [{ type: 'fields', fields: {} }, undefined],
    [{ type: 'order', order: ['a'] }, undefined],
  ])('%j: %s', async (response, credit) => {
    const question = linked('reflection', await fromYaml({ prompt: '?', model: 'So.' }));
    expect(grade(question, response)?.credit).toBe(credit);
    expect(outcomes(question)).toEqual([1]);
    expect(question.points).toBe(0);
  });
});

test.each<[unknown, Response | undefined]>([
  [{ type: 'text', text: 'a', ticked: ['b'] }, said('a', ['b'])],
  [{ type: 'text', text: 'a', ticked: [] }, said('a', [])],
  [{ type: 'text', text: 'a', ticked: 'b' }, undefined],
  [{ type: 'text', text: 'a', ticked: [1] }, undefined],
  [{ type: 'text', text: 'a', ticked: ['x'.repeat(201)] }, undefined],
  [{ type: 'text', text: 'a', ticked: Array(501).fill('b') }, undefined],
  [
    { type: 'text', text: 'x'.repeat(MAX_TEXT_LENGTH), ticked: ['b'] },
    said('x'.repeat(MAX_TEXT_LENGTH), ['b']),
  ],
  [{ type: 'text', text: 'x'.repeat(MAX_TEXT_LENGTH + 1) }, undefined],
])('stored ticks are checked (%#)', (value, expected) => {
  expect(parseResponse(value)).toEqual(expected);
});

describe('reading', () => {
  test.each([
    [
      'What *now*?\n\n> I would **wait**.\n>\n> And look.\n\n- [ ] It waits.\n- [ ] It looks.',
      { model: 'I would **wait**.\n\nAnd look.', rubric: ['It waits.', 'It looks.'] },
    ],
    ['What *now*?\n\n- [ ] It waits.\n\n> I would wait.', { model: 'I would wait.', rubric: ['It waits.'] }],
    ['What *now*?\n\n> I would wait.', { model: 'I would wait.' }],
    ['What *now*?\n\n* [ ] It waits.', { rubric: ['It waits.'] }],
    ['What *now*?', { type: 'reflection' }],
  ])('%j is what YAML says', async (body, fields) => {
    const markdown = await fromMarkdown('type=reflection', body);
    const yaml = await fromYaml({ prompt: 'What *now*?', ...fields });
    expect([...markdown.findings, ...yaml.findings]).toEqual([]);
    expect(unplaced(markdown.source)).toEqual(unplaced(yaml.source));
  });

  test('the last quote is the model answer; notes and other quotes belong to the question', async () => {
    const { source } = await fromMarkdown(
      'type=reflection',
      '> To be or not to be?\n\nAnswer him.\n\n> Be.\n\n> [!NOTE]\n> Take your time.',
    );
    if (source.type !== 'reflection') throw new Error(source.type);
    expect(source.model?.text).toBe('Be.');
    expect(source.prompt.text).toContain('To be or not to be?');
    expect(source.prompt.text).toContain('Take your time.');
  });
});

describe('findings', () => {
  test.each([
    ['?\n\n- [x] It waits.\n- [ ] It looks.', ['question/ticked-entry: - [x] It waits.']],
    ['?\n\n- [ ] It waits.\n- [ ] It waits.', ['question/duplicate-option: - [ ] It waits.']],
  ])('%j', async (body, expected) => {
    const { findings } = await fromMarkdown('type=reflection', body);
    expect(findings).toEqual(expected);
  });

  test.each([
    [{ model: null }, ['schema/empty: model']],
    [{ model: 'So.', rubric: [] }, ['schema/empty: rubric']],
    [{ model: 'So.', points: 2 }, ['question/not-graded: points']],
  ])('%j', async (fields, expected) => {
    const { findings } = await fromYaml({ prompt: '?', ...fields });
    expect(findings).toEqual(expected);
  });
});
