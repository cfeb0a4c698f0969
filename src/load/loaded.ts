import type { Course } from '../model/course.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { Edition, EditionName } from '../model/edition.ts';
import type { FileEntry } from '../model/files.ts';
import type { ItemId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import type { Fragment, PageSource, QuizSource, Ref, Sited, SourceFile } from './source.ts';

/** What course.yaml says about the site rather than about the way through the course. */
export interface Settings {
  readonly authors: readonly string[];
  readonly license?: string;
  /** Where the site will live, with a trailing slash: for the 404 page, canonical links and sharing cards. */
  readonly url?: string;
  readonly timezone: string;
  /** The author's edition label, shown to learners. */
  readonly version?: string;
  readonly theme: {
    /** `#rrggbb` */
    readonly accent?: string;
    /** Paths below the course folder. */
    readonly css?: string;
    readonly logo?: string;
  };
}

export interface GlossaryEntry {
  readonly term: string;
  readonly slug: string;
  readonly definition: Fragment;
  readonly span: Span;
}

/**
 * Where the parts of the course were written. Keyed by the very objects of `Course` (items, conditions,
 * badges, …); `field` asks for the span of one value in it, such as `when` or `title`.
 */
export interface SourceMap {
  of(node: object, field?: string): Span | undefined;
}

/**
 * What course.yaml says about names of earlier editions, in its order: old names with new ones, which may lead on to other old names or to
 * nothing, and those that are gone on purpose. Questions of banks also as `BANK#ID`, for every quiz that draws from it.
 */
export interface CarriedNames {
  readonly renamed: readonly { readonly from: Sited<EditionName>; readonly to: Sited<EditionName> }[];
  readonly retired: readonly Sited<EditionName>[];
}

/** The whole folder, read and checked file by file, but not yet by the lint rules that look across files. */
export interface LoadedCourse {
  /**
   * Undefined when course.yaml is missing or unusable. References to items that do not exist are left out
   * of `course` and stand among the findings, so that the engine can always run on what is there.
   */
  readonly course: Course | undefined;
  readonly settings: Settings;
  /** By module id, those that no pathway uses included. */
  readonly pages: ReadonlyMap<ItemId, PageSource>;
  readonly quizzes: ReadonlyMap<ItemId, QuizSource>;
  readonly glossary: readonly GlossaryEntry[];
  readonly editions: CarriedNames;
  /** What earlier editions published, by course-lock.json; undefined when there is none, or none that can be read. */
  readonly lock?: Edition;
  /** References in course.yaml and glossary.yaml: badge images, logo, links. */
  readonly refs: readonly Ref[];
  /** Every file of the folder by path: what links and images can point at. */
  readonly files: ReadonlyMap<string, FileEntry>;
  /** The decoded text files, for code frames. */
  readonly texts: ReadonlyMap<string, SourceFile>;
  readonly spans: SourceMap;
  /** All that was found so far: of every page and quiz, of the folder, of course.yaml and of what it names. */
  readonly findings: readonly Finding[];
}
