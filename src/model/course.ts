import type { Condition, Share } from './condition.ts';
import type { ItemId, QuestionKey } from './ids.ts';

/**
 * The compiled course: plain data, the same for validator, simulator and browser. Its JSON form is the
 * manifest that the site carries. Prose and answer keys are not in it; pages carry those.
 */
export interface Course {
  readonly format: 1;
  /** Stable for ever: the browser's storage key hangs on it. */
  readonly id: string;
  readonly title: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly description?: string;
  /** The root section; also the first of `items`. */
  readonly pathway: ItemId;
  /** Every item in reading order, parents before children. */
  readonly items: readonly Item[];
  readonly competencies: readonly Competency[];
  readonly badges: readonly Badge[];
  readonly certificate?: Certificate;
  /** Default: the pathway is cleared. */
  readonly complete?: Condition;
  /**
   * The names that things had in earlier editions, each with the one that it had next (`presentName`): items and banks by their ids,
   * questions by their keys or as `BANK#ID`, `badge:ID`, `competency:ID`. A thing that is here is never renamed.
   */
  readonly renamed?: Readonly<Record<string, string>>;
}

export type Item = Module | Quiz | Section;

interface ItemBase {
  readonly id: ItemId;
  readonly title: string;
  /** The section that holds it; undefined for the pathway alone. */
  readonly parent?: ItemId;
  readonly optional: boolean;
  /** Is it there at all. */
  readonly when?: Condition;
  /** Is it open. */
  readonly requires?: Condition;
  /** Estimated minutes for this item alone; 0 for a section. */
  readonly minutes: number;
  /** Points for finishing it (gamification; not a score). */
  readonly points: number;
}

/** What makes a module done. */
export type DoneRule =
  | { readonly type: 'view' }
  /** With `media`: each of these has to be watched; without: any one of the module's. */
  | { readonly type: 'video'; readonly share: Share; readonly media?: readonly string[] }
  | { readonly type: 'questions' }
  | { readonly type: 'manual' };

export interface Module extends ItemBase {
  readonly kind: 'module';
  readonly done: DoneRule;
  /** What it teaches, by its front matter. */
  readonly teaches?: readonly string[];
  readonly questions: readonly QuestionRef[];
  /** The page, relative to the site's root. */
  readonly href: string;
}

/** What happens when all attempts are used and the quiz is not passed. */
export type ExhaustedPolicy = 'continue' | 'review' | 'contact';

export interface Quiz extends ItemBase {
  readonly kind: 'quiz';
  /** Pass mark as a share of the points possible; without one nobody fails. */
  readonly pass?: Share;
  /** Undefined: no limit. */
  readonly attempts?: number;
  readonly exhausted?: ExhaustedPolicy;
  /** Items to be done again after a failed attempt. */
  readonly review: readonly ItemId[];
  /** First those that are always asked, then the candidates of each draw. */
  readonly questions: readonly QuestionRef[];
  /** Questions that each attempt draws anew. */
  readonly draws?: readonly Draw[];
  readonly settings?: QuizSettings;
  readonly href: string;
}

/** A number of questions that an attempt takes out of its own candidates by chance. */
export interface Draw {
  readonly count: number;
  /** What each drawn question is worth, so that every attempt is worth the same; as in its candidates' refs. */
  readonly points: number;
  /** Its candidates among the quiz's `questions`: from this place up to, not including, the other. No other draw has them. */
  readonly from: number;
  readonly to: number;
  /** It stands before this one of the questions that are always asked. */
  readonly before: number;
}

/** How a quiz is taken. Nothing here decides whether it is passed, `confidence` apart. */
export interface QuizSettings {
  /** The questions in another order for each learner and attempt. */
  readonly shuffle?: boolean;
  /** The options of each question, too, unless it says otherwise. */
  readonly shuffleOptions?: boolean;
  /** One question at a time; otherwise all on a page. */
  readonly oneAtATime?: boolean;
  /** Minutes: a limit that the learner can extend (WCAG 2.2.1). */
  readonly time?: number;
  /** Another attempt asks only what the last one missed; the rest keeps its credit. */
  readonly retryMissed?: boolean;
  /** Each answer says how sure the learner is and is marked for that (`src/assess/confidence.ts`). */
  readonly confidence?: boolean;
}

/** What the engine needs to know about a question: never its prose or its key. */
export interface QuestionRef {
  readonly key: QuestionKey;
  readonly points: number;
  readonly competencies: readonly string[];
  /** The shares of its points that an answer can earn, ascending; `[0, 1]` for all-or-nothing. */
  readonly outcomes: readonly Share[];
  /** The items that its author sends learners to who got it wrong. */
  readonly see?: readonly ItemId[];
  /** Digests of what it asks, and of what counts as its answer (`src/questions/registry.ts`). */
  readonly asks?: string;
  readonly answer?: string;
}

interface SectionBase extends ItemBase {
  readonly kind: 'section';
  readonly children: readonly ItemId[];
}

export type Section =
  | (SectionBase & { readonly type: 'linear'; readonly autoplay: boolean })
  | (SectionBase & { readonly type: 'hurdles'; readonly autoplay: boolean })
  | (SectionBase & { readonly type: 'random-access'; readonly finish?: ItemId })
  | (SectionBase & { readonly type: 'static-branching' })
  | (SectionBase & { readonly type: 'dynamic-branching'; readonly by: BranchRule });

export type SectionType = Section['type'];

/** Who names the options of a dynamic branching section: the learner, or rules. */
export type BranchRule =
  | { readonly type: 'choose'; readonly count: number; readonly switch: boolean }
  | { readonly type: 'route'; readonly rules: readonly RouteRule[] };

export interface RouteRule {
  /** Undefined: `otherwise`. */
  readonly when?: Condition;
  readonly to: readonly ItemId[];
}

export interface Competency {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** The share of points that counts as mastered. */
  readonly mastery: Share;
  /** How many of its questions must have been seen before mastery can be claimed. */
  readonly evidence: number;
}

export interface Badge {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** Its picture, relative to the site's root; without one the site draws a medal. */
  readonly image?: string;
  readonly when: Condition;
}

export interface Certificate {
  readonly title: string;
  /** Undefined: for everyone who finishes the course. */
  readonly when?: Condition;
  readonly issuer?: string;
  readonly signatory?: string;
}
