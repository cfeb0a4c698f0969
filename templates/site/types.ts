import type { ElementContent } from 'hast';
import type { Settings } from '../../src/load/loaded.ts';
import type { Course, Item, Module, Quiz, Section } from '../../src/model/course.ts';
import type { Html } from '../../src/model/question.ts';
import type { QuestionType } from '../../src/questions/question.ts';
import type { SourceOf } from '../../src/questions/source.ts';
import type { PageWords } from './words.ts';

/** An item that has a page of its own. */
export type PageItem = Module | Quiz;

/** What every page of one site shares. Addresses are relative to the site's root. */
export interface SiteView {
  readonly course: Course;
  readonly settings: Settings;
  readonly language: { readonly tag: string; readonly direction: 'ltr' | 'rtl' };
  readonly words: PageWords;
  readonly hasGlossary: boolean;
  readonly logo?: string;
  readonly icon: string;
  readonly styles: readonly string[];
  /** In the order in which they run. */
  readonly scripts: readonly string[];
  /** Scripts that the runtime, the last of those above, loads when it needs them: their paths by name. */
  readonly late: ReadonlyMap<string, string>;
  /** The one inline script, whose hash the policy names. */
  readonly headScript: string;
  readonly themeColors: { readonly light: string; readonly dark: string };
  readonly generator: string;
}

export type PageKind =
  | 'home'
  | 'map'
  | 'module'
  | 'quiz'
  | 'progress'
  | 'complete'
  | 'glossary'
  | 'not-found';

/** One page around its content. */
export interface PageView {
  readonly kind: PageKind;
  /** Below the site's root, with `/` between the parts. */
  readonly path: string;
  readonly item?: string;
  readonly title: string;
  readonly description?: string;
  /** The content security policy for the meta tag. */
  readonly policy: string;
  /** Scripts that only this page needs, relative to the root; they run before the shared ones. */
  readonly scripts?: readonly string[];
  /** The questions with their keys (`src/site/seal.ts`). */
  readonly sealed?: string;
  readonly contents?: Html;
  readonly main: Html;
  readonly aside?: Html;
}

/** Where a previous or next link leads: a page, or a section's place in the map when there is a choice to make. */
export interface Step {
  readonly item: Item;
  readonly href: string;
}

/** A page's place in the course: bounded in size, however long the course is. */
export interface Place {
  /** From the pathway's first section down to the one that holds the item. */
  readonly trail: readonly Step[];
  readonly previous?: Step;
  readonly next?: Step;
  /** The item's own section with the items around it. */
  readonly neighbours: {
    readonly section: Section;
    readonly steps: readonly Step[];
    readonly more: { readonly before: number; readonly after: number };
  };
}

/** A question as its form needs it; references are joined. */
export interface QuestionView<T extends QuestionType = QuestionType> {
  readonly key: string;
  readonly source: SourceOf<T>;
  /** Undefined for one that may be drawn: its place is not known before the attempt. */
  readonly number?: number;
  readonly of: number;
  readonly link: (html: Html) => Html;
  readonly words: PageWords;
}

/** What a question type puts into its fieldset, and what it asks of the learner in a few words. */
export interface QuestionParts {
  readonly controls: ElementContent[];
  /** The prompt, where the controls stand in it. */
  readonly prompt?: ElementContent[];
  readonly instruction?: string;
}
