import type { Fragment } from './source.ts';

/** What is never folded: formulas, code, and what is raised, lowered or struck out. */
const EXACT = /<(math|code|sub|sup|del|s)\b(?:"[^"]*"|[^">])*>([\s\S]*?)<\/\1>/g;
const TAG = /<(?:"[^"]*"|[^">])*>/g;
const WORD = /[\p{L}\p{M}\p{N}_]+/gu;
/** Three letters or more, all of them small but perhaps the first: others are names of something, as `CO` and `Co`, `mW` and `MW`. */
const IN_PROSE = /^\p{L}\p{M}*(?:[\p{Ll}\p{Lo}\p{Lm}]\p{M}*){2,}$/u;
/** At the very end. Others belong to what is said: `10 %`, `C#`, `3!`. */
const END_MARK = /(?<=[^.,;:?! ]) ?[.,;:?]$|(?<=\p{L}\p{M}*\p{L}\p{M}*\p{L}\p{M}*) ?!$/u;

/**
 * A text without what hardly changes what it says: how much white space there is, one sentence mark at its end, the letter case of
 * words in prose. Two texts with the same folded text say the same; formulas and code are compared as they are. Folding twice is folding once.
 */
export function folded({ html, text }: Pick<Fragment, 'html' | 'text'>): string {
  const prose = text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(END_MARK, '')
    .replace(WORD, (word) => (IN_PROSE.test(word) ? word.toLowerCase() : word));
  const exact = [...html.matchAll(EXACT)].map(
    ([, name, inside = '']) => `${name} ${inside.replace(TAG, '')}`,
  );
  return [prose, ...exact].join('\n');
}
