import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { questionsReference } from './docs/questions.ts';
import { rulesReference } from './docs/rules.ts';
import { schemaPage } from './docs/schema.ts';

/** The pages of the reference that are made from the sources: each path below the project, with what makes it. */
export const PAGES: Readonly<Record<string, () => Promise<string>>> = {
  'docs/reference/course.md': () => schemaPage('course'),
  'docs/reference/module.md': () => schemaPage('module'),
  'docs/reference/quiz.md': () => schemaPage('quiz'),
  'docs/reference/questions.md': () => questionsReference(),
  'docs/reference/glossary.md': () => schemaPage('glossary'),
  'docs/reference/rules.md': async () => rulesReference(),
};

/** Writes every page of the reference. A test fails when a committed page differs from what this writes. */
async function write(): Promise<void> {
  for (const [path, make] of Object.entries(PAGES)) {
    const target = new URL(`../${path}`, import.meta.url);
    await mkdir(new URL('.', target), { recursive: true });
    await writeFile(target, await make());
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await write();
