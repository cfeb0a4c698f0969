/**
 * How many letters were left out, added, taken for another, or exchanged with their neighbour: the optimal string alignment
 * distance, the restricted form of Damerau's and Levenshtein's. Counts code points; takes time in proportion to both lengths.
 */
export function distance(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, j) => j);
  from.forEach((letter, i) => {
    const next = [i + 1];
    to.forEach((other, j) => {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      const swapped = letter === to[j - 1] && other === from[i - 1] ? (before[j - 1] ?? 0) + 1 : changed;
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, changed, swapped));
    });
    before = row;
    row = next;
  });
  return row[to.length] ?? 0;
}
