import type { DoneRule, QuizSettings } from '../model/course.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { ItemId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import type { Difficulty, QuestionSource } from '../questions/source.ts';

export type { QuestionSource };

/** One decoded text file. `text` is without a byte order mark; all offsets are in it. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** A value together with the place that it was written in. */
export interface Sited<T> {
  readonly value: T;
  readonly span: Span;
}

export type RefKind =
  | 'link'
  | 'image'
  | 'video'
  | 'audio'
  | 'captions'
  | 'poster'
  | 'transcript'
  | 'download'
  | 'term';

/**
 * Something in a page that points at something else. Pages are compiled alone (so that one page's cache
 * entry hangs on its own text only) and joined later: the HTML holds a placeholder for each reference.
 */
export interface Ref {
  readonly kind: RefKind;
  /** As the author wrote it: an id, a path, an address, each perhaps with `#anchor`. */
  readonly target: string;
  readonly span: Span;
}

export interface Heading {
  readonly depth: number;
  readonly text: string;
  readonly anchor: string;
  readonly span: Span;
}

/** A piece of compiled Markdown: HTML with placeholders, and the plain text for lint and search. */
export interface Fragment {
  readonly html: string;
  readonly text: string;
  readonly span: Span;
}

/** What a module's front matter may say, after its schema was checked. */
export interface ModuleMeta {
  readonly id: Sited<string>;
  readonly title: Sited<string>;
  readonly description?: string;
  readonly minutes?: number;
  /** For finishing it; undefined: the course's usual ones. */
  readonly points?: number;
  readonly done: DoneRule;
  readonly competencies: readonly Sited<string>[];
}

/** Everything that one Markdown file says, compiled alone. Plain data: it is cached and sent between threads. */
export interface PageSource {
  readonly file: string;
  readonly meta: ModuleMeta;
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly refs: readonly Ref[];
  readonly questions: readonly QuestionSource[];
  /** Ids that can be linked to, headings apart: questions, footnotes, figures. */
  readonly anchors: readonly string[];
  /** In its text, questions apart. */
  readonly words: number;
  /** In its questions, as learners read them before they answer. */
  readonly questionWords: number;
  /** Plain text without headings, for search and descriptions, at most a few thousand characters. */
  readonly excerpt: string;
  /** What the page needs from the site: only used parts are loaded. */
  readonly uses: {
    readonly math: boolean;
    readonly code: boolean;
    readonly media: boolean;
    readonly tabs: boolean;
  };
  readonly findings: readonly Finding[];
  /** The file could not be read at all: a finding says why, and rules should not add that things are missing. */
  readonly unreadable?: true;
}

/** Everything that one quiz file says. */
export interface QuizSource {
  readonly file: string;
  readonly id: Sited<ItemId>;
  readonly title: Sited<string>;
  readonly intro?: Fragment;
  readonly pass?: Sited<number>;
  readonly attempts?: Sited<number>;
  readonly exhausted?: 'continue' | 'review' | 'contact';
  readonly review: readonly Sited<ItemId>[];
  readonly minutes?: number;
  /** For clearing it; undefined: the course's usual ones. */
  readonly points?: number;
  /** A bank: no quiz, but questions for others to draw from. */
  readonly bank?: true;
  readonly settings?: SitedSettings;
  /** Those that every attempt asks, or all of a bank. */
  readonly questions: readonly QuestionSource[];
  readonly draws: readonly DrawSource[];
  readonly refs: readonly Ref[];
  readonly words: number;
  readonly findings: readonly Finding[];
  /** As in `PageSource`. */
  readonly unreadable?: true;
}

/** The settings that a quiz file gives, each with its place. */
export type SitedSettings = {
  readonly [Name in keyof QuizSettings]: Sited<NonNullable<QuizSettings[Name]>>;
};

/** Questions that each attempt draws from banks: an entry among `questions` with `draw`. */
export interface DrawSource {
  readonly count: Sited<number>;
  /** Ids of bank files. */
  readonly from: readonly Sited<ItemId>[];
  /** Only questions that have one of these; empty: all. */
  readonly tags: readonly Sited<string>[];
  /** Only questions of one of these; empty: all. */
  readonly difficulties: readonly Sited<Difficulty>[];
  /** What each is worth; undefined: as its candidates say, who then have to agree. */
  readonly points?: Sited<number>;
  /** How many of `questions` stand before it. */
  readonly before: number;
  readonly span: Span;
}

/**
 * Compiles the Markdown of one YAML value (a prompt, an option, a definition) alone. `toFile` maps an
 * offset in `text` to one in the file, since YAML folds and unescapes. A single paragraph loses its `<p>`.
 */
export type FragmentCompiler = (
  text: string,
  place: { readonly file: string; readonly toFile: (offset: number) => number },
  sink: { readonly refs: Ref[]; readonly findings: Finding[] },
) => Fragment;
