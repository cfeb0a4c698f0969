import type { SectionType } from '../model/course.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { Edition } from '../model/edition.ts';
import type { ItemId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import { found } from './findings.ts';
import { checkedId, freeId, safeId } from './ids.ts';
import { child, items, sitedText, text } from './read.ts';
import { head } from './schema/check.ts';
import type { Sited } from './source.ts';
import { type Renames, suggester } from './suggest.ts';
import type { YamlMap, YamlNode } from './yaml.ts';

/** One place of the pathway, before conditions are read: those may name items that come later. */
export type Draft = LeafDraft | SectionDraft;

export interface LeafDraft {
  readonly kind: 'module' | 'quiz';
  readonly id: ItemId;
  readonly parent: ItemId;
  /** `{ item: …, when: … }`; undefined for a bare id. */
  readonly entry: YamlMap | undefined;
  readonly span: Span;
}

export interface SectionDraft {
  readonly kind: 'section';
  readonly id: ItemId;
  readonly parent: ItemId | undefined;
  readonly type: SectionType;
  readonly map: YamlMap;
  readonly span: Span;
  readonly children: readonly Draft[];
}

/** A file that has an id. */
export interface KnownId {
  readonly kind: 'module' | 'quiz';
  /** Where the id was given: for duplicates. */
  readonly span: Span;
  readonly title: string;
}

/** The section types in the order of the schema, each with the field that holds its children. */
const CHILDREN: Readonly<Record<SectionType, 'items' | 'branches' | 'options'>> = {
  linear: 'items',
  hurdles: 'items',
  'random-access': 'items',
  'static-branching': 'branches',
  'dynamic-branching': 'options',
};

/** What the folder holds, by id. */
export interface KnownFiles {
  /** The modules and quizzes. */
  readonly files: ReadonlyMap<ItemId, KnownId>;
  /** Question banks: quizzes draw from them, the pathway cannot hold them. */
  readonly banks: ReadonlySet<ItemId>;
  /** Paths of files that are not read because of their ending: `quizzes/final.yml` as `final`. */
  readonly misnamed: ReadonlyMap<ItemId, string>;
  /** What course.yaml says under `renamed`. */
  readonly renamed: Renames;
  /** What earlier editions published, as far as that was written down. */
  readonly lock: Edition | undefined;
}

/** The pathway, and the names in it that are no file's: what else names them has the same cause. */
export interface DraftedPathway {
  readonly root: SectionDraft;
  readonly unknown: ReadonlySet<ItemId>;
  /** Names that are no file's, with those of the files that were clearly meant and stand in their places. */
  readonly replaced: ReadonlyMap<ItemId, ItemId>;
}

/**
 * Reads the tree of the pathway. Entries that name nothing, or what stands there already, are left out with
 * a finding; a section whose id is taken goes on under another. Where it is clear which file was meant, that
 * stands in its place, so that the rest of the course can be checked.
 */
export function draftPathway(map: YamlMap, known: KnownFiles, findings: Finding[]): DraftedPathway {
  const { files, banks, misnamed } = known;
  const meant = readingOf(map, known);
  const unknown = new Set<ItemId>();
  const replaced = new Map<ItemId, ItemId>();
  const places = new Map<ItemId, Span>();
  const sections = new Map<ItemId, Span>();

  function section(node: YamlMap, parent: ItemId | undefined): SectionDraft {
    const id = sectionId(node, parent);
    const written = text(child(node, 'type'));
    const type = isSectionType(written) ? written : 'hurdles';
    // A wrong type often comes with the children of the right one; they are kept, whatever their field.
    const list = [CHILDREN[type], 'items', 'branches', 'options']
      .map((key) => child(node, key))
      .find(Boolean);
    const children = items(list).flatMap((item) => draft(item, id));
    const span = child(node, 'id')?.span ?? head(node);
    return { kind: 'section', id, parent, type, map: node, span, children };
  }

  function sectionId(node: YamlMap, parent: ItemId | undefined): ItemId {
    const written = sitedText(child(node, 'id'));
    const span = written?.span ?? head(node);
    const checked = checkedId(
      written?.value ?? (parent === undefined ? 'pathway' : 'section'),
      span,
      'section',
    );
    findings.push(...checked.findings);
    const { id } = checked;
    const file = files.get(id);
    const first = sections.get(id) ?? file?.span;
    if (first === undefined) {
      sections.set(id, span);
      return id;
    }
    if (written !== undefined) {
      const kind = file?.kind ?? 'section';
      const related = [{ message: `The ${kind} of that id`, span: first }];
      findings.push(found('id/duplicate', span, { id, kind: 'section', first: kind }, { related }));
    }
    const size = sections.size + files.size;
    const free = freeId(id, { has: (each) => sections.has(each) || files.has(each), size });
    sections.set(free, span);
    return free;
  }

  function draft(node: YamlNode, parent: ItemId): Draft[] {
    if (node.kind === 'map' && !node.entries.has('item')) return [section(node, parent)];
    const entry = node.kind === 'map' ? node : undefined;
    const name = nameOf(node);
    if (name === undefined) return [];
    const id = safeId(name.value);
    if (files.has(id)) return place(id, id, name, parent, entry);
    if (banks.has(id)) {
      unknown.add(id);
      findings.push(found('pathway/bank', name.span, { id: name.value, section: parent }));
      return [];
    }
    const folded = foldedNames(name.value);
    const wrong = misnamed.get(id);
    const { suggestion, instead } =
      folded === undefined && wrong === undefined ? meant(id, name.value) : NOTHING;
    const args = {
      id: name.value,
      section: parent,
      ...(folded === undefined ? {} : { folded }),
      ...(wrong === undefined ? {} : { misnamed: wrong }),
      ...(suggestion === undefined ? {} : { suggestion }),
      ...(instead === undefined ? {} : { replaced: true as const }),
    };
    findings.push(found('pathway/unknown-item', name.span, args));
    if (instead === undefined) unknown.add(id);
    else replaced.set(id, instead);
    const ids = folded?.map(safeId) ?? (instead === undefined ? [] : [instead]);
    return ids.flatMap((each) => (places.has(each) ? [] : place(each, id, name, parent, entry)));
  }

  function place(
    id: ItemId,
    written: ItemId,
    name: Sited<string>,
    parent: ItemId,
    entry: YamlMap | undefined,
  ): Draft[] {
    const file = files.get(id);
    if (file === undefined) return [];
    const before = places.get(id);
    if (before !== undefined) {
      const related = [{ message: 'It stands here first', span: before }];
      findings.push(found('pathway/repeated-item', name.span, { id: written, section: parent }, { related }));
      return [];
    }
    places.set(id, name.span);
    return [{ kind: file.kind, id, parent, entry, span: name.span }];
  }

  return { root: section(map, undefined), unknown, replaced };
}

interface Meant {
  /** The id to show to the author. */
  readonly suggestion?: ItemId;
  /** The file to use meanwhile: one that nothing else in the pathway names. */
  readonly instead?: ItemId;
}

const NOTHING: Meant = {};

/**
 * What a name that is no file's was probably meant to be: the one file that has the title which was published under that name; a file of
 * a similar name, rather one that the pathway does not name; or, where one name has no file and one file has no name, that (a file was
 * renamed).
 */
function readingOf(
  pathway: YamlMap,
  { files, renamed, lock }: KnownFiles,
): (id: ItemId, written: string) => Meant {
  const suggest = suggester(renamed);
  const named = new Set<ItemId>();
  for (const name of namesIn(pathway)) {
    for (const each of foldedNames(name) ?? [name]) named.add(safeId(each));
  }
  const unnamed = new Set([...files.keys()].filter((id) => !named.has(id)));
  const missing = [...named].filter((id) => !files.has(id));
  const [only, ...others] = unnamed;
  const byTitle = titled(unnamed, files);
  const published = (id: ItemId) => {
    const was = lock?.entries.get(id);
    const found = was && byTitle.get(titleKey(was));
    return found !== undefined && unnamed.has(found) ? found : undefined;
  };
  return (id, written) => {
    const near = published(id) ?? suggest(written, unnamed);
    if (near !== undefined) {
      unnamed.delete(near);
      return { suggestion: near, instead: near };
    }
    if (only !== undefined && others.length === 0 && missing.length === 1 && missing[0] === id) {
      return { suggestion: only, instead: only };
    }
    const suggestion = suggest(written, files.keys());
    return suggestion === undefined ? NOTHING : { suggestion };
  };
}

/** Of some files those that can be told by their kinds and titles. */
function titled(ids: Iterable<ItemId>, files: ReadonlyMap<ItemId, KnownId>): ReadonlyMap<string, ItemId> {
  const found = new Map<string, ItemId>();
  const several = new Set<string>();
  for (const id of ids) {
    const file = files.get(id);
    const key = file && titleKey(file);
    if (key === undefined) continue;
    if (found.has(key)) several.add(key);
    found.set(key, id);
  }
  for (const key of several) found.delete(key);
  return found;
}

function titleKey({ kind, title }: { readonly kind: string; readonly title: string }): string {
  return `${kind} ${title}`;
}

/** Every id that an entry of the pathway names; without recursion into anything but sections. */
function* namesIn(section: YamlMap): Generator<string> {
  for (const key of new Set(Object.values(CHILDREN))) {
    for (const node of items(child(section, key))) {
      const name = nameOf(node);
      if (name !== undefined) yield name.value;
      else if (node.kind === 'map') yield* namesIn(node);
    }
  }
}

/** The id that an entry names; undefined for a section. */
function nameOf(node: YamlNode): Sited<string> | undefined {
  return sitedText(node.kind === 'map' ? child(node, 'item') : node);
}

/** `leaf - water`: YAML makes one text of a list in which the second entry is indented further than the first. */
function foldedNames(name: string): readonly string[] | undefined {
  const parts = name.split(' - ');
  return parts.length > 1 && parts.every((part) => part !== '') ? parts : undefined;
}

/** A draft and all below it, parents before children. */
export function* walk(draft: Draft): Generator<Draft> {
  yield draft;
  if (draft.kind === 'section') for (const below of draft.children) yield* walk(below);
}

function isSectionType(value: string | undefined): value is SectionType {
  return value !== undefined && Object.hasOwn(CHILDREN, value);
}
