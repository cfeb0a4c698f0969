import type { Section } from '../../src/model/course.ts';
import type { SiteWords } from '../../src/words/language.ts';
import { isTranslated, languageOf, languages } from '../../src/words/registry.ts';

export { between, duration } from '../../src/model/quantities.ts';

/** The words of a site's pages. */
export interface PageWords extends SiteWords {
  /**
   * The language that the words are in where it is not the course's: regions of the interface say so by their
   * `lang` (WCAG 2.2, 3.1.2). Titles in them are names, which the criterion leaves out.
   */
  readonly lang: string | undefined;
}

/** The words for a course in a language: its own, else English. */
export function pageWords(tag: string): PageWords {
  return { ...languages[languageOf(tag)].site, lang: isTranslated(tag) ? undefined : languageOf(tag) };
}

/** A `lang` attribute with a space before it, for pages that are written as text; empty where it is not needed. */
export function langAttribute({ lang }: PageWords): string {
  return lang === undefined ? '' : ` lang="${lang}"`;
}

/** What the shape of a section means for the learner. */
export function shapeHint(section: Section, words: PageWords): string {
  switch (section.type) {
    case 'linear':
      return section.autoplay ? words.inOrderAutoplay : words.inOrder;
    case 'hurdles':
      return words.hurdles;
    case 'random-access':
      return section.finish === undefined ? words.anyOrder : words.anyOrderFinish;
    case 'static-branching':
      return words.branches;
    case 'dynamic-branching':
      if (section.by.type === 'route') return words.route;
      return section.by.count === 1 ? words.chooseOne : words.chooseOf(section.by.count);
  }
}
