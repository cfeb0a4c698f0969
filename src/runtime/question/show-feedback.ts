import type { Grade } from '../../assess/types.ts';
import type { Outcome } from '../outcome.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import type { ActiveQuestion } from './active.ts';
import type { Help } from './help.ts';

/** How the feedback of one answer is shown. */
export interface Feedback {
  /** What came of it, in words. */
  readonly verdict: Node | string;
  /** Undefined for what is not graded. */
  readonly outcome: Outcome | undefined;
  readonly grade: Grade | undefined;
  /** The explanation stands open; else the learner unfolds it. */
  readonly explained: boolean;
  readonly help?: Help | undefined;
}

/** Puts under a question what its answer deserves. */
export function showFeedback(
  { place, question, widget }: ActiveQuestion,
  { verdict, outcome, grade, explained, help }: Feedback,
  { compiled, h, setAttribute, slot }: Tools,
): void {
  const box = slot('feedback', place);
  const { explanation } = question;
  const said = outcome && question.feedback?.[outcome];
  widget.mark(place, question, grade);
  setAttribute(place, 'data-outcome', outcome);
  setAttribute(box ?? place, 'data-outcome', outcome);
  box?.replaceChildren(
    h('p', {}, verdict),
    ...(grade?.feedback ?? []).map((html) => compiled(html)),
    ...(help?.remarks ?? []),
    ...(said === undefined ? [] : [compiled(said)]),
    ...(explanation === undefined
      ? []
      : explained
        ? [compiled(explanation)]
        : [h('details', {}, h('summary', {}, words.question.explanation), compiled(explanation))]),
    ...(help?.next ?? []),
  );
}
