import type { Edition } from '../model/edition.ts';

/** The languages of two editions, as BCP 47 tags, where they differ. */
export interface Translation {
  readonly was: string;
  readonly is: string;
}

/**
 * Was a course translated between two editions? Its words then say nothing about whether a name still stands for the same thing. Regions
 * of one language (`en`, `en-GB`) share their words, scripts of it (`sr`, `sr-Latn`) do not. Undefined also where a language is not known.
 */
export function translationOf(was: Edition, is: Edition): Translation | undefined {
  if (was.language === undefined || is.language === undefined) return undefined;
  return wordsOf(was.language) === wordsOf(is.language) ? undefined : { was: was.language, is: is.language };
}

/** A language with its script, whether or not the tag says that (UTS 35, Likely Subtags); what is no tag stands for itself. */
function wordsOf(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script ?? ''}`;
  } catch (error) {
    // A lock file or a manifest may say anything.
    if (!(error instanceof RangeError)) throw error;
    return tag.toLowerCase();
  }
}

/** What a course was in and is in: `was in English (`en`) and is in French (`fr`) now`. */
export function translationWords({ was, is }: Translation): string {
  return `was in ${nameOf(was)} and is in ${nameOf(is)} now`;
}

function nameOf(tag: string): string {
  try {
    const name = NAMES.of(tag);
    return name === undefined ? `\`${tag}\`` : `${name} (\`${tag}\`)`;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return `\`${tag}\``;
  }
}

const NAMES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
