import { describe, expect, test } from 'vitest';
import type { Response } from '../../../src/model/events.ts';
import { grade, outcomes } from '../../../src/questions/registry.ts';
import { fromMarkdown, fromYaml, linked, unplaced } from '../forms.ts';

const one = (option: string): Response => ({ type: 'single', option });
const many = (...options: string[]): Response => ({ type: 'multiple', options });

describe('grading', () => {
  test.each<[boolean, Response, number | undefined]>([
    [false, one('Now'), 1],
    [false, one('gone'), 1],
    [false, one(''), 1],
    [false, one('__proto__'), 1],
    [false, one('\ud800'), 1],
    [false, many('a'), undefined],
    [false, { type: 'text', text: 'Now' }, undefined],
    [false, { type: 'fields', fields: {} }, undefined],
    [false, { type: 'order', order: ['a'] }, undefined],
    [true, many('a', 'b'), 1],
    [true, many('a', 'a', 'gone'), 1],
    [true, many(), 1],
    [true, many('x'.repeat(200)), 1],
    [true, one('a'), undefined],
    [true, { type: 'text', text: '' }, undefined],
  ])('several: %s, answered %j: %s', async (several, response, credit) => {
    const options = ['Now', 'Later'];
    const question = linked('poll', await fromYaml({ type: 'poll', prompt: '?', options, several }));
    expect(grade(question, response)?.credit).toBe(credit);
    expect(outcomes(question)).toEqual([1]);
    expect(question.points).toBe(0);
  });
});

describe('reading', () => {
  test.each([
    ['type=poll', '- In the *morning*\n- At night', {}],
    ['type=poll', '* [ ] In the *morning*\n* [ ] At night', {}],
    ['type=poll several=true', '- In the *morning*\n- At night', { several: true }],
  ])('%s %j is what YAML says', async (attributes, list, fields) => {
    const markdown = await fromMarkdown(attributes, `When?\n\n${list}`);
    const options = ['In the *morning*', 'At night'];
    const yaml = await fromYaml({ type: 'poll', prompt: 'When?', options, ...fields });
    expect([...markdown.findings, ...yaml.findings]).toEqual([]);
    expect(unplaced(markdown.source)).toEqual(unplaced(yaml.source));
  });

  test('a list before the last one belongs to the question', async () => {
    const { source } = await fromMarkdown('type=poll', '- a\n- b\n\nWhich?\n\n- One\n- Two');
    if (source.type !== 'poll') throw new Error(source.type);
    expect(source.options.map(({ text }) => text.text)).toEqual(['One', 'Two']);
    expect(source.prompt.text).toBe('a b Which?');
  });

  test('an id outlives a new wording', async () => {
    const { source } = await fromYaml({
      type: 'poll',
      prompt: '?',
      options: [{ id: 'now', text: 'At once' }, 'Later'],
    });
    expect(source.type === 'poll' && source.options[0]?.id).toBe('now');
  });
});

describe('findings', () => {
  test.each([
    ['', ['question/missing-form: :::question{#q type=poll}']],
    ['1. One\n2. Two', ['question/missing-form: :::question{#q type=poll}']],
    ['- [x] One\n- [ ] Two', ['question/ticked-entry: - [x] One']],
    ['- One\n- One', ['question/duplicate-option: - One']],
  ])('%j', async (list, expected) => {
    const { findings } = await fromMarkdown('type=poll', `?\n\n${list}`);
    expect(findings).toEqual(expected);
  });

  test.each([
    ['points=2', 'question/not-graded: 2'],
    ['competency=shapes', 'question/not-graded: shapes'],
    ['several=maybe', 'schema/wrong-type: maybe'],
  ])('%s', async (attribute, finding) => {
    const { findings } = await fromMarkdown(`type=poll ${attribute}`, '?\n\n- One\n- Two');
    expect(findings).toEqual([finding]);
  });

  test.each([
    [{ options: [] }, ['schema/empty: options']],
    [{ options: [{ text: 'One', correct: true }, 'Two'] }, ['schema/unknown-field: correct']],
    [{ options: 'One' }, ['schema/wrong-type: One']],
  ])('%j', async (fields, expected) => {
    const { findings } = await fromYaml({ type: 'poll', prompt: '?', ...fields });
    expect(findings).toEqual(expected);
  });
});
