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

/** Replaces the two code points in authors' text, so that nobody can forge a placeholder. Length stays. */
export function withoutPlaceholders(text: string): string {
  return /[\uE000\uE001]/.test(text) ? text.replace(/[\uE000\uE001]/g, '\uFFFD') : text;
}
