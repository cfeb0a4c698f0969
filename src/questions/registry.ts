import { leftAfterHints } from '../assess/hints.ts';
import type { Grade } from '../assess/types.ts';
import { folded } from '../load/folded.ts';
import type { Fragment } from '../load/source.ts';
import type { Share } from '../model/condition.ts';
import { shortDigest } from '../model/digest.ts';
import type { Response } from '../model/events.ts';
import type { QuestionKey } from '../model/ids.ts';
import type { Html } from '../model/question.ts';
import type { Assessed } from './assessed.ts';
import { calculated } from './calculated/calculated.ts';
import { categorising } from './categorising/categorising.ts';
import { cloze } from './cloze/cloze.ts';
import { hotspot } from './hotspot/hotspot.ts';
import type { QuestionKind } from './kind.ts';
import { likert } from './likert/likert.ts';
import { matching } from './matching/matching.ts';
import { multiple } from './multiple/multiple.ts';
import { numeric } from './numeric/numeric.ts';
import { ordering } from './ordering/ordering.ts';
import { poll } from './poll/poll.ts';
import type { QuestionOf, QuestionType } from './question.ts';
import { reflection } from './reflection/reflection.ts';
import { shortText } from './short-text/short-text.ts';
import { single } from './single/single.ts';
import type { QuestionSource, SourceOf } from './source.ts';
import { trueFalse } from './true-false/true-false.ts';

/**
 * Every question type, one line each; the order is the one in which a question without `type` is asked whose it is. A page loads
 * only the types that it uses: their `widget.ts`.
 */
export const questionKinds: { readonly [T in QuestionType]: QuestionKind<T> } = {
  poll,
  likert,
  reflection,
  hotspot,
  multiple,
  single,
  calculated,
  'true-false': trueFalse,
  'short-text': shortText,
  numeric,
  categorising,
  matching,
  ordering,
  cloze,
};

export const kinds: readonly QuestionKind<QuestionType>[] = Object.values(questionKinds);
export const questionTypes: readonly QuestionType[] = kinds.map((kind) => kind.type);

/** Grades a response, hints unpaid; undefined when it is not one for this type of question. */
export function grade<T extends QuestionType>(
  question: QuestionOf<T>,
  response: Response,
): Grade | undefined {
  const type: T = question.type;
  const kind: QuestionKind<T> = questionKinds[type];
  return kind.grade(question, response);
}

/** Every credit that some answer to the question earns, hints paid: ascending, without repeats. */
export function outcomes<T extends QuestionType>(question: QuestionOf<T>): readonly Share[] {
  const type: T = question.type;
  const kind: QuestionKind<T> = questionKinds[type];
  const graded = kind.outcomes(question);
  const left = [...question.hints.keys()].map((i) => leftAfterHints(question.hints, i + 1));
  const all = [1, ...left].flatMap((share) => graded.map((credit) => credit * share));
  return [...new Set(all)].sort((a, b) => a - b);
}

/** Digests of what a question asks and of what counts as its answer; see `QuestionRef`. */
export function digestsOf(source: QuestionSource): { readonly asks: string; readonly answer: string } {
  const asked = textsOf(source).map(folded);
  const question = linkQuestion(source, '', (html) => html);
  return {
    asks: shortDigest(JSON.stringify([source.type, asked.shift(), asked.sort(), namedIn(question).sort()])),
    answer: shortDigest(JSON.stringify(keyOf(question)) ?? ''),
  };
}

/** What decides what a response earns, hints and their prices apart. */
export function keyOf<T extends QuestionType>(question: QuestionOf<T>): unknown {
  const type: T = question.type;
  const kind: QuestionKind<T> = questionKinds[type];
  return kind.answerKey(question);
}

/** The ids of all that stands in a question: what answers name. */
function namedIn(value: unknown, isInside = false): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    isInside && name === 'id' && typeof each === 'string' ? [each] : namedIn(each, true),
  );
}

/** Every text of a question that a learner reads before answering. */
export function textsOf<T extends QuestionType>(source: SourceOf<T>): readonly Fragment[] {
  const type: T = source.type;
  const kind: QuestionKind<T> = questionKinds[type];
  return [source.prompt, ...kind.texts(source)];
}

/** What can be said of the quality of a question; undefined for what is not graded. */
export function assessedOf<T extends QuestionType>(source: SourceOf<T>): Assessed | undefined {
  const type: T = source.type;
  const kind: QuestionKind<T> = questionKinds[type];
  return kind.graded ? (kind.assessed?.(source) ?? {}) : undefined;
}

/** All that a learner reads of it as one text, for counting its words. */
export function wordsToRead(source: QuestionSource): string {
  return textsOf(source)
    .map(({ text }) => text)
    .join(' ');
}

/** The question as its page carries it: with its key, its references joined. */
export function linkQuestion<T extends QuestionType>(
  source: SourceOf<T>,
  key: QuestionKey,
  link: (html: Html) => Html,
): QuestionOf<T> {
  const type: T = source.type;
  const kind: QuestionKind<T> = questionKinds[type];
  const { id, prompt, hints, explanation, feedback, points, competencies, shuffle } = source;
  const of = (fragment: Fragment) => link(fragment.html);
  const { right, partly, wrong } = feedback ?? {};
  return kind.link(
    source,
    {
      key,
      id: id.value,
      prompt: of(prompt),
      hints: hints.map(({ text, cost }) => ({ text: of(text), cost })),
      ...(explanation !== undefined && { explanation: of(explanation) }),
      ...(feedback !== undefined && {
        feedback: {
          ...(right !== undefined && { right: of(right) }),
          ...(partly !== undefined && { partly: of(partly) }),
          ...(wrong !== undefined && { wrong: of(wrong) }),
        },
      }),
      points,
      competencies: competencies.map(({ value }) => value),
      ...(shuffle !== undefined && { shuffle }),
    },
    of,
  );
}
