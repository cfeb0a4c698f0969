import * as de from './de.ts';
import * as en from './en.ts';
import * as es from './es.ts';
import * as fr from './fr.ts';
import type { Language } from './language.ts';
import type { Words } from './sentences.ts';

/** Every language of the site: one file, and one line here. */
export const languages = { de, en, es, fr } as const satisfies Readonly<Record<string, Language>>;

export type LanguageTag = keyof typeof languages;

/** The language of a course's words: that of its tag whatever the region, else English. */
export function languageOf(tag: string): LanguageTag {
  const [language = ''] = tag.toLowerCase().split('-');
  return isKnown(language) ? language : 'en';
}

/** Whether the site has words for a course in this language; otherwise they are English. */
export function isTranslated(tag: string): boolean {
  return languageOf(tag) === tag.toLowerCase().split('-')[0];
}

/** Reasons and conditions in a course's language, with dates in UTC. */
export function wordsOf(tag: string): Words {
  const language = languageOf(tag);
  const dates = new Intl.DateTimeFormat(isTranslated(tag) ? tag : language, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return { ...languages[language].sentences, date: (at) => `${dates.format(at)} UTC` };
}

function isKnown(language: string): language is LanguageTag {
  return Object.hasOwn(languages, language);
}
