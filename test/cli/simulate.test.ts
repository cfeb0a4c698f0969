import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { course, scratch } from './run.ts';

const EXAMPLE = resolve(import.meta.dirname, '../../example-course');

/** A course of a page and a quiz in hurdles, with these fields of the quiz. */
function bread(quiz: object, pathway: object = {}): string {
  const root = scratch();
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write(
    'course.yaml',
    JSON.stringify({
      id: 'bread',
      title: 'Bread',
      language: 'en',
      pathway: { type: 'hurdles', items: ['flour', 'check'], ...pathway },
    }),
  );
  write('modules/flour.md', '---\ntitle: Flour\n---\n\nMostly starch.\n');
  const questions = [1, 2, 3].map((n) => ({
    id: `q${n}`,
    prompt: `Question ${n}?`,
    options: [{ text: 'Yes', correct: true }, { text: 'No' }, { text: 'Perhaps' }],
  }));
  write('quizzes/check.yaml', JSON.stringify({ title: 'Check', questions, ...quiz }));
  return root;
}

const simulate = (dir: string, ...args: string[]) =>
  course(['simulate', dir, '--learners', '100', '--seed', '4', ...args]);

describe('course simulate', () => {
  let fine = '';
  beforeAll(() => {
    fine = bread({ pass: '60%' });
  });

  it('reports in text and in JSON, the same each time', () => {
    const { code, out, err } = simulate(fine);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^Bread {2}100 simulated learners, seed 4\n\n {2}Finished {2}\S+\s%/);
    expect(simulate(fine).out).toBe(out);
    const json = JSON.parse(simulate(fine, '--format', 'json').out);
    expect(json).toMatchObject({
      version: 1,
      course: { id: 'bread', title: 'Bread' },
      seed: 4,
      start: '2026-01-05T09:00:00.000Z',
      learners: { asked: 100, simulated: 100 },
      quizzes: [{ item: 'check', learners: 100 }],
    });
  });

  it('is a gate: --min-completion', () => {
    expect(simulate(fine, '--min-completion', '50%')).toMatchObject({ code: 0, err: '' });
    const hard = bread({ pass: '100%', attempts: 1, exhausted: 'contact' });
    const { code, out, err } = simulate(hard, '--min-completion', '100%');
    expect(code).toBe(1);
    expect(err).toMatch(/^Only \S+\s% finished; --min-completion asks for 100\s%\.\n$/);
    expect(out).toContain('Finished');
  });

  it('begins when it is told to, in the time zone of the course', () => {
    const json = JSON.parse(simulate(fine, '--start', '2026-09-01', '--format', 'json').out);
    expect(json.start).toBe('2026-09-01T00:00:00.000Z');
  });

  it('simulates a course with a trap, and shows whom it hurts', () => {
    const { code, out, err } = simulate(bread({ pass: '100%', attempts: 1 }));
    expect(code).toBe(0);
    expect(out).toMatch(/Where learners are lost\n +\d+ {2}Check {2}trapped: nothing left to do/);
    expect(out).toContain('`course validate`');
    expect(err).toContain('Simulated all the same.');
  });

  it('reports the errors of a course that cannot be read in full, with 1', () => {
    const { code, out, err } = simulate(bread({ pass: '60%' }, { items: ['flour', 'chek'] }));
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('check');
    expect(err).toContain('Not simulated: correct the errors first.');
  });

  it.each([
    [['--learners', '0'], /--learners.* 1 to 1000000/],
    [['--learners', 'many'], /whole number/],
    [['--seed', '-1'], /seed is a whole number|unknown option|argument missing/],
    [['--seed', '1.5'], /A seed is a whole number/],
    [['--min-completion', '95'], /such as 95%/],
    [['--min-completion', '101%'], /from 0% to 100%/],
    [['--start', 'soon'], /is no date/],
    [['--start', '2026-02-30'], /is no date/],
    [['--format', 'xml'], /Allowed choices are text, json/],
    [['--items', '0'], /whole number/],
  ])('refuses %j with 2', (args, message) => {
    const { code, out, err } = course(['simulate', fine, ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  it('finds the example course in good order', () => {
    const { code, out } = course([
      'simulate',
      EXAMPLE,
      '--format',
      'json',
      '--learners',
      '400',
      '--min-completion',
      '95%',
    ]);
    const report = JSON.parse(out);
    expect(code).toBe(0);
    expect(report.neverVisited).toEqual([]);
    expect(report.badges.every(({ share }: { share: number }) => share > 0.5)).toBe(true);
    // Nobody is stopped by the course itself.
    for (const { reason } of report.drops) expect(['setbacks', 'time']).toContain(reason);
    // Every route and every choice is taken by a fair share.
    for (const { options } of report.choices)
      for (const { share } of options) expect(share).toBeGreaterThan(0.05);
    // Learners get through in about the time that the course says.
    expect(report.minutes.median).toBeGreaterThan(90);
    expect(report.minutes.median).toBeLessThan(360);
  });
});
