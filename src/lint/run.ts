import type { LoadedCourse } from '../load/loaded.ts';
import type { Instant } from '../model/condition.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';
import { type Proof, prove as proveCourse } from '../proof/index.ts';
import { lintContext } from './context.ts';
import { isUnclear, type Prove } from './proving.ts';
import { rules } from './registry.ts';
import { withoutRepeated } from './repeated.ts';
import { withoutSuppressed } from './suppress.ts';

/** What a look at the whole course gives. */
export interface Linted {
  /** Everything that is wrong, as data: what loading and compiling found, and what can only be seen across files. */
  readonly findings: Finding[];
  /** What was proved; undefined where nothing was, since the course could not be read as it was meant. */
  readonly proof: Proof | undefined;
}

/**
 * Checks and proves a course. Never throws for what an author wrote.
 * @param now the time of the check: a date that has passed is then called so; what is found never hangs on it
 */
export function lintAndProve(loaded: LoadedCourse, prove: Prove = proveCourse, now?: Instant): Linted {
  const findings = new Set<Finding>(loaded.findings);
  for (const source of [...loaded.pages.values(), ...loaded.quizzes.values()]) {
    for (const finding of source.findings) findings.add(finding);
  }
  const context = lintContext(loaded, isUnclear(loaded) ? undefined : (course) => prove(course), now);
  for (const rule of rules) {
    for (const found of rule.check?.(context) ?? []) findings.add({ rule: rule.id, ...found });
  }
  return {
    findings: withoutSuppressed(withoutRepeated([...findings]), loaded.texts, questionPlaces(loaded)),
    proof: context.proof(),
  };
}

function questionPlaces({ pages, quizzes }: LoadedCourse): Map<string, Span[]> {
  return new Map(
    [...pages.values(), ...quizzes.values()].map(({ file, questions }) => [
      file,
      questions.map(({ span }) => span),
    ]),
  );
}

/** Everything that is wrong with a course, as data. */
export function lint(loaded: LoadedCourse, prove?: Prove): Finding[] {
  return lintAndProve(loaded, prove).findings;
}
