import type { Foresight } from '../../../src/edition/foretell.ts';
import { type Standing, standings } from '../../../src/edition/standing.ts';
import type { Learner } from './learner.ts';

/** Room for sums of thirds. */
const LEAST = 1e-9;

/** Where a learner stands otherwise in an edition than the comparison with the one before foretold; empty when it was right. */
export function surprises(foresight: Foresight, before: Learner, after: Learner): string[] {
  const was = standings(before.compiled.course, before.events, before.now);
  const is = standings(after.compiled.course, after.events, after.now);
  const wrong = [...was.byName].flatMap(([name, standing]) => {
    const claim = foresight.of(name, standing);
    if (claim.type === 'nowhere') return [];
    const now = is.byName.get(claim.to);
    // Banks stand nowhere themselves.
    if (!now) return [`${name}: there is no ${claim.to}`];
    return contradictions(claim, now).map((what) => `${name}: ${what}`);
  });
  return [...(was.finished && !is.finished ? ['no longer finished'] : []), ...wrong];
}

type Claim = Extract<ReturnType<Foresight['of']>, { type: 'there' }>;

function contradictions(claim: Claim, now: Standing): string[] {
  const found: string[] = [];
  const same = (what: 'opened' | 'done' | 'passed' | 'submissions' | 'earned') => {
    const foretold = claim[what];
    const is: unknown = Reflect.get(now, what);
    if (foretold !== undefined && is !== foretold) found.push(`${what} ${is}, foretold ${foretold}`);
  };
  for (const what of ['opened', 'done', 'passed', 'submissions', 'earned'] as const) same(what);
  const within = (what: 'credit' | 'best') => {
    const range = claim[what];
    const is: unknown = Reflect.get(now, what);
    if (range === undefined) return;
    const isIn = typeof is === 'number' && is >= range[0] - LEAST && is <= range[1] + LEAST;
    if (!isIn) found.push(`${what} ${is}, foretold ${range.join(' to ')}`);
  };
  within('credit');
  within('best');
  return found;
}
