import type { Answer, Confidence, Response } from './events.ts';
import { isFields } from './fields.ts';
import { list, object, type Reader, type Readers, record, text, union, whole } from './reader.ts';

const MAX_OPTIONS = 500;
export const MAX_DIGEST = 40;
/** UTF-16 units of a text that a learner wrote: some twenty pages. */
export const MAX_TEXT_LENGTH = 50_000;

const option = text(200);
const options = list(option, MAX_OPTIONS);
const digest = text(MAX_DIGEST);
const count = whole(0, MAX_OPTIONS);
const readResponse = union<Response>(
  {
    single: { option },
    multiple: { options },
    text: { text: text(MAX_TEXT_LENGTH), 'variant?': count, 'ticked?': options },
    fields: { fields: record(option, option, MAX_OPTIONS) },
    order: { order: options },
  },
  {},
);
const confidence: Reader<Confidence> = (value) =>
  value === 1 || value === 2 || value === 3 ? value : undefined;

/** What makes an answer, field by field. */
export const answer: Readers<Answer> = {
  response: readResponse,
  'hints?': count,
  'confidence?': confidence,
};

/** A response from stored or imported data, rebuilt field by field; undefined when it is not one. */
export function parseResponse(value: unknown): Response | undefined {
  return readResponse(value, {});
}

/** An answer from stored or imported data; undefined when it is not one. */
export function parseAnswer(value: unknown): Answer | undefined {
  return object(answer)(value, {});
}

/** What of an answer is there so far, and what the question asked then, by which key (as in `QuestionRef`). */
export interface Draft extends Partial<Answer> {
  readonly asks?: string;
  readonly answer?: string;
}

/** A draft that was kept: what is no part of one is left out. */
export function parseDraft(value: unknown): Draft {
  if (!isFields(value)) return {};
  const response = parseResponse(value.response);
  const hints = count(value.hints, value);
  const sure = confidence(value.confidence, value);
  const asks = digest(value.asks, value);
  const answer = digest(value.answer, value);
  return {
    ...(response && { response }),
    ...(hints && { hints }),
    ...(sure && { confidence: sure }),
    ...(asks && { asks }),
    ...(answer && { answer }),
  };
}
