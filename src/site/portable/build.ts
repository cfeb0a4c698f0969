import { createContents } from '../../../templates/site/place.tsx';
import type { SiteView } from '../../../templates/site/types.ts';
import type { LoadedCourse } from '../../load/loaded.ts';
import type { Course } from '../../model/course.ts';
import { PORTABLE_ROOT, pathOf } from '../../model/portable.ts';
import { sitePieces } from '../build.ts';
import { manifestScript } from '../manifest.ts';
import type { SiteParts } from '../parts.ts';
import type { SitePage } from '../pieces.ts';
import { portablePolicy } from '../policy.ts';
import { seal } from '../seal.ts';
import { closed, createPortableDocument } from './document.ts';
import { type Beside, planFiles } from './files.ts';
import { missingPage, retiredPage, type StoredPage, storedPage } from './page.ts';
import { filesNamed, putFiles } from './rewrite.ts';
import { PORTABLE_STYLE } from './style.ts';

/** What the portable edition is made of besides the course and what any site is made of. */
export interface PortableParts extends SiteParts {
  /** The runtime of this edition, in the place of the other one. */
  readonly portable: string;
  /** The bytes of a listed file of the course. */
  readonly read: (path: string) => Uint8Array;
  /** Their number. */
  readonly bytes: (path: string) => number;
}

export interface PortableOptions {
  /** Files of the author up to so many bytes stand in the file itself. */
  readonly inlineUpTo: number;
  /** The name of the folder beside it that holds the others. */
  readonly folder: string;
}

/** A course as one file. */
export interface Portable {
  /** Its text in pieces, made as they are asked for: together they may be larger than a string can be. */
  readonly text: Iterable<string>;
  /** The files that are too large to stand in it; the largest first. */
  readonly beside: readonly Beside[];
}

/**
 * The portable edition of a course: everything in one HTML file, which shows one page at a time (`src/runtime/portable`).
 * Pure: the same course, parts and options give the same text.
 *
 * @throws Error when the course could not be loaded: lint refuses such a course before.
 */
export function buildPortable(
  loaded: LoadedCourse,
  parts: PortableParts,
  options: PortableOptions,
): Portable {
  const { site, pages, retired, styles, scripts, sources, icon } = gather(loaded, parts);
  const document = createPortableDocument(site);
  const nameOf = (place: string) => baseName(sources.get(place));
  const stored: StoredPage[] = [
    ...pages.map((page) => storedPage(page, nameOf)),
    ...retired.map((path) => retiredPage(site, path)),
    missingPage(site),
  ];

  const files = planFiles(sources, parts, options);
  for (const { main, aside, page } of stored) {
    files.count(filesNamed(main + aside));
    files.count(filesNamed(JSON.stringify(page.questions ?? [])));
  }
  // The runtime puts them into pages that it makes.
  files.lookUp(site.course.badges.flatMap(({ image }) => image ?? []));

  const manifest = manifestScript(withPaths(site.course), {
    title: site.course.title,
    version: loaded.settings.version ?? '',
  });
  const css = closed([...styles.map(files.inStyle), PORTABLE_STYLE].join('\n'), 'style');
  const js = [manifest, [...scripts, parts.portable].join('')].map((text) => closed(text, 'script'));
  const policy = portablePolicy({
    scripts: [site.headScript, ...js].map(parts.sha256),
    styles: [parts.sha256(css)],
    origins: new Set(pages.flatMap(({ origins = [] }) => [...origins])),
    pages: stored.map(({ main, page }) => main + formsOf(page)),
    files: files.beside().length > 0,
  });

  function* text(): Generator<string, void> {
    yield document.start({ policy, css, icon });
    yield putFiles(document.header, files.atOnce);
    yield document.beforePages;
    for (const page of stored) yield putFiles(document.page(page, sealed(page)), files.addressOf);
    yield document.afterPages;
    yield putFiles(document.footer, files.atOnce);
    yield document.contents(createContents(site.words)(undefined, undefined, PORTABLE_ROOT));
    for (const file of files.shared()) yield document.file(file);
    yield document.end(js);
  }

  function sealed({ page }: StoredPage): string | undefined {
    if (page.questions === undefined || page.questions.length === 0) return undefined;
    return seal(JSON.parse(putFiles(JSON.stringify(page.questions), files.addressOf)), parts.base64);
  }

  return { text: { [Symbol.iterator]: text }, beside: files.beside() };
}

/** The parts of the site by what becomes of them here. */
function gather(loaded: LoadedCourse, parts: SiteParts) {
  const { site, pieces } = sitePieces(loaded, parts, () => PORTABLE_ROOT);
  const pages: SitePage[] = [];
  const retired: string[] = [];
  const styles: string[] = [];
  const scripts: string[] = [];
  /** The files of the author: their paths below the course by their places in the site. */
  const sources = new Map<string, string>();
  let icon = '';
  for (const piece of pieces) {
    if (piece.type === 'page') {
      pages.push(piece.page);
      continue;
    }
    if (piece.type === 'retired') {
      retired.push(piece.path);
      continue;
    }
    const { path, content } = piece.file;
    if (typeof content === 'string') {
      if (piece.type === 'style') styles.push(content);
      else if (piece.type === 'script') scripts.push(content);
      else if (piece.type === 'icon') icon = `data:image/svg+xml;base64,${parts.base64(content)}`;
    } else if ('copy' in content) sources.set(path, content.copy);
  }
  return { site, pages, retired, styles, scripts, sources, icon };
}

/** Questions that are drawn bring their own HTML. */
function formsOf({ questions = [] }: SitePage): string {
  return questions.map(({ form }) => form ?? '').join('');
}

/** The course with the paths of its pages in the place of their files. */
function withPaths(course: SiteView['course']): Course {
  const items = course.items.map((item) =>
    item.kind === 'section' ? item : { ...item, href: pathOf(item.href) },
  );
  return { ...course, items };
}

function baseName(path: string | undefined): string | undefined {
  return path?.slice(path.lastIndexOf('/') + 1);
}
