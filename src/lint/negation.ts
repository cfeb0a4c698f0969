import type { ItemWriting } from './item-writing.ts';

const EMPHASISED = /<(strong|em|b|i|u|mark|code|pre|math|svg)\b[^>]*>.*?<\/\1>/gs;
/** A question is shorter; more is not looked at. */
const LONGEST = 600;

/** What somebody else says is not what is asked. */
const QUOTED = /“[^“”]{0,400}”|„[^„“”]{0,400}[“”]|«[^«»]{0,400}»|"[^"]{0,400}"/g;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#39': "'",
};

/**
 * The sentence of a prompt that asks, as plain text: the last one with a question mark, else the last one. What is emphasised in it
 * is left out.
 */
export function askingSentence(html: string): string {
  const text = html
    .replace(EMPHASISED, ' … ')
    .replace(/<\/(?:p|li|blockquote|td|th|h[1-6])>/g, '.\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(QUOTED, (quote) => ` … ${/[.!?]\W$/.test(quote) ? '. ' : ''}`);
  const sentences = text.split(/(?<=[.!?:]["'”’»)\]]*)\s+/).filter((each) => /\p{L}/u.test(each));
  return (sentences.findLast((each) => each.includes('?')) ?? sentences.at(-1) ?? '').trim().slice(-LONGEST);
}

/** The word that turns a question around, as it is written there; undefined where none does. */
export function unmarkedNegation(asked: string, words: ItemWriting): string | undefined {
  if (words.reason.test(asked)) return undefined;
  for (const match of asked.matchAll(new RegExp(words.negation, 'gu'))) {
    const before = asked.slice(0, match.index);
    const clause = before.slice(Math.max(0, ...[...',;:'].map((mark) => before.lastIndexOf(mark))));
    if (!words.situation.test(clause)) return match[0];
  }
  return undefined;
}
