import type { ItemId } from '../model/ids.ts';
import { nearest } from '../model/nearest.ts';
import { isCourseSource } from './folder.ts';
import { idFromPath } from './ids.ts';
import type { GlossaryEntry, LoadedCourse } from './loaded.ts';
import type { Ref } from './source.ts';
import { nameToday, type Renames } from './suggest.ts';

/** Where a reference leads, or why it leads nowhere. */
export type Resolved = Found | Unresolved;

export type Found =
  /** A module or quiz of the pathway. */
  | { readonly type: 'item'; readonly item: ItemId; readonly anchor?: string }
  /** A section: it has no page, but a place in the course map. */
  | { readonly type: 'section'; readonly item: ItemId }
  /** The home page: a link to `course.yaml`. */
  | { readonly type: 'home' }
  /** The glossary page; a link to `glossary.yaml`. */
  | { readonly type: 'glossary'; readonly anchor?: string }
  | { readonly type: 'term'; readonly entry: GlossaryEntry }
  /** A file of the course that the site carries. */
  | { readonly type: 'asset'; readonly path: string }
  | { readonly type: 'external'; readonly url: string };

export type Unresolved =
  /** No item and no file is called so. `suggestion` is written as a target: it can replace the author's. */
  | { readonly type: 'missing'; readonly path: string; readonly suggestion?: string }
  | { readonly type: 'missing-term'; readonly term: string; readonly suggestion?: string }
  /** The page exists, the anchor on it does not. */
  | {
      readonly type: 'missing-anchor';
      readonly page: ItemId | 'glossary';
      readonly anchor: string;
      readonly suggestion?: string;
    }
  /** A module or quiz that no pathway uses: the site has no page for it. */
  | { readonly type: 'unused'; readonly item: ItemId; readonly bank?: true }
  /** The path leaves the course folder. */
  | { readonly type: 'outside'; readonly path: string }
  /** A scheme that the site does not carry, such as `javascript:` or `data:`. */
  | { readonly type: 'scheme'; readonly scheme: string }
  /** A file that the course is written in: it may hold answers, and is never published as it is. */
  | { readonly type: 'source'; readonly path: string }
  /** An image or a medium without an address. */
  | { readonly type: 'not-a-file'; readonly target: string };

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const WEB = new Set(['http', 'https']);
const LINKABLE = new Set([...WEB, 'mailto', 'tel']);

/**
 * Finds what a reference points at. Paths are relative to the file that holds it, or to the course folder when
 * they begin with `/`; a link may also name an item by its bare id. A file of that name comes before an id.
 *
 * @param fromFile path of the file that holds the reference, below the course folder
 */
export function resolveRef(
  loaded: LoadedCourse,
  fromFile: string,
  ref: Pick<Ref, 'kind' | 'target'>,
): Resolved {
  if (ref.kind === 'term') return resolveTerm(loaded, ref.target);
  const target = ref.target.trim();
  const scheme = SCHEME.exec(target)?.[1]?.toLowerCase();
  const isLink = ref.kind === 'link';
  if (scheme !== undefined) {
    const allowed = (isLink ? LINKABLE : WEB).has(scheme);
    return allowed ? { type: 'external', url: target } : { type: 'scheme', scheme };
  }
  if (target.startsWith('//')) return { type: 'external', url: `https:${target}` };

  const hash = target.indexOf('#');
  const written = decode(hash < 0 ? target : target.slice(0, hash));
  const anchor = hash < 0 ? '' : decode(target.slice(hash + 1));
  if (written === '' && !isLink) return { type: 'not-a-file', target };

  const index = indexOf(loaded);
  const path = written === '' ? fromFile : join(fromFile, written);
  if (path === undefined) return { type: 'outside', path: written };

  const file = index.file(path);
  if (!isLink) {
    if (file !== undefined) return published(file);
    return missing(loaded, fromFile, written, path, []);
  }
  const page = index.pageOf(path) ?? (file === undefined ? index.pageNamed(written) : undefined);
  if (page !== undefined) return onPage(loaded, page, anchor);
  if (file !== undefined) return published(file);
  return missing(loaded, fromFile, written, path, index.ids);
}

function published(path: string): Resolved {
  return { type: isCourseSource(path) ? 'source' : 'asset', path };
}

function resolveTerm(loaded: LoadedCourse, target: string): Resolved {
  const { terms } = indexOf(loaded);
  const entry = terms.get(fold(target));
  if (entry !== undefined) return { type: 'term', entry };
  const suggestion = nearest(
    target,
    loaded.glossary.map((each) => each.term),
  );
  return { type: 'missing-term', term: target, ...(suggestion !== undefined && { suggestion }) };
}

type Page =
  | Extract<Found, { type: 'item' | 'section' | 'home' | 'glossary' }>
  | Extract<Unresolved, { type: 'unused' }>;

function onPage(loaded: LoadedCourse, page: Page, anchor: string): Resolved {
  if (anchor === '' || page.type === 'section' || page.type === 'home' || page.type === 'unused') return page;
  const anchors = anchorsOf(loaded, page.type === 'item' ? page.item : undefined);
  if (anchors.includes(anchor)) return { ...page, anchor };
  const own = page.type === 'item' ? page.item : '';
  // A question of that page which has another id now.
  const renamed = nameToday(
    `${own}#${anchor}`,
    (name) => name.startsWith(`${own}#`),
    indexOf(loaded).renamed,
  );
  const now = renamed?.slice(own.length + 1);
  const suggestion = now !== undefined && anchors.includes(now) ? now : nearest(anchor, anchors);
  return {
    type: 'missing-anchor',
    page: page.type === 'item' ? page.item : 'glossary',
    anchor,
    ...(suggestion !== undefined && { suggestion }),
  };
}

/** What can stand behind `#` on a page: headings, questions, footnotes; on the glossary page the terms. */
function anchorsOf(loaded: LoadedCourse, item: ItemId | undefined): readonly string[] {
  if (item === undefined) return loaded.glossary.map((entry) => entry.slug);
  const page = loaded.pages.get(item);
  if (page !== undefined) {
    return [
      ...page.headings.map((heading) => heading.anchor),
      ...page.anchors,
      ...page.questions.map((question) => question.id.value),
    ];
  }
  return loaded.quizzes.get(item)?.questions.map((question) => question.id.value) ?? [];
}

function missing(
  loaded: LoadedCourse,
  fromFile: string,
  written: string,
  path: string,
  ids: readonly string[],
): Unresolved {
  const { renamed, fileOf } = indexOf(loaded);
  // A page that has another id now, by its old one or by the file that it was in.
  const isThere = (name: string) => ids.includes(name);
  const today = nameToday(written, isThere, renamed);
  const moved = nameToday(idFromPath(path, path.split('/')[0] ?? ''), isThere, renamed);
  const target = moved === undefined ? undefined : fileOf(moved);
  if (today === undefined && target !== undefined)
    return {
      type: 'missing',
      path,
      suggestion: written.startsWith('/') ? `/${target}` : relative(fromFile, target),
    };
  const id = today ?? nearest(written, ids);
  if (id !== undefined) return { type: 'missing', path, suggestion: id };
  const file = nearestFile(path, loaded.files.keys());
  if (file === undefined) return { type: 'missing', path };
  return {
    type: 'missing',
    path,
    suggestion: written.startsWith('/') ? `/${file}` : relative(fromFile, file),
  };
}

/**
 * The file that was probably meant: the one of the same name elsewhere (the usual slip is a wrong number of
 * `../`), else one with a similar name in the same folder, else anywhere.
 */
function nearestFile(path: string, candidates: Iterable<string>): string | undefined {
  const [folder, name] = split(path);
  const names = new Map<string, string[]>();
  for (const candidate of candidates) {
    const [, each] = split(candidate);
    const known = names.get(each);
    if (known === undefined) names.set(each, [candidate]);
    else known.push(candidate);
  }
  const same = names.get(name);
  if (same?.length === 1) return same[0];
  const inFolder = [...names].filter(([, paths]) => paths.some((each) => split(each)[0] === folder));
  const similar = nearest(
    name,
    inFolder.map(([each]) => each),
  );
  if (similar !== undefined) return folder + similar;
  return names.get(nearest(name, names.keys()) ?? '')?.[0];
}

/** A path as its folder, with the closing slash, and its name. */
function split(path: string): [folder: string, name: string] {
  const slash = path.lastIndexOf('/') + 1;
  return [path.slice(0, slash), path.slice(slash)];
}

interface Index {
  readonly ids: readonly ItemId[];
  readonly terms: ReadonlyMap<string, GlossaryEntry>;
  readonly renamed: Renames;
  /** The source of a module or quiz. */
  fileOf(id: ItemId): string | undefined;
  /** The listed file of a path: macOS decomposes letters such as `é` in names, authors' keyboards do not. */
  file(path: string): string | undefined;
  /** The page that is made from a source file. */
  pageOf(path: string): Page | undefined;
  /** The page of an item id. */
  pageNamed(id: string): Page | undefined;
}

const indexes = new WeakMap<LoadedCourse, Index>();

function indexOf(loaded: LoadedCourse): Index {
  const known = indexes.get(loaded);
  if (known !== undefined) return known;
  const pages = new Map<ItemId, Page>();
  const byFile = new Map<string, Page>([['course.yaml', { type: 'home' }]]);
  if (loaded.glossary.length > 0) byFile.set('glossary.yaml', { type: 'glossary' });
  for (const item of loaded.course?.items ?? []) {
    pages.set(item.id, { type: item.kind === 'section' ? 'section' : 'item', item: item.id });
  }
  for (const [id, source] of [...loaded.pages, ...loaded.quizzes]) {
    const isBank = 'bank' in source && source.bank;
    const page = pages.get(id) ?? { type: 'unused', item: id, ...(isBank && { bank: true }) };
    pages.set(id, page);
    byFile.set(source.file, page);
  }
  let composed: ReadonlyMap<string, string> | undefined;
  const index: Index = {
    ids: [...pages.keys()],
    renamed: new Map(loaded.editions.renamed.map(({ from, to }) => [from.value, to.value])),
    fileOf: (id) => (loaded.pages.get(id) ?? loaded.quizzes.get(id))?.file,
    terms: new Map(loaded.glossary.map((entry) => [fold(entry.term), entry])),
    file: (path) => {
      if (loaded.files.has(path)) return path;
      composed ??= new Map([...loaded.files.keys()].map((each) => [each.normalize('NFC'), each]));
      return composed.get(path.normalize('NFC'));
    },
    pageOf: (path) => byFile.get(path),
    pageNamed: (id) => pages.get(id),
  };
  indexes.set(loaded, index);
  return index;
}

/** Terms are found whatever their case and spacing. */
function fold(term: string): string {
  return term.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Percent-decoded as browsers do; text that is not well encoded stands for itself. */
function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** A written path as one below the course folder, or undefined when it leaves the folder. */
export function join(fromFile: string, written: string): string | undefined {
  const parts = written.startsWith('/') ? [] : fromFile.split('/').slice(0, -1);
  for (const part of written.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** The path from one file to another, both below the course folder, with `/` between the parts. */
export function relative(fromFile: string, toFile: string): string {
  const from = fromFile.split('/').slice(0, -1);
  const to = toFile.split('/');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return '../'.repeat(from.length - common) + to.slice(common).join('/');
}
