import type { LoadedCourse } from '../load/loaded.ts';
import type { Course } from '../model/course.ts';
import type { Proof } from '../proof/index.ts';
import { rulesById } from './registry.ts';

/** The prover, as lint calls it. */
export type Prove = (course: Course) => Proof;

/** What is wrong with these changes what the course is, not only how it looks. */
const MEANING =
  /^(yaml|file|front-matter|schema|course|id|pathway|reference|condition|question)\/|^markdown\/too-/;

/**
 * Whether something could not be read as it was meant: a proof would then speak of a course that nobody wrote, and what it
 * found might only be a consequence.
 */
export function isUnclear({ findings, pages, quizzes }: LoadedCourse): boolean {
  const sources = [...pages.values(), ...quizzes.values()];
  return [...findings, ...sources.flatMap((source) => source.findings)].some(
    ({ rule }) => MEANING.test(rule) && rulesById.get(rule)?.severity === 'error',
  );
}
