import type { Competency, Quiz } from './course.ts';

/**
 * What an edition of a course has published: every name that learners' progress may hang on, with what it stood for. The same
 * form is the lock file beside the sources (`course-lock.json`), where it remembers all editions so far, and `edition.json` in a built site.
 */
export interface Edition {
  /** The course's id. */
  readonly course: string;
  readonly title: string;
  /** A BCP 47 tag. Undefined: not known, as in files of versions that did not write it. */
  readonly language?: string;
  readonly entries: ReadonlyMap<EditionName, EditionEntry>;
}

/**
 * The name of a thing in all of the course: an item's or a bank's id, a question's key (`ITEM#QUESTION`), `badge:ID`, `competency:ID`.
 * Ids contain neither `:` nor `#`.
 */
export type EditionName = string;

export type EditionEntry = PublishedItem | PublishedQuestion;
export type EditionKind = EditionEntry['kind'];

interface Published {
  /** For people: a title, or the beginning of a prompt. */
  readonly title: string;
  /** What it says, in a form that shows how much of it is the same in another edition (`src/edition/sketch.ts`); undefined: nothing. */
  readonly sketch?: string;
  /** Only in lock files: the course has it no more, on purpose. Its name is never given to anything else. */
  readonly gone?: 'retired' | 'renamed';
}

export interface PublishedItem extends Published {
  readonly kind: 'module' | 'quiz' | 'section' | 'bank' | 'badge' | 'competency';
  /** Of an item: the section that holds it. The pathway stands in none. */
  readonly in?: EditionName;
  /** Of a quiz or a competency. Undefined: not known, as in files of versions that did not write it. */
  readonly rules?: PublishedRules;
  /** Of a bank: the ids of its questions, also of those that no draw takes now. */
  readonly holds?: readonly string[];
}

/** The rules that people in the middle ask about first, without other names in them: what is not given is not set. */
export type PublishedRules = Partial<
  Pick<Quiz, 'pass' | 'attempts' | 'exhausted'> & Pick<Competency, 'mastery' | 'evidence'>
>;

export interface PublishedQuestion extends Published {
  readonly kind: 'question';
  readonly type: string;
  /** `QuestionRef.asks` */
  readonly asks: string;
  /** `QuestionRef.answer`, the present one first; in lock files also the earlier ones that were published for what it asks now. */
  readonly answers: readonly string[];
}

/** The id that a name ends with: of a badge or a competency without its kind, as authors write it; any other name is its own. */
export function ownId(name: EditionName): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The name of a badge or a competency in an edition. */
export function editionName(kind: 'badge' | 'competency', id: string): EditionName {
  return `${kind}:${id}`;
}
