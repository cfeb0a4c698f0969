import type { Finding } from '../model/diagnostic.ts';
import type { CourseFiles, FileEntry } from '../model/files.ts';
import type { ItemId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import { found } from './findings.ts';
import { idFromPath, safeId } from './ids.ts';
import { LOCK } from './lock.ts';

/** What a file of the course folder is read as. */
export type SourceKind = 'course' | 'module' | 'quiz' | 'glossary' | 'lock';

/** What a path is read as; undefined for media, themes and everything else. */
export function sourceKind(path: string): SourceKind | undefined {
  if (path === 'course.yaml') return 'course';
  if (path === 'glossary.yaml') return 'glossary';
  if (path === LOCK) return 'lock';
  if (path.startsWith('modules/') && path.endsWith('.md')) return 'module';
  if (path.startsWith('quizzes/') && path.endsWith('.yaml')) return 'quiz';
  return undefined;
}

/** Whether a file is written for the tool, and not for learners: it may hold answers, and is never published as it is. */
export function isCourseSource(path: string): boolean {
  return sourceKind(path) !== undefined || expectedEnding(path) !== undefined;
}

/** Findings about the folder itself: no course.yaml, endings that are not read, entries that were refused. */
export function checkFolder(
  entries: readonly FileEntry[],
  refused: ReturnType<CourseFiles['refused']>,
): Finding[] {
  const findings: Finding[] = [];
  const at = (file: string): Span => ({ file, start: 0, end: 0 });
  if (!entries.some((entry) => entry.path === 'course.yaml')) {
    const near = entries.find((entry) => /^([^/]+\/)?course\.ya?ml$/i.test(entry.path));
    findings.push(found('course/missing', at('course.yaml'), near === undefined ? {} : { found: near.path }));
  }
  for (const { path } of entries) {
    const expected = expectedEnding(path);
    if (expected === undefined) continue;
    findings.push(found('file/extension', at(path), { found: path.slice(path.lastIndexOf('.')), expected }));
  }
  for (const { path, reason } of refused) findings.push(found('file/refused', at(path), { reason }));
  return findings;
}

/** Modules and quizzes that are not read because of their ending, by the id that they would have. */
export function misnamedItems(entries: readonly FileEntry[]): Map<ItemId, string> {
  const result = new Map<ItemId, string>();
  for (const { path } of entries) {
    const folder = /^(modules|quizzes)\//.exec(path)?.[1];
    if (folder !== undefined && expectedEnding(path) !== undefined) {
      result.set(safeId(idFromPath(path, folder)), path);
    }
  }
  return result;
}

function expectedEnding(path: string): string | undefined {
  if (/^quizzes\/.*\.(yml|json)$/i.test(path) || /^quizzes\/.*\.YAML$/i.test(path)) {
    return path.endsWith('.yaml') ? undefined : '.yaml';
  }
  if (/^glossary\.(yml|YAML|json)$/.test(path)) return '.yaml';
  if (/^modules\/.*\.(markdown|mdown|mdx|mkd|md)$/i.test(path))
    return path.endsWith('.md') ? undefined : '.md';
  return undefined;
}
