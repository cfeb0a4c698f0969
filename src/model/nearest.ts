import { distance } from 'fastest-levenshtein';

/**
 * The known word that was probably meant, or undefined when none is close: at most one edit in three
 * characters, and a difference in case or in `-`, `_` and blanks alone always counts as close. Ties go to
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
    const edits = distance(word, candidate);
    if (edits < bestDistance && edits < candidate.length) {
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}

function fold(word: string): string {
  return word.toLowerCase().replace(/[-_\s]+/g, '');
}
