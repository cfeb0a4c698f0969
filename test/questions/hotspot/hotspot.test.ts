import { describe, expect, test } from 'vitest';
import type { Response } from '../../../src/model/events.ts';
import { type Area, isOutside, overlap, parseArea } from '../../../src/questions/hotspot/area.ts';
import { grade, outcomes } from '../../../src/questions/registry.ts';
import { fromMarkdown, fromYaml, linked, unplaced } from '../forms.ts';

const PICTURE = '![A bicycle from the side](/assets/bicycle.svg)';
const image = { src: '/assets/bicycle.svg', alt: 'A bicycle from the side' };

const one = (option: string): Response => ({ type: 'single', option });
const many = (...options: string[]): Response => ({ type: 'multiple', options });

/** Regions named a, b, c …; capital letters are right. */
function regions(letters: string): Record<string, unknown>[] {
  return [...letters].map((letter, i) => ({
    id: letter.toLowerCase(),
    area: `rect ${i * 10} 0 10 10`,
    text: `Place ${letter.toLowerCase()}`,
    correct: letter !== letter.toLowerCase(),
  }));
}

describe('grading', () => {
  test.each<[string, Response, number | undefined]>([
    ['Ab', one('a'), 1],
    ['Ab', one('b'), 0],
    ['Abc', one('c'), 0],
    ['Ab', one('gone'), 0],
    ['Ab', one(''), 0],
    ['Ab', one('__proto__'), 0],
    ['Ab', one('\ud800'), 0],
    ['Ab', many('a'), undefined],
    ['ABc', many('a', 'b'), 1],
    ['ABc', many('a'), 0.5],
    ['ABc', many('a', 'a'), 0.5],
    ['ABc', many('a', 'b', 'c'), 0.5],
    ['ABc', many('c'), 0],
    ['ABc', many(), 0],
    ['ABc', many('a', 'b', 'constructor'), 0.5],
    ['ABc', one('a'), undefined],
    ['Ab', { type: 'text', text: 'a' }, undefined],
    ['ABc', { type: 'order', order: ['a', 'b'] }, undefined],
    ['ABc', { type: 'fields', fields: { a: 'a' } }, undefined],
  ])('%s, answered %j: %s', async (letters, response, credit) => {
    const question = linked('hotspot', await fromYaml({ prompt: '?', image, regions: regions(letters) }));
    expect(grade(question, response)?.credit).toBe(credit);
    if (credit !== undefined) expect(outcomes(question)).toContain(credit);
  });

  test('all or nothing', async () => {
    const fields = { prompt: '?', image, regions: regions('ABc'), credit: 'all-or-nothing' };
    const question = linked('hotspot', await fromYaml(fields));
    expect(outcomes(question)).toEqual([0, 1]);
    expect(grade(question, many('a'))?.credit).toBe(0);
  });

  test('only what was chosen gets its feedback', async () => {
    const fields = regions('Ab').map((region) => ({ ...region, feedback: `about ${String(region.id)}` }));
    const question = linked('hotspot', await fromYaml({ prompt: '?', image, regions: fields }));
    expect(grade(question, one('b'))?.parts).toEqual([
      { part: 'a', chosen: false, right: false },
      { part: 'b', chosen: true, right: false, feedback: 'about b' },
    ]);
  });
});

describe('a region as text', () => {
  test.each<[string, Area | undefined]>([
    ['rect 10 20 30 15', { shape: 'rect', x: 10, y: 20, width: 30, height: 15 }],
    ['Rect 10%, 20%, 30%, 15%', { shape: 'rect', x: 10, y: 20, width: 30, height: 15 }],
    ['rect 0,0 12.5,100', { shape: 'rect', x: 0, y: 0, width: 12.5, height: 100 }],
    ['circle 50 50 8', { shape: 'circle', x: 50, y: 50, radius: 8 }],
    ['  circle\t50  50 8 ', { shape: 'circle', x: 50, y: 50, radius: 8 }],
    ['rect -5 0 10 10', { shape: 'rect', x: -5, y: 0, width: 10, height: 10 }],
    ['rect 10 20 30', undefined],
    ['rect 10 20 30 15 2', undefined],
    ['rect 10 20 0 15', undefined],
    ['rect 10 20 30 -1', undefined],
    ['circle 50 50', undefined],
    ['circle 50 50 8 9', undefined],
    ['circle 50 50 0', undefined],
    ['square 10 20 30 15', undefined],
    ['rect', undefined],
    ['', undefined],
    ['rect 1e3 0 1 1', undefined],
    ['rect 12345 0 1 1', undefined],
    ['rect NaN 0 1 1', undefined],
    ['rect 10px 20px 30px 15px', undefined],
  ])('%j', (text, area) => {
    expect(parseArea(text)).toEqual(area);
  });

  const area = (text: string): Area => {
    const read = parseArea(text);
    if (read === undefined) throw new Error(text);
    return read;
  };

  test.each([
    ['rect 0 0 100 100', false],
    ['rect 33.3 0 66.7 10', false],
    ['rect 0 90 10 10.1', true],
    ['rect -1 0 10 10', true],
    ['circle 50 96 8', false],
    ['circle 50 97 8', true],
    ['circle 50 3 8', true],
    ['circle 5 50 6', true],
    ['circle 50 101 5', true],
  ])('%s lies outside: %s', (text, expected) => {
    expect(isOutside(area(text))).toBe(expected);
  });

  test.each([
    ['rect 0 0 10 10', 'rect 10 0 10 10', false],
    ['rect 0 0 10 10', 'rect 9 9 10 10', true],
    ['rect 0 0 10 10', 'rect 2 2 2 2', true],
    ['circle 20 20 5', 'circle 29 20 5', true],
    ['circle 20 20 5', 'circle 30 20 5', false],
    // Apart in a picture that is higher than wide.
    ['circle 20 20 5', 'circle 20 27 5', false],
    ['circle 20 20 5', 'rect 20 20 30 30', true],
    ['rect 20 20 30 30', 'circle 10 20 5', false],
  ])('%s and %s overlap: %s', (a, b, expected) => {
    expect(overlap(area(a), area(b))).toBe(expected);
    expect(overlap(area(b), area(a))).toBe(expected);
  });
});

describe('reading', () => {
  const fields = {
    prompt: 'Which part *turns* it?',
    image,
    regions: [
      { area: 'rect 60 10 20 10', text: 'The bar at the **top**', correct: true, feedback: 'Yes.' },
      { area: 'circle 30 70 12', text: 'The round part', correct: false, feedback: 'It rolls.' },
    ],
  };

  test.each([
    `Which part *turns* it?\n\n${PICTURE}\n\n- [x] The bar at the **top** \`rect 60 10 20 10\`\n  > Yes.\n- [ ] The round part \`circle 30 70 12\`\n  > It rolls.`,
    `Which part *turns* it?\n${PICTURE}\n\n- [x] The bar at the **top**\n  \`rect 60 10 20 10\`\n\n  > Yes.\n\n- [ ] The round part \`circle 30 70 12\`\n\n  > It rolls.`,
  ])('%j is what YAML says', async (body) => {
    const markdown = await fromMarkdown('', body);
    const yaml = await fromYaml(fields);
    expect(markdown.findings).toEqual([]);
    expect(yaml.findings).toEqual([]);
    expect(unplaced(markdown.source)).toEqual(unplaced(yaml.source));
  });

  test('the last picture of the prompt is the one', async () => {
    const { source } = await fromMarkdown(
      '',
      `Like ![another](a.svg), but where?\n\n${PICTURE}\n\n- [x] Here \`rect 0 0 5 5\`\n- [ ] There \`rect 50 0 5 5\``,
    );
    if (source.type !== 'hotspot') throw new Error(source.type);
    expect(source.prompt.html).toContain('alt="another"');
    expect(source.prompt.html).not.toContain('bicycle');
    expect(source.image?.html).toContain('alt="A bicycle from the side"');
  });

  test('signs in the alternative text and the address stay what they are', async () => {
    const odd = { src: '/assets/a (1) & <b>.svg', alt: 'A *b* [c](d) `e` & "f" <g> \\' };
    const { source, findings } = await fromYaml({ prompt: '?', image: odd, regions: regions('Ab') });
    if (source.type !== 'hotspot') throw new Error(source.type);
    expect(findings).toEqual([]);
    expect(source.image?.html).toContain('alt="A *b* [c](d) &#x60;e&#x60; &#x26; &#x22;f&#x22; <g> \\"');
  });

  test('a task list without regions stays a choice', async () => {
    const { source } = await fromMarkdown('', `Which?\n\n${PICTURE}\n\n- [x] \`rect\`angle\n- [ ] \`x\``);
    expect(source.type).toBe('single');
  });
});

describe('findings', () => {
  const list = (first: string, second = '- [ ] There `rect 50 0 5 5`') =>
    `?\n\n${PICTURE}\n\n${first}\n${second}`;

  test.each([
    [list('- [x] Here `rect 0 0 5`'), ['question/unreadable-region: `rect 0 0 5`']],
    [list('- [x] Here `rect 300 200 50 40`'), ['question/region-outside: `rect 300 200 50 40`']],
    [list('- [x] Here `rect 48 0 5 5`'), ['question/regions-overlap: - [ ] There `rect 50 0 5 5`']],
    [list('- [ ] Here `rect 0 0 5 5`'), ['question/no-right-region: :::question{#q }']],
    [
      list('- [x] Here `rect 0 0 5 5`', '- [x] There `rect 50 0 5 5`'),
      ['question/nothing-to-decide: :::question{#q }'],
    ],
    [list('- [x] `rect 0 0 5 5`'), ['question/region-without-text: `rect 0 0 5 5`']],
    [
      '?\n\n- [x] Here `rect 0 0 5 5`\n- [ ] There `rect 50 0 5 5`',
      ['question/no-picture: :::question{#q }'],
    ],
  ])('%j', async (body, expected) => {
    const { findings } = await fromMarkdown('', body);
    expect(findings).toEqual(expected);
  });

  test('an entry without a region, where the type is named', async () => {
    const { findings } = await fromMarkdown('type=hotspot', list('- [x] Here'));
    expect(findings).toEqual(['question/unreadable-region: - [x] Here']);
  });

  test('no list at all', async () => {
    const { findings } = await fromMarkdown('type=hotspot', `?\n\n${PICTURE}`);
    expect(findings).toEqual(['question/missing-form: :::question{#q type=hotspot}']);
  });

  test.each([
    [{ image }, []],
    [{ image: { src: '/a.svg' } }, ['schema/missing-field: src']],
    [{ image: '/a.svg' }, ['schema/wrong-type: /a.svg']],
    [{ image: undefined }, ['schema/missing-field: id']],
    [{ image, regions: [{ text: 'Here', correct: true }] }, ['schema/missing-field: text']],
  ])('in YAML: %j', async (given, expected) => {
    const { findings } = await fromYaml({ type: 'hotspot', prompt: '?', regions: regions('Ab'), ...given });
    expect(findings.filter((finding) => finding.startsWith('schema/'))).toEqual(expected);
  });
});
