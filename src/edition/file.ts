import type {
  Edition,
  EditionEntry,
  EditionName,
  PublishedItem,
  PublishedQuestion,
  PublishedRules,
} from '../model/edition.ts';
import { isFields, isText } from '../model/fields.ts';
import { constant, list, number, object, oneOf, text, whole } from '../model/reader.ts';
import { isSketch } from './sketch.ts';

const FORMAT = 'coursewright-edition';
const VERSION = 1;

const MAX_ENTRIES = 200_000;
const MAX_NAME = 400;
const MAX_TITLE = 1000;
const MAX_ANSWERS = 1000;
/** Their order in a file, whoever made the entry; then those of its rules. */
const FIELDS = [
  ...['kind', 'type', 'title', 'in', 'rules', 'asks', 'answers', 'holds', 'sketch', 'gone'],
  ...['pass', 'attempts', 'exhausted', 'mastery', 'evidence'],
];

/** Why a value is no edition: none of ours, of a later version, or with an entry that cannot be read. */
export type EditionProblem =
  | { readonly problem: 'format' | 'version' | 'too-many' }
  | { readonly problem: 'entry'; readonly name: EditionName };

/** An edition as JSON, one line a name in a fixed order, so that git can merge two of them. */
export function editionText({ course, title, language, entries }: Edition): string {
  const lines = [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, entry]) => `    ${JSON.stringify(name)}: ${entryText(entry)}`);
  const head = {
    format: FORMAT,
    version: VERSION,
    course,
    title,
    ...(language !== undefined && { language }),
  };
  const fields = Object.entries(head).map(([key, value]) => `  "${key}": ${JSON.stringify(value)},`);
  return ['{', ...fields, '  "published": {', lines.join(',\n'), '  }', '}', ''].join('\n');
}

/** An entry as a file has it: the same text for the same entry, whoever made it. */
export function entryText(entry: EditionEntry): string {
  return JSON.stringify(entry, FIELDS);
}

/** Reads what a file held, which may be anything. */
export function parseEdition(value: unknown): Edition | EditionProblem {
  if (!isFields(value) || value.format !== FORMAT) return { problem: 'format' };
  const { version, course, title, language, published: names } = value;
  if (typeof version === 'number' && version > VERSION) return { problem: 'version' };
  if (version !== VERSION || !isText(course, MAX_NAME) || !isText(title, MAX_TITLE) || !isFields(names))
    return { problem: 'format' };
  if (language !== undefined && !isText(language, MAX_NAME)) return { problem: 'format' };
  const entries = new Map<EditionName, EditionEntry>();
  const found = Object.entries(names);
  if (found.length > MAX_ENTRIES) return { problem: 'too-many' };
  for (const [key, fields] of found) {
    const read = isFields(fields) && fields.kind === 'question' ? question : item;
    const entry = name(key, names) && read(fields, names);
    if (!entry) return { problem: 'entry', name: key.slice(0, MAX_NAME) };
    entries.set(key, entry);
  }
  return { course, title, ...(language !== undefined && { language }), entries };
}

const name = text(MAX_NAME);
const published = {
  title: (value: unknown) => (typeof value === 'string' && value.length <= MAX_TITLE ? value : undefined),
  'sketch?': (value: unknown) => (typeof value === 'string' && isSketch(value) ? value : undefined),
  'gone?': oneOf('retired', 'renamed'),
};
const question = object<PublishedQuestion>({
  kind: constant('question'),
  ...published,
  type: name,
  asks: name,
  answers: list(name, MAX_ANSWERS),
});
const item = object<PublishedItem>({
  kind: oneOf('module', 'quiz', 'section', 'bank', 'badge', 'competency'),
  ...published,
  'in?': name,
  'rules?': object<PublishedRules>({
    'pass?': number(0, 1),
    'attempts?': whole(0, 1e9),
    'exhausted?': oneOf('continue', 'review', 'contact'),
    'mastery?': number(0, 1),
    'evidence?': whole(0, 1e9),
  }),
  'holds?': list(name, MAX_ENTRIES),
});
