import type { Response } from './events.ts';

const MAX_OPTION_LENGTH = 200;
const MAX_OPTIONS = 500;

/** A response from stored or imported data, rebuilt field by field; undefined when it is not one. */
export function parseResponse(value: unknown): Response | undefined {
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
  if (value.type === 'single')
    return 'option' in value && isOptionId(value.option)
      ? { type: 'single', option: value.option }
      : undefined;
  if (value.type === 'multiple' && 'options' in value && Array.isArray(value.options)) {
    const options: unknown[] = value.options;
    if (options.length <= MAX_OPTIONS && options.every(isOptionId)) return { type: 'multiple', options };
  }
  return undefined;
}

function isOptionId(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= MAX_OPTION_LENGTH;
}
