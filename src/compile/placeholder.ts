/** What stands in compiled HTML for something that is known only when all pages are there. */
const OPEN = '\uE000';
const CLOSE = '\uE001';

/** The value of `href`, `src` or `poster` for `refs[index]`. */
export function refPlaceholder(index: number): string {
  return `${OPEN}${index}${CLOSE}`;
}

/** The value of `width` or `height` of the image `refs[index]`, in pixels. */
export function sizePlaceholder(side: 'w' | 'h', index: number): string {
  return `${OPEN}${side}${index}${CLOSE}`;
}

/** Stands between blocks for the form of `questions[index]`. */
export function questionPlaceholder(index: number): string {
  return `${OPEN}q${index}${CLOSE}`;
}

/** Stands for the compiled text of the transcript `refs[index]`. */
export function transcriptPlaceholder(index: number): string {
  return `${OPEN}t${index}${CLOSE}`;
}

/** Words that stand in compiled texts and are said in the course's language. */
const TEXT_WORDS = [
  'transcript',
  'captions',
  'note',
  'tip',
  'important',
  'warning',
  'caution',
  'example',
  'footnotes',
  'taskDone',
  'taskOpen',
] as const;

export type TextWord = (typeof TEXT_WORDS)[number];

export function isTextWord(name: string): name is TextWord {
  return TEXT_WORDS.some((word) => word === name);
}

/** Stands for a word between tags. */
export function wordPlaceholder(word: TextWord): string {
  return `${OPEN}k${word}${CLOSE}`;
}

/** The value of an attribute that a word is. */
export function labelPlaceholder(word: TextWord): string {
  return `${OPEN}a${word}${CLOSE}`;
}

/** The label of a link from a footnote back to where it is named, such as `1` or `1-2`. */
export function backPlaceholder(reference: string): string {
  return `${OPEN}b${reference}${CLOSE}`;
}

/** Replaces the two code points in authors' text, so that nobody can forge a placeholder. Length stays. */
export function withoutPlaceholders(text: string): string {
  return /[\uE000\uE001]/.test(text) ? text.replace(/[\uE000\uE001]/g, '\uFFFD') : text;
}
