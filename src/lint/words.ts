const LONGEST = 80;

/** What the author wrote, in backticks, on one line and not too long. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const short = line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
  return `\`${short.replaceAll('`', "'")}\``;
}

/** Words at the beginning of a sentence. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** ` Did you mean …?` with a leading blank, or nothing. */
export function didYouMean(suggestion: string | undefined): string {
  return suggestion === undefined ? '' : ` Did you mean ${code(suggestion)}?`;
}

/** The given words in backticks: `a`, `b` or `c`; more than `most` are cut off. */
export function choices(words: readonly string[], join: 'and' | 'or' = 'or', most = 12): string {
  const shown = words.slice(0, most).map(code);
  if (words.length > most) return `${shown.join(', ')}, …`;
  const last = shown.pop();
  if (last === undefined) return 'nothing';
  return shown.length === 0 ? last : `${shown.join(', ')} ${join} ${last}`;
}
