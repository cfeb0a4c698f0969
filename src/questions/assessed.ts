import type { Fragment } from '../load/source.ts';
import type { Span } from '../model/span.ts';

/** One of several answers that a learner chooses between. */
export interface Choice {
  readonly text: Fragment;
  readonly correct: boolean;
  readonly feedback?: Fragment;
  readonly span: Span;
}

/** A wrong answer that the type knows, and what is said to who gives it. */
export interface WrongAnswer {
  /** As the author wrote it, for messages. */
  readonly text: string;
  readonly feedback?: Fragment;
  readonly span: Span;
}

/** What the rules about the quality of questions (`assessment/*`) look at, whatever the type. */
export interface Assessed {
  /** What learners choose between: the options of a question, or those of each menu in it. */
  readonly choices?: readonly (readonly Choice[])[];
  /** Several of its choices can be taken. */
  readonly several?: boolean;
  /** The wrong answers that have, or could have, words of their own. */
  readonly wrong?: readonly WrongAnswer[];
  /** There are wrong answers besides those: only `feedback`, an explanation or `see` can answer them. */
  readonly open?: boolean;
  /** Right answers that are typed. */
  readonly typed?: readonly string[];
  /** Pictures outside the prompt that are read out to those who do not see them. */
  readonly pictures?: readonly Fragment[];
  /** A statement to be called true or false. */
  readonly statement?: boolean;
}

/** Of a question that is answered by choosing among its options. */
export function assessedOptions(
  { options }: { readonly options: readonly Choice[] },
  several = false,
): Assessed {
  const wrong = options
    .filter(({ correct }) => !correct)
    .map(({ text, feedback, span }) => ({
      text: text.text,
      span,
      ...(feedback !== undefined && { feedback }),
    }));
  return { choices: [options], several, wrong };
}
