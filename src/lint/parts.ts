import type { Condition } from '../model/condition.ts';

/** The condition and all that it is made of. */
export function* parts(condition: Condition): Iterable<Condition> {
  yield condition;
  if (condition.type === 'all' || condition.type === 'any') {
    for (const part of condition.of) yield* parts(part);
  } else if (condition.type === 'not') yield* parts(condition.of);
}
