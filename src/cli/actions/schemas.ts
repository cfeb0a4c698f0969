import { join } from 'node:path';
import { openCourseFolder } from '../../platform/course-files.ts';
import { packageRoot } from '../../platform/package-root.ts';
import { Refusal } from '../../platform/refusal.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { renewSchemas } from '../init/schemas.ts';
import { shortPath } from '../path.ts';
import type { Terminal } from '../terminal.ts';
import { version } from '../version.ts';

/** Puts the schemas of this version into a course. */
export async function runSchemas(dir: string, terminal: Terminal): Promise<ExitCode> {
  const folder = openCourseFolder(dir);
  if (!folder.list().some(({ path }) => path === 'course.yaml')) {
    throw new Refusal(`There is no course.yaml in ${dir}.`, 'Name the folder that holds it.');
  }
  const renewed = renewSchemas(folder.root, packageRoot());
  terminal.out(
    renewed.length === 0
      ? `The schemas are those of version ${version} already.\n`
      : `Renewed, for version ${version}:\n${renewed.map((path) => `  ${shortPath(join(folder.root, path))}\n`).join('')}`,
  );
  return EXIT.fine;
}
