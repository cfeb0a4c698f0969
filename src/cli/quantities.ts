const NUMBERS = new Intl.NumberFormat('en');

/** `1 page`, `1,234 pages`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${NUMBERS.format(number)} ${number === 1 ? one : many}`;
}

/** Bytes for people: `812 B`, `14.2 KB`, `3.1 MB` (1 KB is 1,024 bytes). */
export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['KB', 'MB', 'GB'];
  let amount = bytes / 1024;
  let unit = 0;
  while (amount >= 1024 && unit < units.length - 1) {
    amount /= 1024;
    unit++;
  }
  return `${amount.toFixed(amount < 100 ? 1 : 0).replace(/\.0$/, '')} ${units[unit]}`;
}
