import { type Document, isMap, isScalar, isSeq, parseDocument, Scalar, visit, YAMLMap, YAMLSeq } from 'yaml';
import type { Random } from '../../../src/simulate/random.ts';
import type { CourseFolder } from '../../fixtures/harness/complete.ts';

import type { Names } from './names.ts';

/** A module, quiz or section where it stands in the pathway. */
export interface Place {
  readonly id: string;
  readonly kind: 'leaf' | 'section';
  /** The list that it stands in, and the section whose list that is. */
  readonly list: YAMLSeq;
  readonly section: YAMLMap;
  readonly node: Scalar | YAMLMap;
}

/** A YAML file as it was read, and as it would be written with nothing changed. */
interface Parsed {
  readonly document: Document;
  readonly written: string;
}

const known = new Map<string, Parsed>();
/** Texts that are remembered: the same ones are edited again and again. */
const MOST = 300;

/** Each text is parsed once. */
function parsed(text: string): Parsed {
  const found = known.get(text);
  if (found) return found;
  const document = parseDocument(text);
  const made = { document, written: document.toString(STYLE) };
  if (known.size < MOST) known.set(text, made);
  return made;
}

const STYLE = { lineWidth: 0 };

/** The sources of an edition that somebody is editing: YAML as documents with their comments, pages as text. */
export class Draft {
  random: Random;
  readonly #files: Map<string, string | Uint8Array>;
  readonly #documents = new Map<string, Document>();
  /** Says how documents are written that were opened. */
  lineWidth = 0;
  /** What the author means, for the names of each earlier edition. */
  readonly #names: readonly Names[];
  /** Names that edits gave: what was touched once is touched again more often. */
  readonly #given = new Set<string>();

  constructor(folder: CourseFolder, random: Random, names: readonly Names[]) {
    this.#names = names;
    this.#files = new Map(Object.entries(folder));
    this.random = random;
  }

  /** The files as they would be saved now. */
  folder(): CourseFolder {
    for (const [path, document] of this.#documents) {
      // What was only looked at stays as it was written.
      const text = document.toString({ lineWidth: this.lineWidth });
      if (text !== parsed(this.text(path)).written) this.#files.set(path, text);
    }
    return Object.fromEntries(this.#files);
  }

  document(path: string): Document {
    const known = this.#documents.get(path) ?? parsed(this.text(path)).document.clone();
    this.#documents.set(path, known);
    return known;
  }

  /** The whole of a YAML file. */
  root(path: string): YAMLMap {
    const { contents } = this.document(path);
    if (!isMap(contents)) throw new Error(`${path} is no mapping`);
    return contents;
  }

  /** The same, only to be looked at. */
  #look(path: string): YAMLMap {
    const { contents } = this.#documents.get(path) ?? parsed(this.text(path)).document;
    if (!isMap(contents)) throw new Error(`${path} is no mapping`);
    return contents;
  }

  get course(): YAMLMap {
    return this.root('course.yaml');
  }

  text(path: string): string {
    const text = this.#files.get(path);
    if (typeof text !== 'string') throw new Error(`no text: ${path}`);
    return text;
  }

  write(path: string, text: string): void {
    this.#files.set(path, text);
    this.#documents.delete(path);
  }

  remove(path: string): void {
    this.#files.delete(path);
    this.#documents.delete(path);
  }

  move(from: string, to: string): void {
    const document = this.#documents.get(from);
    const text = document?.toString({ lineWidth: this.lineWidth }) ?? this.text(from);
    this.remove(from);
    this.write(to, text);
  }

  paths(folder: 'modules' | 'quizzes'): string[] {
    return [...this.#files.keys()].filter((path) => path.startsWith(`${folder}/`)).sort();
  }

  /** The pages, by the ids of their modules. */
  get pages(): ReadonlyMap<string, string> {
    return new Map(
      this.paths('modules').map((path) => [
        /^---\n(?:.*\n)*?id: *(\S+)\n(?:.*\n)*?---\n/.exec(this.text(path))?.[1] ?? stem(path),
        path,
      ]),
    );
  }

  /** The quiz files, by their ids; banks or quizzes. */
  quizzes(what: 'bank' | 'quiz' | 'both' = 'both'): ReadonlyMap<string, string> {
    const all = this.paths('quizzes').map(
      (path) => [text(this.#look(path).get('id')) ?? stem(path), path] as const,
    );
    return new Map(
      all.filter(
        ([, path]) => what === 'both' || (this.#look(path).get('bank') === true) === (what === 'bank'),
      ),
    );
  }

  /** Everything in the pathway, from the outside in. */
  get places(): Place[] {
    const root = this.course.get('pathway');
    return isMap(root) ? placesIn(root) : [];
  }

  /** Those that stand between others in order, or freely: no branches and no options. */
  get movable(): Place[] {
    return this.places.filter(({ section }) => section.has('items'));
  }

  /** The lists of items of the sections. */
  get lists(): YAMLSeq[] {
    const root = this.course.get('pathway');
    const sections = [root, ...this.places.map(({ node }) => node)].filter((node) => isMap(node));
    return sections.map((section) => section.get('items')).filter((list) => isSeq(list));
  }

  /** A name that nothing had before. */
  fresh(kind: string): string {
    const name = `${kind}-${this.random.below(1e9).toString(36)}`;
    this.#given.add(name);
    return name;
  }

  one<T>(from: Iterable<T>): T | undefined {
    const things = [...from];
    const again = things.filter((thing) => [...this.#given].some((name) => label(thing).includes(name)));
    const all = again.length > 0 && this.random.chance(0.4) ? again : things;
    return all[this.random.below(Math.max(1, all.length))];
  }

  /** Says in course.yaml that something has another name now. */
  rename(from: string, to: string): void {
    for (const names of this.#names) names.rename(from, to);
    const known = this.course.get('renamed');
    if (isMap(known)) {
      // What has an old name again is renamed no more: a line that says otherwise is refused.
      known.delete(to);
      known.set(from, to);
    } else this.course.set('renamed', node({ [from]: to }));
  }

  retire(id: string): void {
    for (const names of this.#names) names.retire(id);
    const list = this.course.get('retired');
    if (isSeq(list)) list.add(id);
    else this.course.set('retired', seq([id]));
  }
}

/** What a thing among others is called, as far as it says so. */
function label(thing: unknown): string {
  if (typeof thing === 'string') return thing;
  if (Array.isArray(thing)) return thing.filter((part) => typeof part === 'string').join(' ');
  if (typeof thing !== 'object' || thing === null) return '';
  return ['id', 'holder'].map((key) => String(Reflect.get(thing, key))).join(' ');
}

/** A list of plain data and nodes. */
export function seq(values: readonly unknown[]): YAMLSeq {
  const list = new YAMLSeq();
  for (const value of values) list.add(node(value));
  return list;
}

/** A node for plain data. */
export function node(value: unknown): Scalar | YAMLMap | YAMLSeq {
  if (isMap(value) || isSeq(value) || isScalar(value)) return value;
  if (Array.isArray(value)) return seq(value);
  if (typeof value === 'object' && value !== null) {
    const made = new YAMLMap();
    for (const [key, inner] of Object.entries(value)) made.set(key, node(inner));
    return made;
  }
  return new Scalar(value);
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function stem(path: string): string {
  return path.slice(path.indexOf('/') + 1).replace(/\.[^.]*$/, '');
}

/** The list of what stands in a section. */
export function listIn(section: YAMLMap): YAMLSeq | undefined {
  return ['items', 'branches', 'options'].map((key) => section.get(key)).find((list) => isSeq(list));
}

function placesIn(section: YAMLMap): Place[] {
  const list = listIn(section);
  if (!list) return [];
  return list.items.flatMap((node): Place[] => {
    if (isScalar(node)) return [{ id: String(node.value), kind: 'leaf', list, section, node }];
    if (!isMap(node)) return [];
    const leaf = text(node.get('item'));
    if (leaf !== undefined) return [{ id: leaf, kind: 'leaf', list, section, node }];
    const id = text(node.get('id'));
    return [
      ...(id === undefined ? [] : [{ id, kind: 'section' as const, list, section, node }]),
      ...placesIn(node),
    ];
  });
}

/** Puts another value in the place of each scalar that is `from`, titles and other words apart. */
export function replaceScalars(root: unknown, from: string, to: string): void {
  if (!isMap(root) && !isSeq(root)) return;
  visit(root, {
    Pair: (_, pair) =>
      isScalar(pair.key) && /^(title|description|feedback|text|prompt)$/.test(String(pair.key.value))
        ? visit.SKIP
        : undefined,
    Scalar: (key, scalar) => {
      if (key !== 'key' && scalar.value === from) scalar.value = to;
    },
  });
}

/** Does a scalar below a node have this value? */
export function mentions(root: unknown, value: string): boolean {
  let isThere = isScalar(root) && root.value === value;
  if (isMap(root) || isSeq(root))
    visit(root, {
      Scalar: (key, scalar) => {
        if (key !== 'key' && scalar.value === value) isThere = true;
      },
    });
  return isThere;
}
