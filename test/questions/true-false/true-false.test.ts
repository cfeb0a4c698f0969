import { describe, expect, test } from 'vitest';
import type { Response } from '../../../src/model/events.ts';
import { gradeTrueFalse } from '../../../src/questions/true-false/grade.ts';
import { fromMarkdown, fromYaml, linked, unplaced } from '../forms.ts';

const one = (option: string): Response => ({ type: 'single', option });

describe('grading', () => {
  test.each<[boolean, Response, number | undefined]>([
    [true, one('true'), 1],
    [true, one('false'), 0],
    [false, one('true'), 0],
    [false, one('false'), 1],
    [true, one('True'), 0],
    [true, one(' true'), 0],
    [true, one(''), 0],
    [false, one(''), 0],
    [true, one('1'), 0],
    [false, one('0'), 0],
    [false, one('null'), 0],
    [true, one('__proto__'), 0],
    [false, one('\ud800'), 0],
    [true, one('true'.repeat(50)), 0],
    [true, { type: 'multiple', options: ['true'] }, undefined],
    [true, { type: 'text', text: 'true' }, undefined],
    [true, { type: 'fields', fields: { true: 'true' } }, undefined],
    [true, { type: 'order', order: ['true', 'false'] }, undefined],
  ])('%s, answered %j: %s', async (answer, response, credit) => {
    const question = linked('true-false', await fromYaml({ prompt: 'So?', answer }));
    expect(gradeTrueFalse(question, response)?.credit).toBe(credit);
  });

  test('judges the option that was chosen', async () => {
    const question = linked('true-false', await fromYaml({ prompt: 'So?', answer: false }));
    expect(gradeTrueFalse(question, one('true'))?.parts).toEqual([
      { part: 'true', chosen: true, right: false },
      { part: 'false', chosen: false, right: false },
    ]);
  });
});

describe('reading', () => {
  const feedback = { right: 'Well seen.', wrong: 'Look *again*.' };

  test.each([
    ['- [ ] True\n  > Look *again*.\n- [x] False\n  > Well seen.', false],
    ['- [x] Falsch\n  > Well seen.\n- [ ] Richtig\n  > Look *again*.', false],
    ['- [x] VRAI.\n  > Well seen.\n- [ ] faux\n  > Look *again*.', true],
    ['* [x] Verdadero\n\n  > Well seen.\n* [ ] Falso\n\n  > Look *again*.', true],
  ])('%j is what YAML says', async (list, answer) => {
    const markdown = await fromMarkdown('type=true-false', `Is it *so*?\n\n${list}`);
    const yaml = await fromYaml({ prompt: 'Is it *so*?', answer, feedback });
    expect(markdown.findings).toEqual([]);
    expect(yaml.findings).toEqual([]);
    expect(unplaced(markdown.source)).toEqual(unplaced(yaml.source));
  });

  test('a list of the two words alone stays a single choice', async () => {
    const { source } = await fromMarkdown('', 'So?\n\n- [x] True\n- [ ] False');
    expect(source.type).toBe('single');
  });
});

describe('findings', () => {
  test.each([
    ['', ['question/missing-form']],
    ['- [x] True', ['question/missing-form']],
    ['- [x] True\n- [x] False', ['question/missing-form']],
    ['- [ ] True\n- [ ] False', ['question/missing-form']],
    ['- [x] True\n- [ ] True', ['question/missing-form']],
    ['- [x] Yes\n- [ ] No', ['question/missing-form']],
    ['- [x] True\n- [ ] False\n- [ ] Perhaps', ['question/missing-form']],
  ])('%j', async (list, rules) => {
    const { findings } = await fromMarkdown('type=true-false', `So?\n\n${list}`);
    expect(findings).toEqual(rules.map((rule) => `${rule}: :::question{#q type=true-false}`));
  });

  test('the same outcome answered twice', async () => {
    const { findings } = await fromMarkdown(
      'type=true-false',
      'So?\n\n- [x] True\n  > Yes.\n- [ ] False\n\n::feedback[Indeed.]{when=right}',
    );
    expect(findings).toEqual(['schema/conflict: ::feedback[Indeed.]{when=right}']);
  });

  test.each([
    ['yes', 'schema/wrong-type: yes'],
    [null, 'schema/empty: answer'],
  ])('answer: %s', async (answer, finding) => {
    const { findings } = await fromYaml({ type: 'true-false', prompt: 'So?', answer });
    expect(findings).toEqual([finding]);
  });

  test('no answer', async () => {
    const { findings } = await fromYaml({ type: 'true-false', prompt: 'So?' });
    expect(findings).toEqual(['schema/missing-field: id']);
  });
});
