/** The id of a module, quiz or section: unique in the course and stable for ever, since progress hangs on it. */
export type ItemId = string;

/** `ITEM#QUESTION`: a question's id is unique in its own file only. Item ids never contain `#`. */
export type QuestionKey = string;

/** Names that JavaScript objects inherit. Ids key plain objects in themes and exports, so these are refused. */
const RESERVED: ReadonlySet<string> = new Set([
  '__proto__',
  'constructor',
  'prototype',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'toString',
  'valueOf',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
]);

/** The longest id accepted; ids become file names, and file systems stop at 255 bytes. */
export const MAX_ID_LENGTH = 120;

const PART = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

export type IdProblem = 'empty' | 'too-long' | 'reserved' | 'characters' | 'windows-name';

const WINDOWS_NAME = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * What is wrong with an id, or undefined when it is fine. Ids are letters, digits, `-`, `_` and `.`, in
 * parts joined by `/`; each part starts with a letter or digit.
 */
export function idProblem(id: string): IdProblem | undefined {
  if (id === '') return 'empty';
  if (id.length > MAX_ID_LENGTH) return 'too-long';
  for (const part of id.split('/')) {
    if (RESERVED.has(part)) return 'reserved';
    if (!PART.test(part)) return 'characters';
    if (part.endsWith('.') || part.includes('..')) return 'characters';
    if (WINDOWS_NAME.test(part)) return 'windows-name';
  }
  return undefined;
}

/** The key of a question in the whole course. */
export function questionKey(item: ItemId, question: string): QuestionKey {
  return `${item}#${question}`;
}
