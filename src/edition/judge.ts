import type { EditionEntry, EditionKind, PublishedQuestion } from '../model/edition.ts';
import { foldedTitle, likeness, weight } from './sketch.ts';

/** What has become of a published thing that still has its name: is it the same, for those who have worked on it? */
export type Judgement =
  | { readonly type: 'same' }
  /** Other words for the same thing: there is nothing to do again. */
  | { readonly type: 'reworded' }
  /** The same question, with another answer key: what was answered is graded again. */
  | { readonly type: 'rekeyed' }
  /** Recognisably the same question, but it asks something else: its old answer is no answer to it. */
  | { readonly type: 'changed' }
  /** The name stands for something else now. */
  | { readonly type: 'reused'; readonly why: 'kind' | 'content' };

/**
 * Below such a likeness of what they say, two things are not the same thing in other words: 99 of 100 pairs of different pages and of
 * different questions of a real course lie below it, its own edits far above (docs/decisions.md, "When a text is another text").
 */
const SAME_THING: Readonly<Partial<Record<EditionKind, number>>> = { module: 0.35, question: 0.2 };

/** Texts of fewer letters cannot be told apart by their likeness: they are taken for the same thing. */
const TELLING = 20;

/**
 * Compares what a name stood for with what it stands for: the one judgement of `course validate` and of `course diff`. Sections, quizzes,
 * banks, badges and competencies say too little of themselves to be told from others by their words: they are what their name says.
 *
 * @param known that it is the same thing, however much of its text is new: it was renamed on purpose, or translated
 */
export function judge(was: EditionEntry, is: EditionEntry, known: boolean): Judgement {
  if (was.kind !== is.kind) return { type: 'reused', why: 'kind' };
  const same = was.kind === 'question' && is.kind === 'question' && judgeQuestion(was, is);
  if (same) return same;
  if (!known && !isSameThing(was, is)) return { type: 'reused', why: 'content' };
  // The same key: the words are others, what is right about them is not.
  if (is.kind === 'question' && was.kind === 'question' && was.answers[0] !== is.answers[0])
    return { type: 'changed' };
  if (is.kind === 'question') return { type: 'reworded' };
  return { type: was.title === is.title && was.sketch === is.sketch ? 'same' : 'reworded' };
}

/** Of a question that asks what it asked; undefined when it asks something else. */
function judgeQuestion(was: PublishedQuestion, is: PublishedQuestion): Judgement | undefined {
  if (was.asks !== is.asks) return undefined;
  if (was.answers[0] !== is.answers[0]) return { type: 'rekeyed' };
  return { type: was.title === is.title && was.sketch === is.sketch ? 'same' : 'reworded' };
}

function isSameThing(was: EditionEntry, is: EditionEntry): boolean {
  const least = SAME_THING[is.kind];
  if (least === undefined || was.sketch === undefined || is.sketch === undefined) return true;
  // A page may be written anew under its title; questions often begin alike.
  if (is.kind === 'module' && foldedTitle(was.title) === foldedTitle(is.title)) return true;
  if (Math.max(weight(was.sketch), weight(is.sketch)) < TELLING) return true;
  return likeness(was.sketch, is.sketch) >= least;
}
