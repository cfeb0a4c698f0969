import type { Response } from './events.ts';
import { isFields, isText } from './fields.ts';

const MAX_OPTION_LENGTH = 200;
const MAX_OPTIONS = 500;

/** A response from stored or imported data, rebuilt field by field; undefined when it is not one. */
export function parseResponse(value: unknown): Response | undefined {
  if (!isFields(value)) return undefined;
  const { type, option } = value;
  if (type === 'single') return isOptionId(option) ? { type, option } : undefined;
  const options: unknown = value.options;
  return type === 'multiple' &&
    Array.isArray(options) &&
    options.length <= MAX_OPTIONS &&
    options.every(isOptionId)
    ? { type, options }
    : undefined;
}

function isOptionId(value: unknown): value is string {
  return isText(value, MAX_OPTION_LENGTH);
}
