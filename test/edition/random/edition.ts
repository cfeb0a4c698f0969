import type { Published } from '../../../src/edition/diff.ts';
import { editionOf } from '../../../src/edition/edition.ts';
import { carriedNames, corrected, nextLock } from '../../../src/edition/lock.ts';
import type { Course } from '../../../src/model/course.ts';
import type { Edition } from '../../../src/model/edition.ts';
import type { QuestionKey } from '../../../src/model/ids.ts';
import type { Question } from '../../../src/questions/question.ts';
import type { QuestionSource } from '../../../src/questions/source.ts';
import type { Compiled } from './compiled.ts';

/** A published edition: what it says of itself, what the lock remembers after it, and what its site grades again. */
export interface Release {
  readonly compiled: Compiled;
  readonly published: Published & { readonly course: Course };
  readonly lock: Edition;
  readonly corrections: readonly Question[];
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
  };
}

export type Sources = ReadonlyMap<QuestionKey, QuestionSource>;
