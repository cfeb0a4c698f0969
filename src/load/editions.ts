import type { Finding } from '../model/diagnostic.ts';
import { type Edition, type EditionName, editionName, ownId } from '../model/edition.ts';
import { idProblem } from '../model/ids.ts';
import { found } from './findings.ts';
import { safeId } from './ids.ts';
import type { CarriedNames } from './loaded.ts';
import { child, fields, items, sitedText } from './read.ts';
import type { Sited } from './source.ts';
import type { Renames } from './suggest.ts';
import type { YamlMap } from './yaml.ts';

/** What the names of earlier editions are read against. */
export interface KnownNames {
  readonly isThere: (name: EditionName) => boolean;
  /** What was published before, as far as that was written down. */
  readonly lock: Edition | undefined;
  /** `writtenRenames` of the same course.yaml. */
  readonly written: Renames;
}

/**
 * Reads `renamed` and `retired` of course.yaml. Badges and competencies may be named by their ids alone: what was published under that
 * id, or what has the new one now, says what is meant. Names that no edition can have had are left out, with a finding.
 */
export function readEditions(
  root: YamlMap,
  known: KnownNames,
): { readonly editions: CarriedNames; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const checked = (name: Sited<string>, of: 'renamed' | 'retired'): Sited<string> | undefined => {
    const problem = nameProblem(name.value);
    if (problem === undefined) return name;
    const suggestion = name.value.split('#').slice(0, 2).map(safeId).join('#');
    findings.push(found('id/invalid', name.span, { id: name.value, problem, of, from: 'field', suggestion }));
    return undefined;
  };
  const { written } = known;
  const renamed = [...fields(child(root, 'renamed'))].flatMap(([key, { key: span, value }]) => {
    const from = checked({ value: key.trim(), span }, 'renamed');
    const name = sitedText(value);
    const to = name && checked(name, 'renamed');
    if (from === undefined || to === undefined) return [];
    const kind = kindOf(from.value, known) ?? kindNow(lastName(to.value, written), known) ?? '';
    return [
      { from: { ...from, value: whole(kind, from.value) }, to: { ...to, value: whole(kind, to.value) } },
    ];
  });
  const kinds = new Map(renamed.map(({ to }) => [ownId(to.value), to.value]));
  const retired = items(child(root, 'retired')).flatMap((node) => {
    const written = sitedText(node);
    const name = written && checked(written, 'retired');
    if (!name) return [];
    const kind = kindOf(name.value, known);
    // What was renamed, and is gone since, is what it was before.
    return [
      {
        ...name,
        value: kind === undefined ? (kinds.get(name.value) ?? name.value) : whole(kind, name.value),
      },
    ];
  });
  return { editions: { renamed, retired }, findings };
}

/** What stands under `renamed`, as it is written: before anybody can know what kind of thing each name was. */
export function writtenRenames(root: YamlMap): Renames {
  return new Map(
    [...fields(child(root, 'renamed'))].flatMap(([key, { value }]) => {
      const to = sitedText(value)?.value;
      return to === undefined ? [] : [[key.trim(), to]];
    }),
  );
}

/** Where a name leads by what is written. */
function lastName(name: string, written: Renames): string {
  const seen = new Set<string>();
  let last = name;
  for (let next = written.get(last); next !== undefined && !seen.has(next); next = written.get(last)) {
    seen.add(next);
    last = next;
  }
  return last;
}

type Kind = '' | 'badge:' | 'competency:';
const KINDS: readonly Kind[] = ['', 'badge:', 'competency:'];

/** What a name without its kind was published as; rather what is there no more. */
function kindOf(name: string, { lock, isThere }: KnownNames): Kind | undefined {
  const published = KINDS.filter((kind) => lock?.entries.has(whole(kind, name)));
  return published.find((kind) => !isThere(whole(kind, name))) ?? published[0];
}

function kindNow(name: string, { isThere }: KnownNames): Kind | undefined {
  return KINDS.find((kind) => name.startsWith(kind || '\0') || isThere(whole(kind, name)));
}

/** A name with its kind, unless it says one itself or is a question's. */
function whole(kind: Kind, name: string): EditionName {
  if (/^(badge|competency):|#/.test(name)) return name;
  switch (kind) {
    case '':
      return name;
    case 'badge:':
      return editionName('badge', name);
    case 'competency:':
      return editionName('competency', name);
  }
}

function nameProblem(name: string): ReturnType<typeof idProblem> {
  const [item = '', question, more] = name.replace(/^(badge|competency):/, '').split('#');
  if (more !== undefined) return 'characters';
  return idProblem(item) ?? (question === undefined ? undefined : idProblem(question));
}
