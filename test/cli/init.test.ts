import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { idFromTitle, problem, SHAPES, titleFromFolder } from '../../src/cli/init/answers.ts';
import { version } from '../../src/cli/version.ts';
import { course, scratch } from './run.ts';

const init = (dir: string, ...flags: string[]) => course(['init', dir, '--yes', ...flags]);
const read = (...parts: string[]) => readFileSync(join(...parts), 'utf8');

describe('course init', () => {
  it.each(SHAPES.map(({ shape }) => shape))(
    'starts a %s course that validates and builds without a word',
    (shape) => {
      const dir = join(scratch(), 'my-course');
      expect(init(dir, '--shape', shape, '--title', 'My: "course"', '--accent', '#0b6e4f')).toMatchObject({
        code: 0,
        err: '',
      });
      const validated = course(['validate', dir, '--strict', '--format', 'json']);
      expect(JSON.parse(validated.out)).toMatchObject({
        summary: { errors: 0, warnings: 0 },
        diagnostics: [],
      });
      expect(validated.code).toBe(0);
      const built = course(['build', dir, '--strict']);
      expect(built).toMatchObject({ code: 0, err: '' });
      expect(read(dir, 'site/index.html')).toContain('My: &quot;course&quot;'.replaceAll('&quot;', '"'));
      expect(parse(read(dir, 'course.yaml'))).toMatchObject({
        id: 'my-course',
        title: 'My: "course"',
        language: 'en',
        theme: { accent: '#0b6e4f' },
        pathway: {},
      });
      const modules = readdirSync(join(dir, 'modules')).length;
      expect(modules).toBeGreaterThanOrEqual(3);
      expect(modules).toBeLessThanOrEqual(5);
      expect(JSON.stringify(parse(read(dir, 'course.yaml')).pathway)).toContain(`"type":"${shape}"`);
    },
  );

  it('leaves no placeholder behind, but those of GitHub', () => {
    const dir = scratch();
    init(dir);
    const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const entry of files) {
      expect(read(entry.parentPath, entry.name).replace(/\$\{\{.*?\}\}/g, '')).not.toMatch(/\{\{|\}\}/);
    }
  });

  it('points editors at schemas that are there', () => {
    const dir = scratch();
    init(dir);
    const settings: unknown = JSON.parse(read(dir, '.vscode/settings.json'));
    expect(settings).toHaveProperty(['yaml.schemas']);
    const schemas = Object.keys(Object(settings)['yaml.schemas']);
    expect(schemas.length).toBeGreaterThanOrEqual(3);
    for (const schema of schemas) expect(JSON.parse(read(dir, schema))).toHaveProperty('$schema');
    for (const file of ['course.yaml', 'quizzes/check.yaml']) {
      const [, path = ''] = /\$schema=(\S+)/.exec(read(dir, file)) ?? [];
      expect(existsSync(join(dir, file, '..', path))).toBe(true);
    }
  });

  it('writes a workflow that gives strangers no rights', () => {
    const dir = scratch();
    init(dir);
    const workflow = parse(read(dir, '.github/workflows/course.yml'));
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(Object.keys(workflow.on)).toEqual(['pull_request', 'push', 'workflow_dispatch']);
    expect(JSON.stringify(workflow)).not.toMatch(/pull_request_target|secrets\./);
    expect(workflow.jobs.publish.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
    expect(workflow.jobs.publish.if).toContain('github.event.repository.default_branch');
    expect(workflow.env).toEqual({ COURSE: '.' });
    const runs: { run?: string }[] = workflow.jobs.validate.steps;
    // A program of the version that package.json names; npx would fetch whatever has that name.
    for (const { run } of runs) expect(run ?? '').not.toContain('npx');
  });

  it('never touches what is there', () => {
    const dir = scratch();
    writeFileSync(join(dir, 'README.md'), 'mine');
    mkdirSync(join(dir, '.vscode'));
    writeFileSync(join(dir, '.vscode/settings.json'), '{}');
    const first = init(dir);
    expect(first.code).toBe(0);
    expect(first.out).toContain('README.md was there already and stays as it is.');
    expect([read(dir, 'README.md'), read(dir, '.vscode/settings.json')]).toEqual(['mine', '{}']);

    writeFileSync(join(dir, 'course.yaml'), 'mine too');
    const before = readdirSync(dir, { recursive: true }).sort();
    const second = init(dir, '--shape', 'hurdles');
    expect(second.code).toBe(2);
    expect(second.err).toMatch(/already a course in .*course\.yaml.*Nothing was written/);
    expect(readdirSync(dir, { recursive: true }).sort()).toEqual(before);
    expect(read(dir, 'course.yaml')).toBe('mine too');
  });

  it('lists every file that it wrote', () => {
    const place = scratch();
    const { out } = course(['init', 'tea', '--yes'], { cwd: place });
    const files = readdirSync(join(place, 'tea'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(place.length + 1))
      .sort();
    const listed = out.split('\n').filter((line) => /^ {2}tea\//.test(line));
    expect(listed.map((line) => line.trim())).toEqual(files);
    expect(out).toContain(`: ${files.length} files.`);
    expect(out).not.toContain('Note:');
  });

  it('brings the version of the tool that it needs, for colleagues and the workflow', () => {
    const dir = scratch();
    init(dir);
    expect(JSON.parse(read(dir, 'package.json'))).toEqual({
      private: true,
      scripts: { dev: 'course dev --open', validate: 'course validate', build: 'course build' },
      devDependencies: { coursewright: version },
    });
    expect(JSON.stringify(parse(read(dir, '.github/workflows/course.yml')))).toContain(
      'npm install --prefix \\"$COURSE\\" --ignore-scripts',
    );
  });

  it.each([
    ['npm', ['cd tea', 'npm install', 'npx course dev --open', 'npx course build']],
    ['', ['course dev tea --open', 'course build tea']],
  ])('says what to type next after a run by %j', (manager, lines) => {
    const env = { npm_config_user_agent: manager === '' ? '' : `${manager}/11.0.0 node/v20.0.0` };
    const { out } = course(['init', 'tea', '--yes'], { cwd: scratch(), env });
    const steps = out
      .slice(out.indexOf('Next:\n') + 6)
      .trim()
      .split('\n');
    expect(steps.map((line) => line.trim().split(/ {2,}/)[0])).toEqual(lines);
  });

  it.each([
    [['--title', '???'], /No id can be made of this title, so it is `course`/],
    [['--language', 'de'], /examples in English/],
  ])('%j: says what deserves a thought', (flags, message) => {
    expect(init(scratch(), ...flags).out).toMatch(message);
  });

  it('says where the workflow belongs when the course is a folder of a repository', () => {
    const place = scratch();
    mkdirSync(join(place, '.git'));
    const { out } = course(['init', 'teaching/tea', '--yes'], { cwd: place });
    expect(out).toMatch(
      /move\s+teaching\/tea\/\.github\/workflows\/course\.yml to \.github\/workflows\/course\.yml/,
    );
    expect(parse(read(place, 'teaching/tea/.github/workflows/course.yml')).env).toEqual({
      COURSE: 'teaching/tea',
    });
    mkdirSync(join(place, 'own/.git'), { recursive: true });
    const own = course(['init', 'own', '--yes'], { cwd: place });
    expect(own.out).not.toContain('Note:');
    expect(parse(read(place, 'own/.github/workflows/course.yml')).env).toEqual({ COURSE: '.' });
  });

  it('says when the schemas are of another version, and renews them', () => {
    const dir = scratch();
    init(dir);
    const schema = join(dir, '.course/schemas/quiz.schema.json');
    const current = readFileSync(schema, 'utf8');
    writeFileSync(schema, current.replaceAll('\n', '\r\n'));
    expect(course(['validate', dir]).err).toBe('');
    writeFileSync(schema, '{}');
    expect(course(['validate', dir])).toMatchObject({
      code: 0,
      err: expect.stringContaining('course schemas'),
    });
    expect(course(['validate', dir, '--format', 'json']).err).toBe('');
    expect(course(['schemas', dir]).out).toContain('quiz.schema.json');
    expect(readFileSync(schema, 'utf8')).toBe(current);
    expect(course(['schemas', dir]).out).toMatch(/already/);
    expect(course(['validate', dir]).err).toBe('');
    expect(course(['schemas', scratch()])).toMatchObject({
      code: 2,
      err: expect.stringContaining('no course.yaml'),
    });
  });

  it('never writes schemas through a link of a stranger', () => {
    const dir = scratch();
    init(dir);
    const victim = join(scratch(), 'mine');
    writeFileSync(victim, 'mine');
    rmSync(join(dir, '.course/schemas/quiz.schema.json'));
    symlinkSync(victim, join(dir, '.course/schemas/quiz.schema.json'));
    expect(course(['schemas', dir])).toMatchObject({ code: 2, err: expect.stringContaining('by a link') });
    rmSync(join(dir, '.course'), { recursive: true });
    symlinkSync(dirname(victim), join(dir, '.course'));
    expect(course(['schemas', dir]).code).toBe(2);
    expect(readFileSync(victim, 'utf8')).toBe('mine');
  });

  it.each([
    [['--title', ''], /needs a title/],
    [['--title', 'two\nlines'], /one line/],
    [['--id', '../evil'], /letters, digits/],
    [['--id', '__proto__'], /cannot be an id/],
    [['--language', 'klingonisch!'], /BCP 47/],
    [['--accent', 'red'], /#rrggbb/],
  ])('refuses %j before it writes', (flags, message) => {
    const dir = scratch();
    const { code, err } = init(dir, ...flags);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(readdirSync(dir)).toEqual([]);
  });

  it('keeps languages and titles that YAML reads otherwise', () => {
    const dir = scratch();
    init(dir, '--title', 'no', '--language', 'no', '--id', '12');
    expect(parse(read(dir, 'course.yaml'))).toMatchObject({ title: 'no', language: 'no', id: '12' });
    expect(course(['validate', dir, '--strict']).code).toBe(0);
  });
});

describe('answers', () => {
  it.each([
    ['Bread, at home!', 'bread-at-home'],
    ['  Überraschung & Café ', 'uberraschung-cafe'],
    ['日本語 入門', '日本語-入門'],
    ['x'.repeat(90), 'x'.repeat(60)],
  ])('makes the id of %j', (title, id) => {
    expect(idFromTitle(title)).toBe(id);
    expect(problem.id(id)).toBeUndefined();
  });

  it.each(['!!!', 'con', '???'])('makes no id of %j', (title) => {
    expect(idFromTitle(title)).toBeUndefined();
  });

  it.each([
    ['my-course', 'My course'],
    ['bread_at.home', 'Bread at home'],
    ['---', 'My course'],
  ])('makes the title of the folder %s', (folder, title) => {
    expect(titleFromFolder(folder)).toBe(title);
  });
});
