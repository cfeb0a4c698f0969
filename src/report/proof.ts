import type { ProofReport } from './report.ts';

/** More quizzes than this are counted, not named. */
const NAMED = 4;

/** What was proved, in at most two sentences; none where nothing was, or where something was found against it. */
export function provedInWords(proof: ProofReport | undefined): string[] {
  if (proof === undefined) return [];
  const { finish, reach } = proof.claims;
  const claims = [
    ...(finish === 'proved' ? ['every learner can finish'] : []),
    ...(reach === 'proved' ? ['somebody reaches everything'] : []),
  ];
  if (claims.length === 0) return [];
  const proved = `Proved: ${claims.join(', and ')}.`;
  if (finish !== 'proved' || proof.contacts.length === 0) return [proved];
  return [proved, `At ${named(proof.contacts)} some need the instructor to get on (\`exhausted: contact\`).`];
}

function named(ids: readonly string[]): string {
  const shown = ids.slice(0, NAMED).map((id) => `\`${id}\``);
  const rest = ids.length - shown.length;
  const last = rest > 0 ? `${rest} more` : (shown.pop() ?? '');
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}
