import { describe, expect, test } from 'vitest';
import type { Response } from '../../../src/model/events.ts';
import { grade, outcomes } from '../../../src/questions/registry.ts';
import { fromMarkdown, fromYaml, linked, unplaced } from '../forms.ts';

const rated = (fields: Record<string, string>): Response => ({ type: 'fields', fields });

describe('grading', () => {
  test.each<[Response, number | undefined]>([
    [rated({ a: '1', b: '5' }), 1],
    [rated({ a: '1' }), 1],
    [rated({}), 1],
    [rated({ a: '99' }), 1],
    [rated({ a: '' }), 1],
    [rated({ a: 'agree' }), 1],
    [rated({ gone: '1' }), 1],
    [rated(JSON.parse('{"__proto__": "1"}')), 1],
    [rated({ constructor: '\ud800' }), 1],
    [rated({ a: 'x'.repeat(200) }), 1],
    [{ type: 'single', option: '1' }, undefined],
    [{ type: 'multiple', options: ['1'] }, undefined],
    [{ type: 'text', text: '1' }, undefined],
    [{ type: 'text', text: '', variant: 1 }, undefined],
    [{ type: 'order', order: ['a', 'b'] }, undefined],
  ])('%j: %s', async (response, credit) => {
    const statements = [
      { id: 'a', text: 'I can.' },
      { id: 'b', text: 'I will.' },
    ];
    const question = linked('likert', await fromYaml({ prompt: '?', statements }));
    expect(grade(question, response)?.credit).toBe(credit);
    expect(outcomes(question)).toEqual([1]);
    expect(question.points).toBe(0);
  });
});

describe('reading', () => {
  test.each([
    ['type=likert', {}],
    ['type=likert scale="Never, Often,Always"', { scale: ['Never', 'Often', 'Always'] }],
  ])('%s is what YAML says', async (attributes, fields) => {
    const markdown = await fromMarkdown(attributes, 'How *often*?\n\n- I can.\n- I **will**.');
    const statements = ['I can.', 'I **will**.'];
    const yaml = await fromYaml({ prompt: 'How *often*?', statements, ...fields });
    expect([...markdown.findings, ...yaml.findings]).toEqual([]);
    expect(unplaced(markdown.source)).toEqual(unplaced(yaml.source));
  });
});

describe('findings', () => {
  test.each([
    ['type=likert', '', ['question/missing-form: :::question{#q type=likert}']],
    ['type=likert', '- [x] I can.\n- [ ] I will.', ['question/ticked-entry: - [x] I can.']],
    ['type=likert scale=Never', '- I can.', ['question/short-scale: Never']],
    ['type=likert points=1', '- I can.', ['question/not-graded: 1']],
  ])('%s %j', async (attributes, list, expected) => {
    const { findings } = await fromMarkdown(attributes, `?\n\n${list}`);
    expect(findings).toEqual(expected);
  });

  test('a scale that nobody can use', async () => {
    const scale = Array.from({ length: 12 }, (_, i) => `step ${i}`);
    const { findings } = await fromYaml({ prompt: '?', statements: ['I can.'], scale });
    expect(findings.map((finding) => finding.split(':')[0])).toEqual(['schema/bad-value']);
  });
});
