import type { LoadedCourse } from '../load/loaded.ts';
import type { Finding } from '../model/diagnostic.ts';
import { prove as proveCourse } from '../proof/index.ts';
import { lintContext } from './context.ts';
import { isUnclear, type Prove } from './proving.ts';
import { rules } from './registry.ts';
import { withoutRepeated } from './repeated.ts';
import { withoutSuppressed } from './suppress.ts';

/**
 * Everything that is wrong with a course, as data: what loading and compiling found, and what can only be
 * seen across files. Never throws for what an author wrote.
 */
export function lint(loaded: LoadedCourse, prove: Prove = proveCourse): Finding[] {
  const findings = new Set<Finding>(loaded.findings);
  for (const source of [...loaded.pages.values(), ...loaded.quizzes.values()]) {
    for (const finding of source.findings) findings.add(finding);
  }
  const context = lintContext(loaded, isUnclear(loaded) ? undefined : (course) => prove(course));
  for (const rule of rules) {
    for (const found of rule.check?.(context) ?? []) findings.add({ rule: rule.id, ...found });
  }
  return withoutSuppressed(withoutRepeated([...findings]), loaded.texts);
}
