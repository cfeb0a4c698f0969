import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { MAP_FORMATS } from '../../src/cli/commands/map.ts';
import { renderers } from '../../src/map/index.ts';
import { readDot, readMermaid, readSvg } from '../map/parse.ts';
import { course, scratch } from './run.ts';

let dir = '';
const read = (path: string) => readFileSync(join(dir, path), 'utf8');
const put = (path: string, text: string) => writeFileSync(join(dir, path), text);

const COURSE = `id: bread
title: Bread
language: en
pathway:
  type: linear
  items:
    - flour
    - type: hurdles
      id: basics
      title: Basics
      items:
        - water
        - check
        - { item: extra, requires: { passed: check } }
`;
const QUIZ = `title: Check
pass: 50%
questions:
  - id: one
    prompt: Is it wet?
    options:
      - { text: "Yes", correct: true, feedback: Right. }
      - { text: "No", feedback: Wrong. }
`;

beforeEach(() => {
  dir = join(scratch(), 'bread');
  expect(course(['init', dir, '--yes']).code).toBe(0);
  put('course.yaml', COURSE);
  for (const id of ['flour', 'water', 'extra'])
    put(`modules/${id}.md`, `---\ntitle: About ${id}\nminutes: 5\n---\n\nSome text.\n`);
  put('quizzes/check.yaml', QUIZ);
});

describe('course map', () => {
  it('offers each format there is', () => {
    expect([...MAP_FORMATS]).toEqual(Object.keys(renderers));
  });

  it('prints a tree, and says with 0 that nothing is wrong', () => {
    const { code, out, err } = course(['map'], { cwd: dir });
    expect(err).toBe('');
    expect(out).toMatch(/^Bread \[pathway\] linear/);
    expect(out).toContain('├─ About flour [flour] 5 min\n');
    expect(out).toContain('opens when you have passed “Check”');
    expect(code).toBe(course(['validate', dir]).code);
  });

  it('marks each finding on the item that it blames, and ends with 1 for errors', () => {
    put(
      'course.yaml',
      COURSE.replace('passed: check', 'passed: chekc').replace('title: Basics', 'titel: Basics'),
    );
    put('modules/water.md', '---\ntitle: About water\n---\n\nSee [this](nowhere).\n');
    put('modules/lost.md', '---\ntitle: Lost\n---\n\nSee [this](nowhere).\n');
    const { code, out } = course(['map', dir, '--format', 'json']);
    expect(code).toBe(1);
    const map = JSON.parse(out);
    const marks: Record<string, string[]> = Object.fromEntries(
      map.nodes.map((node: { id: string; marks: { rule: string }[] }) => [
        node.id,
        node.marks.map(({ rule }) => rule),
      ]),
    );
    expect(marks.water).toContain('link/missing-target');
    expect(marks.extra).toContain('reference/unknown');
    expect(marks.basics?.some((rule) => rule.startsWith('schema/'))).toBe(true);
    expect(marks.flour).toEqual([]);
    expect(map.elsewhere).toContainEqual(
      expect.objectContaining({ place: expect.stringContaining('modules/lost.md:') }),
    );
    expect(course(['map', dir]).out).toMatch(
      /About water \[water\].*\n.*✗ link\/missing-target modules\/water\.md:5:\d+\n/,
    );
  });

  it('marks what the proof finds on the item to blame', () => {
    put('quizzes/check.yaml', QUIZ.replace('pass: 50%', 'pass: 50%\nattempts: 1'));
    const { code, out } = course(['map', dir]);
    expect(code).toBe(1);
    expect(out).toMatch(/Check \[check\].*\n.*✗ path\/trap quizzes\/check\.yaml:3:\d+\n/);
  });

  it('writes files in the format of their ending', async () => {
    for (const name of ['map.svg', 'map.mmd', 'map.dot', 'map.json', 'map.txt']) {
      const { out, err } = course(['map', '--out', name], { cwd: dir });
      expect([name, out, err]).toEqual([name, '', '']);
    }
    expect(readSvg(read('map.svg')).labels).toHaveLength(6);
    expect((await readMermaid(read('map.mmd'))).labels).toHaveLength(6);
    expect(readDot(read('map.dot')).labels).toHaveLength(6);
    expect(JSON.parse(read('map.json')).nodes).toHaveLength(6);
    expect(read('map.txt')).toBe(course(['map', dir]).out);
  });

  it('writes over an earlier map', () => {
    for (let times = 0; times < 2; times++)
      expect(course(['map', '--out', 'map.svg'], { cwd: dir })).toMatchObject({ code: 1, err: '' });
  });

  it('shows a section, or less of the whole', () => {
    expect(course(['map', dir, '--section', 'basics']).out).toMatch(/^Basics \[basics\][\s\S]*\[check\]/);
    const folded = course(['map', dir, '--depth', '0']).out;
    expect(folded).toContain('└─ Basics [basics] hurdles, each quiz has to be passed, 2 modules, 1 quiz');
    expect(folded).not.toContain('[water]');
  });

  it('does with ASCII when asked', () => {
    expect(course(['map', dir, '--ascii']).out).toContain('|- About flour [flour]');
  });

  it.each([
    [['--section', 'basicks'], /no section basicks[\s\S]*Did you mean basics\?/],
    [['--section', 'water'], /water is not a section/],
    [['--depth', 'all'], /A depth is a number/],
    [['--out', 'map.png'], /does not say which format[\s\S]*\.svg/],
    [['--format', 'png'], /Allowed choices are text, mermaid/],
    [['--out', 'no/such/folder/map.svg'], /no folder no\/such\/folder/],
    [['--out', 'course.yaml', '--format', 'svg'], /there already[\s\S]*map\.svg/],
  ])('%j cannot run', (args, message) => {
    const { code, out, err } = course(['map', dir, ...args], { cwd: dir });
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(existsSync(join(dir, 'map.png'))).toBe(false);
  });

  it('says what to do where course.yaml cannot be used', () => {
    put('course.yaml', 'id: [');
    const { code, out, err } = course(['map', dir]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('validate');
  });

  it('says when a picture is too large, and how to show less', () => {
    const ids = Array.from({ length: 600 }, (_, i) => `page-${i}`);
    for (const id of ids) put(`modules/${id}.md`, `---\ntitle: ${id}\n---\n\nSome text.\n`);
    put('course.yaml', `id: c\ntitle: C\npathway:\n  type: linear\n  items: [${ids.join(', ')}]\n`);
    expect(course(['map', dir, '--format', 'mermaid']).err).toMatch(/more than Mermaid draws.*--depth/);
    expect(course(['map', dir, '--format', 'svg']).err).toMatch(/601 items.*--depth/);
    expect(course(['map', dir]).err).toBe('');
  });
});
