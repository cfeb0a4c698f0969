import type { QuestionType } from './question.ts';

/** Everything that reading a question can find wrong that its schema cannot see, from Markdown and from YAML alike. */
export interface QuestionFindings {
  'question/unknown-type': {
    readonly type: string;
    readonly known: readonly string[];
    readonly suggestion?: string;
  };
  /** Markdown in which the answers of its type are not found. `form` is what to write. */
  'question/missing-form': {
    readonly id: string;
    readonly type: QuestionType;
    readonly form: string;
    /** What stands there instead, and what to write. */
    readonly unread?: { readonly what: string; readonly write: string };
  };
  /** Markdown in which answers of no type are found, though something looks like some. `write` is a sentence. */
  'question/unread-answers': { readonly id: string; readonly what: string; readonly write: string };
  /** A quote behind an option instead of in it. It is kept in the prompt. */
  'question/stray-feedback': { readonly id: string; readonly text: string };
  /** Signs of LiaScript that mean something else here. */
  'question/foreign-blank': { readonly id: string; readonly sign: 'hint' | 'choice' };
  /** A choice of a menu with one of its two brackets. */
  'question/open-choice': { readonly id: string; readonly text: string };
  /** Something other than hints, an explanation and feedback stands after the answers. It is kept in the prompt. */
  'question/content-after-options': { readonly id: string };
  /** A list item without `[ ]` or `[x]` among the options. */
  'question/unmarked-option': { readonly id: string; readonly text: string };
  /** A tick in a list of which nothing is right: of a poll, of statements, of a rubric. */
  'question/ticked-entry': { readonly id: string; readonly type: QuestionType; readonly text: string };
  /** Points or competencies of what is not graded. */
  'question/not-graded': { readonly id: string; readonly type: QuestionType; readonly field: string };
  /** A scale of one step. */
  'question/short-scale': { readonly id: string; readonly step: string };
  /** A cloze question without a blank. */
  'question/no-blanks': { readonly id: string };
  /** Two brackets that open and make no blank: markup between them, a link around them, or a `type` that has no blanks. */
  'question/broken-blank': { readonly id: string; readonly type?: QuestionType };
  /** One of the parts of a question has no text. */
  'question/empty-part': { readonly id: string; readonly part: EmptyPart };
  /** Fewer than two of what there should be several of. */
  'question/too-few-parts': {
    readonly id: string;
    readonly type: QuestionType;
    readonly part: EmptyPart;
    readonly found: number;
  };
  /** Every choice is right, or there is only one. */
  'question/nothing-to-decide': { readonly id: string };
  /** What was meant to be wrong is what belongs to another left side. */
  'question/right-distractor': { readonly id: string; readonly text: string };
  /** A text to be typed with signs of Markdown in it that may be meant or not. */
  'question/marked-up-answer': { readonly id: string; readonly text: string };
  /** A text to be typed that is longer than its field. */
  'question/long-answer': { readonly id: string; readonly text: string; readonly most: number };
  /** Nothing that a learner types is right. */
  'question/no-answer': { readonly id: string };
  /** An answer or a mistake that is the same as an earlier one, as answers are compared. `accepted`: a mistake that is right. */
  'question/repeated-answer': {
    readonly id: string;
    readonly text: string;
    readonly first: string;
    readonly accepted: boolean;
  };
  /** One that learners cannot tell from an earlier one: it says the same, or differs in its capital letters only. */
  'question/repeated-entry': {
    readonly id: string;
    readonly of: 'distractor' | 'right side' | 'step' | 'value';
    readonly text: string;
    readonly first: string;
  };
  /** A tolerance that takes in nothing more than the number (`nothing`), or what is no answer any more (`everything`). */
  'question/idle-tolerance': { readonly id: string; readonly problem: 'nothing' | 'everything' };
  /** Other units without the one that is asked for. */
  'question/no-unit': { readonly id: string };
  /** A region that is too small to be met: shorter or narrower than one percent of the picture. */
  'question/tiny-region': { readonly id: string; readonly area: string };
  /** Cells of a table of answers in columns that mean nothing. */
  'question/extra-column': { readonly id: string; readonly text: string };
  /** A region of a picture that is missing, or that is not written as one. */
  'question/unreadable-region': { readonly id: string; readonly area?: string };
  'question/region-outside': { readonly id: string; readonly area: string };
  /** The later of two. Texts may be empty. */
  'question/regions-overlap': { readonly id: string; readonly first: string; readonly second: string };
  'question/region-without-text': { readonly id: string };
  'question/no-right-region': { readonly id: string };
  /** Regions without the picture that they are of. */
  'question/no-picture': { readonly id: string };
  /** What should be a number, or could be read as two different ones. */
  'question/not-a-number': {
    readonly id: string;
    readonly text: string;
    /** The numbers that it could be. */
    readonly readings?: readonly string[];
    /** It is a word: of another type. */
    readonly word?: { readonly form: 'yaml' | 'markdown'; readonly truth?: boolean };
  };
  /** A unit that is not known, so that nothing can be converted; `beside`: a known one that stands beside it. */
  'question/unknown-unit': { readonly id: string; readonly unit: string; readonly beside?: string };
  /** A word of its own that is nearly the name of a unit. */
  'question/misspelt-unit': { readonly id: string; readonly unit: string; readonly suggestion: string };
  /** A unit that measures something else than the one that is asked for. */
  'question/unlike-unit': { readonly id: string; readonly unit: string; readonly asked: string };
  /** A variable whose name cannot stand in a formula, or means something else there. */
  'question/bad-variable': { readonly id: string; readonly name: string };
  /** A variable without any value. */
  'question/no-values': { readonly id: string; readonly name: string };
  /** Values of a variable in a table, with a comma that may part them or be a decimal sign. */
  'question/unclear-comma': { readonly id: string; readonly name: string; readonly text: string };
  /** A formula that cannot be read; `what` is what may not stand in one, because it is `unclear` or has the wrong number of `arguments`. */
  'question/bad-formula': {
    readonly id: string;
    readonly formula: string;
    readonly what?: string;
    readonly why?: 'unclear' | 'arguments';
  };
  /** A name in a formula, or in braces in the prompt, that is no variable. `table`: a table stands in the prompt as well. */
  'question/unknown-variable': {
    readonly id: string;
    readonly table: boolean;
    readonly name: string;
    readonly known: readonly string[];
    readonly suggestion?: string;
  };
  /** A variable whose value learners are not told. */
  'question/unseen-variable': { readonly id: string; readonly name: string };
  /** A formula without a result for some values: a division by zero, the root of a negative number. */
  'question/not-finite': { readonly id: string; readonly formula: string; readonly values: string };
  /** A mistake that is right with all values that were tried. */
  'question/mistake-is-right': { readonly id: string; readonly formula: string; readonly values: string };
  /** A result with more decimals than anybody types, and nothing says how near is near enough. */
  'question/endless-answer': { readonly id: string; readonly value: number };
  /** Hints that together cost more than the question is worth. */
  'question/hints-cost-too-much': { readonly id: string; readonly cost: number };
}

/** A part that should have a text. */
export type EmptyPart =
  | 'answer'
  | 'blank'
  | 'left side'
  | 'right side'
  | 'pair'
  | 'entry'
  | 'category'
  | 'thing';
