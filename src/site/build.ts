import { createDocument, rootOf } from '../../templates/site/document.ts';
import { favicon } from '../../templates/site/favicon.ts';
import { completePage } from '../../templates/site/pages/complete.tsx';
import { glossaryPage } from '../../templates/site/pages/glossary.tsx';
import { homePage } from '../../templates/site/pages/home.tsx';
import { mapPage } from '../../templates/site/pages/map.tsx';
import { NOT_FOUND_SCRIPT, NOT_FOUND_STYLE, notFoundPage } from '../../templates/site/pages/not-found.ts';
import { progressPage } from '../../templates/site/pages/progress.tsx';
import { createContents } from '../../templates/site/place.tsx';
import type { PageItem, PageKind, SiteView } from '../../templates/site/types.ts';
import { pageWords } from '../../templates/site/words.ts';
import type { LoadedCourse } from '../load/loaded.ts';
import { resolveRef } from '../load/resolve.ts';
import type { Course } from '../model/course.ts';
import type { OutputFile } from '../model/output.ts';
import type { QuestionType } from '../questions/question.ts';
import { accentOf, DEFAULT_ACCENT, GROUNDS } from './accent.ts';
import { correctedQuestions, correctionsScript } from './corrections.ts';
import { editionFile, publishedSoFar, retiredPaths } from './edition.ts';
import { renderItem } from './item.ts';
import { createLinker, type LinkContext } from './link.ts';
import { manifestScript } from './manifest.ts';
import { planMaps } from './maps.ts';
import { gatherMedia, type Media } from './media.ts';
import { movedPages } from './moved.ts';
import type { SiteParts } from './parts.ts';
import type { Piece, SitePage } from './pieces.ts';
import { createPlaces } from './place.ts';
import { CAPTIONS, contentPolicy } from './policy.ts';
import { seal } from './seal.ts';
import { summarise } from './summary.ts';
import { themeCss } from './theme.ts';

/** Replaces `no-js` before the first paint. Its hash stands in every page's policy. */
const HEAD_SCRIPT = "document.documentElement.className='js'";

/** The late bundles that nearly every page of a kind asks for: these have them from the start. */
const EXPECTED: Readonly<Partial<Record<PageKind, readonly string[]>>> = {
  home: ['locked'],
  map: ['locked'],
};

/**
 * Every file of a course's site. Pure: the same course and parts give the same files, in the same order. Pages
 * come one by one, so that they can be written while the next are made.
 *
 * @throws Error when the course could not be loaded: lint refuses such a course before.
 */
export function* buildSite(loaded: LoadedCourse, parts: SiteParts): Generator<OutputFile, void> {
  const { site, pieces } = sitePieces(loaded, parts);
  const document = createDocument(site);
  const headHash = parts.sha256(HEAD_SCRIPT);
  for (const piece of pieces) {
    // In files of their own these are among the plain ones.
    if (piece.type === 'retired') continue;
    if (piece.type !== 'page') {
      yield piece.file;
      continue;
    }
    const { origins = [], questions = [], ...page } = piece.page;
    const html = page.main + questions.map(({ form }) => form ?? '').join('');
    const policy = contentPolicy({
      scripts: [headHash],
      connect: parts.devScript !== undefined,
      html,
      origins,
    });
    const sealed = questions.length > 0 ? { sealed: seal(questions, parts.base64) } : {};
    yield { path: page.path, content: document({ ...page, ...sealed, policy }) };
  }
}

/**
 * The same before it takes the form of files: pages as their parts, scripts and styles by what they are. `rootOf` gives
 * the way from a page to the site's root.
 */
export function sitePieces(
  loaded: LoadedCourse,
  parts: SiteParts,
  wayToRoot: (path: string) => string = rootOf,
): { readonly site: SiteView; readonly pieces: Generator<Piece, void> } {
  const { course, settings } = loaded;
  if (course === undefined) throw new Error('A site needs a course: build only what lint accepts.');
  const media = gatherMedia(parts.asset);
  const named = (stem: string, extension: string, text: string): OutputFile => ({
    path: `assets/${stem}.${shortHash(parts.sha256(text))}.${extension}`,
    content: text,
  });

  const linked = withBadgeImages(loaded, course, media);
  const theme = themeCss(loaded, media, parts.text);
  const accent = accentOf(settings.theme.accent ?? DEFAULT_ACCENT);
  const logo = settings.theme.logo === undefined ? undefined : mediaOf(loaded, settings.theme.logo, media);
  const styles = [
    named('site', 'css', parts.css),
    ...(theme === undefined ? [] : [named('theme', 'css', theme)]),
  ];
  const runtime = named('runtime', 'js', parts.runtime);
  const icon = named('icon', 'svg', favicon(accent.light.fill, accent.light.onFill));
  const questions = new Map<QuestionType, OutputFile>(
    [...parts.questions].map(([type, { name, text }]) => [type, named(name, 'js', text)]),
  );
  const pageScripts = new Map<PageKind, OutputFile>(
    [...parts.pages].map(([kind, { name, text }]) => [kind, named(name, 'js', text)]),
  );
  const late = new Map(
    [...parts.late].map(([name, bundle]) => [name, named(bundle.name, 'js', bundle.text)]),
  );
  const corrections = correctedQuestions(loaded, course);
  if (corrections.length > 0) {
    const names = [...questions].map(([type, { path }]) => [type, fileName(path)] as const);
    const text = correctionsScript(corrections, new Map(names), parts.base64);
    late.set('corrections', named('corrections', 'js', text));
  }
  const scriptsOf = (
    kind: PageKind,
    types: readonly QuestionType[] = [],
    expected = EXPECTED[kind] ?? [],
  ) => {
    const files = [
      // Before anything is shown, what the learner did has to be found under today's names.
      ...(course.renamed ? [late.get('names')] : []),
      // The home page has the map.
      ...(kind === 'home' ? [] : [late.get('sidebar')]),
      ...types.map((type) => questions.get(type)),
      ...expected.map((name) => late.get(name)),
      pageScripts.get(kind),
    ];
    return [...new Set(files.flatMap((file) => file?.path ?? []))];
  };
  const usedTypes = new Set<QuestionType>();

  const words = pageWords(course.language);
  const site: SiteView = {
    course: linked,
    settings,
    language: { tag: course.language, direction: directionOf(course.language) },
    words,
    hasGlossary: loaded.glossary.length > 0,
    ...(logo !== undefined && { logo }),
    icon: icon.path,
    styles: styles.map((file) => file.path),
    // The preview's script says to the runtime what to show, so it comes first.
    scripts: ['course.js', ...(parts.devScript === undefined ? [] : [parts.devScript]), runtime.path],
    late: new Map([...late].map(([name, { path }]) => [name, path])),
    headScript: HEAD_SCRIPT,
    themeColors: { light: GROUNDS.light.page, dark: GROUNDS.dark.page },
    generator: `Coursewright ${parts.version}`,
  };
  const file = (page: SitePage): Piece => ({ type: 'page', page });

  const places = createPlaces(course);
  const contents = createContents(words);
  const pages = course.items.filter(
    (item): item is PageItem => item.kind !== 'section' && hasSource(loaded, item),
  );
  const context: LinkContext = {
    loaded,
    media,
    transcript: parts.transcript,
    captions: (path) => inlineCaptions(parts, path),
    words,
    hrefs: new Map(pages.map((item) => [item.id, item.href])),
  };

  const pieces = function* (): Generator<Piece, void> {
    const { modules, quizzes, way } = summarise(loaded);
    const [first] = pages;
    yield file({
      kind: 'home',
      scripts: scriptsOf('home'),
      path: 'index.html',
      title: course.title,
      ...(course.description !== undefined && { description: course.description }),
      main: homePage(site, {
        start: first === undefined ? undefined : { item: first, href: first.href },
        modules,
        quizzes,
        way,
        competencies: course.competencies,
      }),
    });

    const items = new Map(course.items.map((item) => [item.id, item]));
    for (const picture of planMaps(course)) {
      const { path, section } = picture;
      yield file({
        kind: 'map',
        scripts: scriptsOf('map'),
        path,
        title: section.id === course.pathway ? words.mapAsPicture : section.title,
        main: mapPage(site, items, picture, wayToRoot(path)),
      });
    }

    for (const item of pages) {
      const place = places(item);
      const root = wayToRoot(item.href);
      const rendered = renderItem(item, place, context, root);
      for (const type of rendered.types) usedTypes.add(type);
      yield file({
        ...rendered.page,
        contents: contents(place, item.id, root),
        kind: item.kind,
        path: item.href,
        item: item.id,
        title: item.title,
        origins: rendered.origins,
        scripts: scriptsOf(item.kind, rendered.types, rendered.late),
        questions: rendered.questions,
      });
    }

    const around = contents(undefined, undefined, '');
    const plain = { contents: around };
    yield file({
      ...plain,
      kind: 'progress',
      scripts: scriptsOf('progress'),
      path: 'progress.html',
      title: words.yourProgress,
      main: progressPage(site),
    });
    yield file({
      ...plain,
      kind: 'complete',
      scripts: scriptsOf('complete'),
      path: 'complete.html',
      title: words.certificate,
      main: completePage(site),
    });
    if (site.hasGlossary) {
      const { link, origins } = createLinker(context, 'glossary.yaml', loaded.refs, '');
      const collator = new Intl.Collator(course.language);
      const main = glossaryPage(
        [...loaded.glossary].sort((a, b) => collator.compare(a.term, b.term)),
        link,
        words,
      );
      yield file({
        kind: 'glossary',
        scripts: scriptsOf('glossary'),
        path: 'glossary.html',
        title: words.glossary,
        origins,
        contents: around,
        main,
      });
    }
    const missing = contentPolicy({
      scripts: [parts.sha256(NOT_FOUND_SCRIPT)],
      styles: [parts.sha256(NOT_FOUND_STYLE)],
    });
    const manifest = manifestScript(linked, { title: course.title, version: settings.version ?? '' });
    yield { type: 'plain', file: { path: '404.html', content: notFoundPage(site, missing) } };
    const edition = publishedSoFar(loaded, course);
    const retired = retiredPaths(edition);
    for (const moved of movedPages(site, pages, retired, parts.sha256)) yield { type: 'plain', file: moved };
    yield { type: 'plain', file: { path: 'course.js', content: manifest } };
    yield { type: 'plain', file: editionFile(edition) };
    for (const path of retired) yield { type: 'retired', path };
    for (const style of styles) yield { type: 'style', file: style };
    yield { type: 'runtime', file: runtime };
    yield { type: 'icon', file: icon };
    const bundles = [...questions].filter(([type]) => usedTypes.has(type)).map(([, bundle]) => bundle);
    const scripts = [...bundles, ...pageScripts.values(), ...late.values()];
    for (const script of new Map(scripts.map((bundle) => [bundle.path, bundle])).values())
      yield { type: 'script', file: script };
    for (const medium of media.files()) yield { type: 'media', file: medium };
  };
  return { site, pieces: pieces() };
}

/** UTF-16 units; an hour of speech comes to about 60,000. */
const MAX_INLINE_CAPTIONS = 200_000;

/**
 * Captions go into the page, since Chromium refuses caption files on `file://`: every local file is a site of
 * its own there, and text tracks may not come from another one.
 */
function inlineCaptions(parts: SiteParts, path: string): string | undefined {
  if (!/\.vtt$/i.test(path)) return undefined;
  const text = parts.text(path);
  return text.length > MAX_INLINE_CAPTIONS ? undefined : CAPTIONS + parts.base64(text);
}

function hasSource(loaded: LoadedCourse, item: PageItem): boolean {
  return item.kind === 'module' ? loaded.pages.has(item.id) : loaded.quizzes.has(item.id);
}

/** The course with its badge images where the site keeps them; those that do not exist are left out. */
function withBadgeImages(loaded: LoadedCourse, course: Course, media: Media): Course {
  const badges = course.badges.map(({ image, ...badge }) => {
    const place = image === undefined ? undefined : mediaOf(loaded, image, media);
    return place === undefined ? badge : { ...badge, image: place };
  });
  return { ...course, badges };
}

function mediaOf(loaded: LoadedCourse, target: string, media: Media): string | undefined {
  const to = resolveRef(loaded, 'course.yaml', { kind: 'image', target });
  return to.type === 'asset' ? media.use(to.path) : undefined;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Ten letters and digits of a digest: enough for a file name. */
function shortHash(digest: string): string {
  return digest
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 10)
    .toLowerCase();
}

const RIGHT_TO_LEFT = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'he',
  'nqo',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);
const RIGHT_TO_LEFT_SCRIPTS = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm']);

/** The direction that a language is written in; its script subtag decides where there is one. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const [language = '', ...subtags] = tag.split('-');
  const script = subtags.find((subtag) => /^[A-Za-z]{4}$/.test(subtag));
  const isRtl =
    script === undefined
      ? RIGHT_TO_LEFT.has(language.toLowerCase())
      : RIGHT_TO_LEFT_SCRIPTS.has(script.charAt(0).toUpperCase() + script.slice(1).toLowerCase());
  return isRtl ? 'rtl' : 'ltr';
}
