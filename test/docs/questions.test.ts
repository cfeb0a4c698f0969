import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCourse } from '../../src/cli/course.ts';
import { memoryCache } from '../../src/compile/cache.ts';
import { openCourseFolder } from '../../src/platform/course-files.ts';
import { questionTypes } from '../../src/questions/registry.ts';
import { scratch } from '../cli/run.ts';

/** What each question type shows authors is a question of that type, in both forms, without findings. */

const readme = (type: string): string =>
  readFileSync(new URL(`../../src/questions/${type}/README.md`, import.meta.url), 'utf8');

const examples = (type: string, language: string): string[] =>
  [...readme(type).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  );

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"/>';

/** What `course validate` says of a course with these examples, and the types of its questions. */
async function checked(markdown: readonly string[], yaml: string) {
  const root = scratch();
  const write = (path: string, text: string) => writeFileSync(join(root, path), text);
  for (const folder of ['modules', 'quizzes', 'assets']) mkdirSync(join(root, folder), { recursive: true });
  write(
    'course.yaml',
    'id: docs\ntitle: Docs\nlanguage: en\npathway: { type: linear, items: [page, quiz] }\n',
  );
  write('modules/page.md', `---\ntitle: Page\n---\n\n${markdown.join('\n')}`);
  write('quizzes/quiz.yaml', `title: Quiz\n${yaml}`);
  for (const [, path = ''] of `${markdown.join('\n')}${yaml}`.matchAll(/\/(assets\/[\w-]+\.svg)/g))
    write(path, PICTURE);
  const { diagnostics, loaded } = await checkCourse(openCourseFolder(root), memoryCache());
  const page = loaded.pages.get('page')?.questions ?? [];
  const quiz = loaded.quizzes.get('quiz')?.questions ?? [];
  return { diagnostics, page, quiz };
}

describe.each(questionTypes)('%s', (type) => {
  const markdown = examples(type, 'markdown');
  const yaml = examples(type, 'yaml');

  it('shows both forms, when to use it, how it is graded and what it cannot do', () => {
    expect(markdown.length).toBeGreaterThan(0);
    expect(yaml).toHaveLength(1);
    const headings = [...readme(type).matchAll(/^#{1,2} (.+)$/gm)].map(([, text]) => text);
    expect(headings).toEqual(expect.arrayContaining(['In Markdown', 'In YAML', 'Grading', 'Limits']));
  });

  it('has examples of its type, without findings', async () => {
    const { diagnostics, page, quiz } = await checked(markdown, yaml[0] ?? '');
    expect(diagnostics).toEqual([]);
    expect(page.map((question) => question.type)).toEqual(markdown.map(() => type));
    expect(quiz.map((question) => question.type)).toEqual([type]);
  });
});
