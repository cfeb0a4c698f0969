import { distance } from 'fastest-levenshtein';

/**
 * The known word that was probably meant, or undefined when none is close: at most one edit in three
 * characters, where two neighbours that changed places are one edit; and a difference in case or in `-`, `_` and blanks alone always counts as close. Ties go to
 * the first candidate.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  const plain = fold(word);
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    if (fold(candidate) === plain) return candidate;
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const edits = isSwapped(word, candidate) ? 1 : distance(word, candidate);
    if (edits < bestDistance && edits < candidate.length) {
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}

/**
 * Is the difference that two neighbouring characters changed places (`watre`, `water`)? The commonest slip of fast typing; linear, where
 * a Damerau distance over all pairs of names would not be.
 */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return (
    at + 1 < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
  );
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[-_\s]+/g, '');
}
