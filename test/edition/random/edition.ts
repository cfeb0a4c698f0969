import type { Published } from '../../../src/edition/diff.ts';
import { editionOf } from '../../../src/edition/edition.ts';
import { editionText } from '../../../src/edition/file.ts';
import { carriedNames, corrected, nextLock } from '../../../src/edition/lock.ts';
import { lintContext } from '../../../src/lint/context.ts';
import { rules } from '../../../src/lint/registry.ts';
import type { LoadedCourse } from '../../../src/load/loaded.ts';
import { LOCK } from '../../../src/load/lock.ts';
import type { Course } from '../../../src/model/course.ts';
import type { Edition } from '../../../src/model/edition.ts';
import type { Question } from '../../../src/questions/question.ts';
import type { CourseFolder } from '../../fixtures/harness/complete.ts';
import type { Compiled } from './compiled.ts';

/** A published edition: what it says of itself, what the lock remembers after it, and what its site grades again. */
export interface Release {
  readonly compiled: Compiled;
  readonly published: Published & { readonly course: Course };
  readonly lock: Edition;
  readonly corrections: readonly Question[];
  /** What `course validate` has against it: findings of the rules about editions. */
  readonly refused: () => readonly string[];
}

/** The sources with the lock file of the edition before, as `course lock` wrote it. */
export function locked(folder: CourseFolder, { lock }: Release): CourseFolder {
  return { ...folder, [LOCK]: editionText(lock) };
}

/** Publishes an edition after another one, whose lock it finds. */
export function release(compiled: Compiled, before?: Release): Release {
  const { course, loaded, questions, sources } = compiled;
  const edition = editionOf({ ...loaded, course });
  const carried = carriedNames(loaded.editions);
  const keys = corrected(before?.lock, edition, carried);
  return {
    compiled,
    published: { ...carried, edition, course, questions: sources },
    lock: nextLock(before?.lock, edition, carried),
    corrections: keys.flatMap((key) => questions.get(key) ?? []),
    refused: () => refusedBy(loaded),
  };
}

function refusedBy(loaded: LoadedCourse): string[] {
  const context = lintContext(loaded, undefined);
  return rules
    .filter(({ id, severity }) => id.startsWith('edition/') && severity === 'error')
    .flatMap((rule) =>
      [...(rule.check?.(context) ?? [])].map(({ args }) => `${rule.id} ${JSON.stringify(args)}`),
    );
}
