import type { SectionType } from '../model/course.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { ItemId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import { found } from './findings.ts';
import { checkedId, freeId, safeId } from './ids.ts';
import { child, items, sitedText, text } from './read.ts';
import { head } from './schema/check.ts';
import { suggester } from './suggest.ts';
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

/** Where an id was given: for duplicates. */
export interface KnownId {
  readonly kind: 'module' | 'quiz';
  readonly span: Span;
}

/** The section types in the order of the schema, each with the field that holds its children. */
const CHILDREN: Readonly<Record<SectionType, 'items' | 'branches' | 'options'>> = {
  linear: 'items',
  hurdles: 'items',
  'random-access': 'items',
  'static-branching': 'branches',
  'dynamic-branching': 'options',
};

/**
 * Reads the tree of the pathway. Entries that name nothing, or what stands there already, are left out with
 * a finding; a section whose id is taken goes on under another.
 *
 * @param files the modules and quizzes of the folder by id
 */
export function draftPathway(
  map: YamlMap,
  files: ReadonlyMap<ItemId, KnownId>,
  findings: Finding[],
): SectionDraft {
  const suggest = suggester();
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
    const children = items(list).flatMap((item) => draft(item, id) ?? []);
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

  function draft(node: YamlNode, parent: ItemId): Draft | undefined {
    if (node.kind === 'map' && !node.entries.has('item')) return section(node, parent);
    const entry = node.kind === 'map' ? node : undefined;
    const name = sitedText(entry === undefined ? node : child(entry, 'item'));
    if (name === undefined) return undefined;
    const id = safeId(name.value);
    const file = files.get(id);
    if (file === undefined) {
      const suggestion = suggest(name.value, files.keys());
      const args = { id: name.value, section: parent, ...(suggestion === undefined ? {} : { suggestion }) };
      findings.push(found('pathway/unknown-item', name.span, args));
      return undefined;
    }
    const before = places.get(id);
    if (before !== undefined) {
      const related = [{ message: 'It stands here first', span: before }];
      findings.push(found('pathway/repeated-item', name.span, { id, section: parent }, { related }));
      return undefined;
    }
    places.set(id, name.span);
    return { kind: file.kind, id, parent, entry, span: name.span };
  }

  return section(map, undefined);
}

/** A draft and all below it, parents before children. */
export function* walk(draft: Draft): Generator<Draft> {
  yield draft;
  if (draft.kind === 'section') for (const below of draft.children) yield* walk(below);
}

function isSectionType(value: string | undefined): value is SectionType {
  return value !== undefined && Object.hasOwn(CHILDREN, value);
}
