/** What has to agree besides the letters: letter case, accents. Both are let go where the author does not ask for them. */
export interface Strictness {
  readonly case?: boolean;
  readonly accents?: boolean;
}

/** Typed texts of more UTF-16 units are compared as they are: no answer is as long. */
const LONGEST = 1000;

/**
 * What of a typed text counts when it is compared: compatible characters are the same (NFKC), white space is one blank, signs for
 * apostrophes, dashes and invisible characters do not differ, and neither do quotation marks and the end of a sentence around it. Letters
 * lose their case by the full mapping of Unicode, whatever the locale: ß is ss, ς is σ. Never throws, whatever the text.
 */
export function normalise(text: string, strict: Strictness = {}): string {
  let key = text
    // Before NFKC, which takes an acute accent that stands alone for a blank with an accent.
    .replace(/[‘’‛`´ʼʹ′＇]/g, "'")
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}]+/gu, (signs) => (/[\t\n\r]/.test(signs) ? ' ' : ''))
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/\s+/g, ' ')
    .trim();
  if (key.length > LONGEST) return key;
  const bare = key.replace(/^["“”„«»‹›¿¡ ]+/, '').replace(/["“”„«»‹›.,;:!?…。、 ]+$/, '');
  // A text of such signs alone is what was asked for.
  if (bare !== '') key = bare;
  if (!strict.accents) key = withoutAccents(key);
  return strict.case ? key : key.toUpperCase().toLowerCase();
}

/** Letters that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe' };

/**
 * Latin, Greek and Cyrillic letters without their accents, Hebrew and Arabic ones without their points. The marks of other scripts are vowels, or
 * make another letter, and stay.
 */
function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u0652\u0670]/g, '')
    .normalize('NFC')
    .replace(/[øłđæœ]/gi, (letter) => {
      const plain = LETTERS[letter.toLowerCase()] ?? letter;
      return letter === letter.toLowerCase() ? plain : plain.toUpperCase();
    });
}
