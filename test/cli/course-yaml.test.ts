import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { withAdditions } from '../../src/cli/diff/course-yaml.ts';

const ADD = {
  renamed: [['old', 'new'] as const, ['quiz#q 1', 'quiz#q2'] as const],
  retired: ['gone', 'badge:early'],
};
const ALL = { renamed: { old: 'new', 'quiz#q 1': 'quiz#q2' }, retired: ['gone', 'badge:early'] };

const HEAD = `# A course
id: bread   # for ever
title:   "Bread"
pathway:
    type: linear
    items: [ a,b ,c ]  # odd spacing stays
description: >-
    a long text that a printer of YAML would fold anew, which would make a diff of lines that nobody has touched at all
`;

describe('names written to course.yaml', () => {
  const cases: readonly (readonly [form: string, text: string, expected: object])[] = [
    ['no fields yet', HEAD, ALL],
    ['no line break at the end', HEAD.trimEnd(), ALL],
    [
      'a block',
      `${HEAD}renamed:\n    x: y # why\nretired:\n- z\n# the end\n`,
      { renamed: { x: 'y', ...ALL.renamed }, retired: ['z', ...ALL.retired] },
    ],
    [
      'on one line',
      `renamed: { x: y }\nretired: [z] # why\n${HEAD}`,
      { renamed: { x: 'y', ...ALL.renamed }, retired: ['z', ...ALL.retired] },
    ],
    [
      'on several lines',
      `renamed: {\n  x: y, # why\n}\nretired: [\n  z,\n]\n${HEAD}`,
      { renamed: { x: 'y', ...ALL.renamed }, retired: ['z', ...ALL.retired] },
    ],
    ['empty', `renamed:\nretired: []\n${HEAD}`, ALL],
    ['empty braces', `renamed: {}\nretired:  # none yet\n${HEAD}`, ALL],
    ['the end of the document marked', `${HEAD}...\n`, ALL],
    [
      'a block before others',
      `renamed:\n  x: y\n\n  # about w\n  w: v\n\n${HEAD}`,
      { renamed: { x: 'y', w: 'v', ...ALL.renamed }, retired: ALL.retired },
    ],
  ];

  it.each(cases)('%s', (_, text, expected) => {
    for (const form of [text, text.replaceAll('\n', '\r\n')]) {
      const edited = withAdditions(form, ADD);
      expect(edited).toBeDefined();
      const { id, title, pathway, description, ...carried } = parse(edited ?? '');
      expect(carried).toEqual(expected);
      expect({ id, title, pathway }).toEqual({
        id: 'bread',
        title: 'Bread',
        pathway: { type: 'linear', items: ['a', 'b', 'c'] },
      });
      // Every line that was there is there still, in its place.
      const lines = (edited ?? '').split(/\r?\n/);
      let at = -1;
      for (const line of form.split(/\r?\n/)) {
        const found = lines.findIndex(
          (each, i) =>
            i > at &&
            (each === line || (/^(renamed|retired): [[{]/.test(line) && each.startsWith(line.slice(0, 10)))),
        );
        expect(found, line).toBeGreaterThan(at);
        at = found;
      }
      expect((edited ?? '').includes('\r\n')).toBe(form.includes('\r\n'));
      expect(/[^\r]\n/.test(edited ?? '')).toBe(!form.includes('\r\n'));
      // Twice is as good as once.
      expect(withAdditions(edited ?? '', ADD)).toBe(edited);
    }
  });

  it.each([
    ['a document in braces', '{ id: bread, title: Bread }'],
    ['no YAML', 'id: [\n'],
    ['a list where names belong', 'id: bread\nrenamed: [a]\n'],
    ['an alias', 'id: &a bread\nrenamed: *a\n'],
  ])('leaves %s to a person', (_, text) => {
    expect(withAdditions(text, ADD)).toBeUndefined();
  });

  it('never writes what reads back as anything else', () => {
    const name = fc.oneof(
      fc.stringMatching(/^[a-z0-9][a-z0-9._/-]{0,8}(#[a-z0-9]{1,5})?$/),
      fc.constantFrom('null', 'true', '1e3', '0x1', '~', 'no', '__proto__', 'badge:a', '2020-01-01'),
    );
    const field = fc.constantFrom(
      '',
      'renamed:\n',
      'renamed: {}\n',
      'renamed: { a1: b1 }\n',
      'renamed:\n  a1: b1\n',
      'renamed:\n      "a1": b1   # c\n',
      'retired: []\n',
      'retired:\n- r1\n',
      'retired: [ r1, ]\n',
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, name), { maxLength: 4 }),
        fc.array(name, { maxLength: 4 }),
        fc.uniqueArray(field, { maxLength: 2, selector: (text) => text.slice(0, 7) }),
        (renamed, retired, fields) => {
          const text = `id: bread\n${fields.join('')}title: Bread\n`;
          const edited = withAdditions(text, { renamed, retired });
          if (edited === undefined) return;
          const map = new Map(Object.entries(parse(edited).renamed ?? {}));
          const list = new Set(parse(edited).retired ?? []);
          for (const [from] of renamed) expect(map.has(from)).toBe(true);
          for (const each of retired) expect(list.has(each)).toBe(true);
          expect(parse(edited)).toMatchObject({ id: 'bread', title: 'Bread' });
        },
      ),
    );
  });
});
