import type { PageKind } from '../../templates/site/types.ts';
import type { AssetFacts } from '../compile/assets.ts';
import type { Html } from '../model/question.ts';
import type { QuestionType } from '../questions/question.ts';

/** A script for the browser. */
export interface Bundle {
  readonly name: string;
  readonly text: string;
}

/** What a site is made of besides the course. Everything with an effect stays outside: the site is pure. */
export interface SiteParts {
  /** Of the tool; stands in each page's `generator`. */
  readonly version: string;
  /** The site's style sheet. */
  readonly css: string;
  /** The runtime's bundle. */
  readonly runtime: string;
  /** The bundle that each question type needs, several perhaps the same; pages load those that they use. */
  readonly questions: ReadonlyMap<QuestionType, Bundle>;
  /** The bundle that a kind of page needs besides the runtime. */
  readonly pages: ReadonlyMap<PageKind, Bundle>;
  /** The bundles that the runtime loads when something asks for them, by the names that it asks with. */
  readonly late: ReadonlyMap<string, Bundle>;
  /** The text of a listed file of the course: the theme's style sheet, captions. */
  readonly text: (path: string) => string;
  /** The facts of a listed file of the course. */
  readonly asset: (path: string) => AssetFacts;
  /** The compiled text of a transcript, a file of the course. */
  readonly transcript?: (path: string) => Html;
  /** SHA-256 of the UTF-8 bytes, in base64. */
  readonly sha256: (text: string) => string;
  /** Base64 of bytes, or of a text in UTF-8. */
  readonly base64: (data: string | Uint8Array) => string;
  /** The address of a script for `course dev`: it may also connect to its server. */
  readonly devScript?: string;
}
