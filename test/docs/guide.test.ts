import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, parse, parseDocument, visit } from 'yaml';
import { checkCourse } from '../../src/cli/course.ts';
import { memoryCache } from '../../src/compile/cache.ts';
import { openCourseFolder } from '../../src/platform/course-files.ts';
import { questionTypes } from '../../src/questions/registry.ts';
import { course, scratch } from '../cli/run.ts';
import { viewAfter } from '../path/build.ts';

const guide = readFileSync(new URL('../../docs/guide.md', import.meta.url), 'utf8');

/** The fenced examples of a language, without their fences. */
const examples = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  );

const BASE = parse(examples('yaml').find((text) => text.startsWith('id: ')) ?? '');
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>';

/** What an example of the conditions' table stands for in the course that the examples are completed to. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  ID: 'flour',
  QUIZ: 'basics-check',
  OPTION: 'yeast',
  COMPETENCY: 'flour',
  BADGE: 'first-loaf',
};

/** Completes top-level fields of a course.yaml, and files, to a course folder. */
function completed(
  fields: Readonly<Record<string, unknown>>,
  files: Readonly<Record<string, string>> = {},
): string {
  const root = scratch();
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const yaml = { competencies: { flour: { title: 'Choose the right flour' } }, ...BASE, ...fields };
  const text = JSON.stringify(yaml);
  for (const id of itemsIn(text)) {
    if (/check|quiz/.test(id)) write(`quizzes/${id}.yaml`, JSON.stringify(quiz(id)));
    else write(`modules/${id}.md`, `---\ntitle: About ${id}\n---\n\n## Salt\n\nSome text on ${id}.\n`);
  }
  write('course.yaml', text);
  write('glossary.yaml', 'gluten: The protein that holds the gas.');
  for (const [path, content] of Object.entries(files)) write(path, content);
  const all = [text, ...Object.values(files)].join('\n');
  for (const [path] of all.matchAll(/assets\/[\w-]+\.\w+/g)) write(path, asset(path));
  return root;
}

/** What `course validate` finds in it. */
function findings(...parts: Parameters<typeof completed>): unknown {
  const { out, err } = course(['validate', completed(...parts), '--strict', '--format', 'json']);
  expect(err).toBe('');
  return JSON.parse(out).diagnostics;
}

/** The ids of the modules and quizzes that a course.yaml holds. */
function itemsIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  visit(parseDocument(text), {
    Pair(_, { key, value }) {
      if (!isScalar(key)) return;
      if (key.value === 'item' && isScalar(value)) found.add(String(value.value));
      if (key.value !== 'items' || value === null || typeof value !== 'object' || !('items' in value)) return;
      for (const entry of Object(value.items))
        if (isScalar(entry) && !isMap(entry)) found.add(String(entry.value));
    },
  });
  return found;
}

/** A quiz with a score for every tenth. */
function quiz(id: string): object {
  const questions = Array.from({ length: 10 }, (_, index) => ({
    id: `q${index}`,
    prompt: `Question ${index} of ${id}?`,
    options: [
      { text: 'Yes', correct: true, feedback: 'Right.' },
      { text: 'No', feedback: 'Wrong.' },
    ],
    explanation: 'It is so.',
    competency: 'flour',
    shuffle: true,
  }));
  return { title: id, pass: '80%', questions };
}

function asset(path: string): string {
  if (path.endsWith('.vtt')) return 'WEBVTT\n\n00:00.000 --> 00:01.000\nKnead.\n';
  return path.endsWith('.md') ? 'What is said.\n' : PICTURE;
}

describe('the examples of the guide are a course without findings', () => {
  const yaml = examples('yaml').map((text) => [text.trim().split('\n')[0] ?? '', parse(text)] as const);

  it('finds them', () => {
    expect(yaml.length).toBeGreaterThanOrEqual(5);
    expect(examples('markdown').length).toBeGreaterThanOrEqual(2);
    expect(wanted.length).toBeGreaterThan(10);
    expect(conditions.length).toBeGreaterThan(8);
  });

  it.each(yaml.filter(([, fields]) => 'pathway' in fields))('course.yaml: %s', (_, fields) => {
    expect(findings(fields)).toEqual([]);
  });

  it.each([
    ['hurdles', 'more-practice', 'flour basics-check=85/100', 'open'],
    ['hurdles', 'more-practice', 'flour basics-check=95/100', 'hidden'],
    ['linear', 'flour-again', 'flour basics-check=5/10', 'open'],
    ['linear', 'flour-again', 'flour basics-check=8/10', 'hidden'],
  ])('the remedial example of %s: %s after %s is %s', async (type, item, story, expected) => {
    const example = yaml.find(
      ([, { pathway }]) => pathway?.type === type && JSON.stringify(pathway).includes(item),
    );
    const folder = openCourseFolder(completed(example?.[1] ?? {}));
    const { loaded } = await checkCourse(folder, memoryCache());
    if (loaded.course === undefined) throw new Error('The example is no course.');
    const found = viewAfter(loaded.course, story).items.find(({ id }) => id === item);
    expect(found?.status ?? 'hidden').toBe(expected);
  });

  it.each(yaml.filter(([, fields]) => 'competencies' in fields))('course.yaml: %s', (_, fields) => {
    const items = [...BASE.pathway.items, 'final-quiz'];
    expect(findings({ pathway: { ...BASE.pathway, items }, ...fields })).toEqual([]);
  });

  const quizzes = yaml.filter(([, fields]) => 'questions' in fields);
  const banks = quizzes.filter(([, fields]) => fields.bank);
  it.each(quizzes.filter(([, fields]) => !fields.bank))('quiz: %s', (_, fields) => {
    // Its few questions make few scores: too few for the routes of the first example.
    const pathway = { type: 'hurdles', items: ['flour', 'basics-check'] };
    const text = JSON.stringify(fields);
    const drawn = banks.filter(() => text.includes('"draw"'));
    const files = Object.fromEntries(drawn.map(([, bank]) => ['quizzes/flours.yaml', JSON.stringify(bank)]));
    expect(findings({ pathway }, { 'quizzes/basics-check.yaml': text, ...files })).toEqual([]);
  });

  it.each(questionTypes)('questions of type %s are named, with a link to the reference', (type) => {
    const schema = new URL(`../../src/questions/${type}/schema.json`, import.meta.url);
    const { title } = JSON.parse(readFileSync(schema, 'utf8'));
    expect(guide).toContain(`(reference/questions.md#${title.toLowerCase().replaceAll(' ', '-')})`);
  });

  it.each(examples('markdown').map((text) => [text]))('module: %s', (text) => {
    const front = text.startsWith('---') ? '' : '---\ntitle: Flour\n---\n\n';
    expect(findings({}, { 'modules/flour.md': front + text })).toEqual([]);
  });

  const table = (head: string) => {
    const rows = guide.slice(guide.indexOf(head)).split('\n\n')[0]?.split('\n').slice(2) ?? [];
    return rows.map((row) => row.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));
  };

  const wanted = table('| you want |').map(([name = '', cell = '']) => [name, cell] as const);
  it.each(wanted)('%s: %s', (_, cell) => {
    const text = `---\ntitle: Flour\n---\n\n${written(cell)}\n`;
    expect(findings({}, { 'modules/flour.md': text }), text).toEqual([]);
  });

  const conditions = table('| condition |').flatMap(([cell = '']) =>
    conditionsIn(cell).map((text) => [text] as const),
  );
  it.each(conditions)('requires: { %s }', (text) => {
    const when = parse(`{ ${text.replace(/\b[A-Z]{2,}\b/g, (name) => STANDS_FOR[name] ?? name)} }`);
    const items = [...BASE.pathway.items, { item: 'extra', optional: true, requires: when }];
    const badges = { 'first-loaf': { title: 'First loaf', when: { completed: 'flour' } } };
    // Linear, since behind a failed hurdle nothing opens.
    const pathway = { type: 'linear', items };
    expect(findings({ badges, points: { module: 50 }, pathway }), text).toEqual([]);
  });
});

describe('what the guide shows of a command', () => {
  const shown = examples('text').flatMap((text) => {
    const [, line = '', output = ''] = /^\$ npx course (.*)\n([\s\S]*)$/.exec(text) ?? [];
    return line === '' ? [] : [[line, output] as const];
  });
  it('is there', () => expect(shown.map(([line]) => line)).toContain('explain starter'));

  // The first example has no competencies.
  const withoutCompetency = (key: string, value: unknown) => (key === 'competency' ? undefined : value);

  it.each(shown)('course %s', (line, output) => {
    const files = Object.fromEntries(
      [...itemsIn(JSON.stringify(BASE))].map((id) => {
        const title = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
        return /check/.test(id)
          ? [`quizzes/${id}.yaml`, JSON.stringify({ ...quiz(id), title }, withoutCompetency)]
          : [`modules/${id}.md`, `---\ntitle: ${title}\nminutes: 5\n---\n\nAbout it.\n`];
      }),
    );
    const cwd = completed({}, { ...files, 'course.yaml': examples('yaml')[0] ?? '' });
    if (line === 'diff') editAfterCommit(cwd);
    const { out } = course(line.split(' '), { cwd });
    expect(out.replace(/HEAD \([0-9a-f]{7}\)/, 'HEAD (4f2a91c)')).toBe(output);
  });
});

/** Commits the course, then edits it as the guide's example of `course diff` has it. */
function editAfterCommit(cwd: string): void {
  const git = (...args: string[]) =>
    expect(
      spawnSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd }).status,
    ).toBe(0);
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'As it was published');
  const edit = (path: string, from: string, to: string) => {
    const text = readFileSync(join(cwd, path), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(cwd, path), text.replace(from, to));
  };
  edit('course.yaml', '- water\n', '- warm-water\n');
  renameSync(join(cwd, 'modules/water.md'), join(cwd, 'modules/warm-water.md'));
  edit('quizzes/basics-check.yaml', '"pass":"80%"', '"pass":"90%"');
  const question = '"prompt":"Question 3 of basics-check?","options":[{"text":"Yes","correct":true';
  edit('quizzes/basics-check.yaml', question, question.replace('true', 'false'));
  const options = `${question.replace('true', 'false')},"feedback":"Right."},{"text":"No"`;
  edit('quizzes/basics-check.yaml', options, `${options},"correct":true`);
}

/** What a cell says to write: pieces of code, with text where `…` stands between them. */
function written(cell: string): string {
  const pieces = [...cell.matchAll(/(`+) ?(.+?) ?\1(?!`)([^`]*)/g)];
  return pieces
    .map(([, , code = '', after = '']) => {
      if (code === '> [!NOTE]') return `${code}\n> Some text.`;
      if (after.includes('…')) return `${code}\nSome text.\n`;
      return `${code}${/with|on a line|in it/.test(after) ? '\n' : '\n\n'}`;
    })
    .join('');
}

/** The conditions in a cell: `score: QUIZ` with `from: 60%` is one, and an ellipsis stands for another. */
function conditionsIn(cell: string): string[] {
  const codes = [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
  if (cell.includes(' with ')) return [codes.join(', ')];
  return codes.map((code) =>
    code.replace('[…]', '[ { completed: flour } ]').replace(/: …$/, ': { failed: QUIZ }'),
  );
}
