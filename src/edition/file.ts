import type { Edition, EditionEntry, EditionName, PublishedItem } from '../model/edition.ts';
import { type Fields, isFields, isText } from '../model/fields.ts';
import { isSketch } from './sketch.ts';

const FORMAT = 'coursewright-edition';
const VERSION = 1;

const MAX_ENTRIES = 200_000;
const MAX_NAME = 400;
const MAX_TITLE = 1000;
const MAX_ANSWERS = 1000;
/** Their order in a file, whoever made the entry. */
const FIELDS = ['kind', 'type', 'title', 'asks', 'answers', 'holds', 'sketch', 'gone'];
const KINDS: readonly PublishedItem['kind'][] = ['module', 'quiz', 'section', 'bank', 'badge', 'competency'];

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
  const { version, course, title, language, published } = value;
  if (typeof version === 'number' && version > VERSION) return { problem: 'version' };
  if (version !== VERSION || !isText(course, MAX_NAME) || !isText(title, MAX_TITLE) || !isFields(published))
    return { problem: 'format' };
  if (language !== undefined && !isText(language, MAX_NAME)) return { problem: 'format' };
  const entries = new Map<EditionName, EditionEntry>();
  const found = Object.entries(published);
  if (found.length > MAX_ENTRIES) return { problem: 'too-many' };
  for (const [name, fields] of found) {
    const entry = isText(name, MAX_NAME) && isFields(fields) ? parseEntry(fields) : undefined;
    if (!entry) return { problem: 'entry', name: name.slice(0, MAX_NAME) };
    entries.set(name, entry);
  }
  return { course, title, ...(language !== undefined && { language }), entries };
}

function parseEntry(fields: Fields): EditionEntry | undefined {
  const { kind, title, sketch, gone, type, asks, answers, holds } = fields;
  if (typeof title !== 'string' || title.length > MAX_TITLE) return undefined;
  if (sketch !== undefined && (typeof sketch !== 'string' || !isSketch(sketch))) return undefined;
  if (gone !== undefined && gone !== 'retired' && gone !== 'renamed') return undefined;
  const published: Omit<PublishedItem, 'kind'> = {
    title,
    ...(sketch !== undefined && { sketch }),
    ...(gone !== undefined && { gone }),
  };
  if (kind === 'question') {
    const isKnown = isText(type, MAX_NAME) && isText(asks, MAX_NAME);
    const digests = isKnown && textsIn(answers, MAX_ANSWERS);
    return digests ? { kind, ...published, type, asks, answers: digests } : undefined;
  }
  const known = KINDS.find((each) => each === kind);
  if (known === undefined || holds === undefined) return known && { kind: known, ...published };
  const ids = textsIn(holds, MAX_ENTRIES);
  return ids && { kind: known, ...published, holds: ids };
}

/** A list of up to so many texts; undefined for anything else. */
function textsIn(value: unknown, most: number): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length > most) return undefined;
  const texts = value.filter((each): each is string => isText(each, MAX_NAME));
  return texts.length === value.length ? texts : undefined;
}
