import type { Span } from '../model/span.ts';

// Looking for words in what authors wrote, whatever the script.

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

/** The words of a text in lower case and without accents. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return plain.match(WORD) ?? [];
}

/** Words as one text, in which others in a row can be looked for: a text includes them where their rows do. */
export function inRow(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}

/** Where some words stand in a row within a place of a file; the place itself where markup divides them. */
export function placeOfWords(text: string, within: Span, phrase: readonly string[]): Span {
  const source = text.slice(within.start, within.end);
  const found = [...source.matchAll(WORD)];
  const folded = found.map(([word]) => wordsOf(word).join(' '));
  for (let i = 0; i + phrase.length <= found.length; i++) {
    if (!phrase.every((word, k) => folded[i + k] === word)) continue;
    const first = found[i];
    const last = found[i + phrase.length - 1];
    if (first === undefined || last === undefined) continue;
    const start = within.start + first.index;
    return { file: within.file, start, end: within.start + last.index + last[0].length };
  }
  return within;
}

/** The words that a prompt does not share with most others of its file: what it is about. */
export function tellingWords(text: readonly string[], common: ReadonlySet<string>): Set<string> {
  return new Set(text.filter((word) => word.length > 3 && !common.has(word) && !/^\d+$/.test(word)));
}

/** The words that stand in more than a third of some texts, where there are enough texts to say so. */
export function commonWords(texts: readonly (readonly string[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const word of new Set(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const most = Math.max(2, texts.length / 3);
  return new Set([...counts].filter(([, times]) => times > most).map(([word]) => word));
}
