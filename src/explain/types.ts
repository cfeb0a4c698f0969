import type { Condition } from '../model/condition.ts';
import type { ItemId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import type { LearningTime } from '../path/index.ts';

/** What can be explained. */
export type Subject =
  | { readonly kind: 'module' | 'quiz' | 'section'; readonly id: ItemId }
  | { readonly kind: 'badge' | 'competency'; readonly id: string }
  | { readonly kind: 'certificate' | 'complete' };

/** One statement about a subject. `type` and `items` say as data what `text` says in words. */
export interface Note {
  readonly type: NoteType;
  /** One sentence. */
  readonly text: string;
  /** The items that it names. */
  readonly items: readonly ItemId[];
  readonly condition?: Condition;
  /** Where the author wrote what it says; undefined for what follows from a default. */
  readonly span?: Span;
}

export type NoteType =
  | 'everyone'
  | 'nobody'
  | 'when'
  | 'route'
  | 'otherwise'
  | 'choice'
  | 'nothing'
  | 'earlier'
  | 'branch'
  | 'requires'
  | 'done'
  | 'submit'
  | 'pass'
  | 'attempts'
  | 'exhausted'
  | 'review'
  | 'children'
  | 'date'
  | 'score'
  | 'kept'
  | 'next'
  | 'condition'
  | 'points'
  | 'competency'
  | 'finish'
  | 'optional'
  | 'required';

/** The questions that an explanation answers, in the order of its pages. */
export const TOPICS = ['sees', 'before', 'inside', 'clears', 'closes', 'waits', 'required'] as const;

export type Topic = (typeof TOPICS)[number];

/** A short way to an item, as far as one could be found. */
export type Story =
  | { readonly type: 'reached'; readonly steps: readonly string[] }
  /** No learner ever gets there. */
  | { readonly type: 'unreached' }
  /** None was found, and it is not known whether there is one: something before it may be in the way. */
  | { readonly type: 'unknown' };

/** Everything there is to say about one thing in a course. */
export interface Explanation {
  readonly subject: Subject;
  readonly title: string;
  /** What it is: `module`, `hurdles section`, `option`, … */
  readonly what: string;
  readonly span?: Span;
  /** The sections around it, the course first, itself last. */
  readonly path: readonly { readonly id: ItemId; readonly title: string }[];
  /** Empty where the question makes no sense for it. */
  readonly notes: Readonly<Record<Topic, readonly Note[]>>;
  readonly time?: {
    /** In it. */
    readonly own: LearningTime;
    /** Before it can be entered. */
    readonly until: LearningTime;
  };
}
