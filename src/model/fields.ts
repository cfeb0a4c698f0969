/** Data of unknown origin as an object: what each of its fields holds is yet to be seen. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is an object with fields: no list, not null. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a text that is neither empty nor longer than it may be, in UTF-16 units. */
export function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= longest;
}
