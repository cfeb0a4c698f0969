import type { Answer, Confidence, Response } from './events.ts';
import { isFields, isText } from './fields.ts';

const MAX_OPTION_LENGTH = 200;
const MAX_OPTIONS = 500;
/** UTF-16 units of a text that a learner wrote: some twenty pages. */
export const MAX_TEXT_LENGTH = 50_000;

/** A response from stored or imported data, rebuilt field by field; undefined when it is not one. */
export function parseResponse(value: unknown): Response | undefined {
  if (!isFields(value)) return undefined;
  const { type, option, options, text, variant, ticked, fields, order } = value;
  switch (type) {
    case 'single':
      return isOptionId(option) ? { type, option } : undefined;
    case 'multiple':
      return isOptionIds(options) ? { type, options } : undefined;
    case 'text':
      if (!isText(text, MAX_TEXT_LENGTH)) return undefined;
      if (variant !== undefined && !isCount(variant)) return undefined;
      if (ticked !== undefined && !isOptionIds(ticked)) return undefined;
      return {
        type,
        text,
        ...(variant !== undefined && { variant }),
        ...(ticked !== undefined && { ticked }),
      };
    case 'fields': {
      const entries = isFields(fields) ? Object.entries(fields) : [];
      const isFilled = entries.every(([, content]) => isText(content, MAX_OPTION_LENGTH));
      // `fromEntries` defines own properties, whatever they are called.
      return isFields(fields) && isFilled && isOptionIds(entries.map(([part]) => part))
        ? { type, fields: Object.fromEntries(entries.map(([part, content]) => [part, String(content)])) }
        : undefined;
    }
    case 'order':
      return isOptionIds(order) ? { type, order } : undefined;
    default:
      return undefined;
  }
}

/** An answer from stored or imported data; undefined when it is not one. */
export function parseAnswer(value: unknown): Answer | undefined {
  if (!isFields(value)) return undefined;
  const response = parseResponse(value.response);
  const { hints, confidence } = value;
  if (!response || (hints !== undefined && !isCount(hints))) return undefined;
  if (confidence !== undefined && !isConfidence(confidence)) return undefined;
  return { response, ...(hints && { hints }), ...(confidence && { confidence }) };
}

/** What of an answer is there so far, from a draft that was kept: what is no part of one is left out. */
export function parseDraft(value: unknown): Partial<Answer> {
  if (!isFields(value)) return {};
  const response = parseResponse(value.response);
  const { hints, confidence } = value;
  return {
    ...(response && { response }),
    ...(isCount(hints) && hints > 0 && { hints }),
    ...(isConfidence(confidence) && { confidence }),
  };
}

function isConfidence(value: unknown): value is Confidence {
  return value === 1 || value === 2 || value === 3;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_OPTIONS;
}

function isOptionIds(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= MAX_OPTIONS && value.every(isOptionId);
}

function isOptionId(value: unknown): value is string {
  return isText(value, MAX_OPTION_LENGTH);
}
