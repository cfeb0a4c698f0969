import { escapeHtml } from '../../src/compile/escape.ts';
import { html as serialise } from './raw.ts';
import { footer, header } from './shell.tsx';
import type { PageView, SiteView } from './types.ts';
import { langAttribute } from './words.ts';

/** The parts of a page that depend on its depth only, made once for each depth of a site. */
interface Shell {
  readonly styles: string;
  readonly scripts: string;
  readonly header: string;
  readonly footer: string;
}

/**
 * Makes the function that puts a page into the site's document. The document is put together as text around
 * parts that were rendered once: with thousands of pages the frame must cost next to nothing.
 */
export function createDocument(site: SiteView): (page: PageView) => string {
  const shells = new Map<string, Shell>();
  const { course, settings, language, words } = site;
  const start = `<!doctype html>\n<html class="no-js" lang="${escapeHtml(language.tag)}" dir="${language.direction}">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n`;
  const constant =
    `<meta name="color-scheme" content="light dark">\n` +
    `<meta name="theme-color" content="${site.themeColors.light}" media="(prefers-color-scheme: light)">\n` +
    `<meta name="theme-color" content="${site.themeColors.dark}" media="(prefers-color-scheme: dark)">\n` +
    `<meta name="generator" content="${escapeHtml(site.generator)}">\n` +
    `<meta property="og:site_name" content="${escapeHtml(course.title)}">\n` +
    `<script>${site.headScript}</script>\n`;

  return (page) => {
    const root = rootOf(page.path);
    let shell = shells.get(root);
    if (shell === undefined) {
      shell = makeShell(site, root);
      shells.set(root, shell);
    }
    const title = page.kind === 'home' ? course.title : `${page.title} · ${course.title}`;
    const description = page.description === undefined ? '' : escapeHtml(page.description);
    const address = settings.url === undefined ? undefined : escapeHtml(addressOf(settings.url, page.path));
    const scripts = (page.scripts ?? []).map((path) => scriptTag(root + path)).join('');
    const data = JSON.stringify({ item: page.item ?? null, sealed: page.sealed ?? '' }).replace(
      /</g,
      '\\u003c',
    );
    return (
      `${start}<meta http-equiv="Content-Security-Policy" content="${escapeHtml(page.policy)}">\n` +
      `<title>${escapeHtml(title)}</title>\n` +
      (description && `<meta name="description" content="${description}">\n`) +
      (address === undefined
        ? ''
        : `<link rel="canonical" href="${address}">\n<meta property="og:url" content="${address}">\n`) +
      `<meta property="og:title" content="${escapeHtml(page.title)}">\n` +
      (description && `<meta property="og:description" content="${description}">\n`) +
      `<meta property="og:type" content="${page.kind === 'home' ? 'website' : 'article'}">\n` +
      `${constant}${shell.styles}${shell.scripts.replace('\0', scripts)}` +
      `<script type="application/json" id="page-data">${data}</script>\n</head>\n` +
      `<body data-page="${page.kind}"${page.item === undefined ? '' : ` data-page-item="${escapeHtml(page.item)}"`} data-root="${root}">\n` +
      `${shell.header}<div class="layout">\n${page.contents ?? ''}` +
      `<main id="main" tabindex="-1">\n<noscript><p class="no-script"${langAttribute(words)}>${words.noScript}</p></noscript>\n${page.main}\n</main>\n` +
      `${page.aside ?? ''}</div>\n${shell.footer}\n</body>\n</html>\n`
    );
  };
}

/** The way from a page to the site's root: empty or `../`s. */
export function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

/** A page's full address; the home page is the folder itself. */
export function addressOf(url: string, path: string): string {
  return url + (path === 'index.html' ? '' : path.split('/').map(encodeURIComponent).join('/'));
}

function makeShell(site: SiteView, root: string): Shell {
  const [manifest, ...rest] = site.scripts;
  const runtime = rest.pop();
  return {
    styles:
      site.styles.map((path) => `<link rel="stylesheet" href="${root}${path}">\n`).join('') +
      `<link rel="icon" href="${root}${site.icon}" type="image/svg+xml">\n`,
    // Question types stand between the manifest and the runtime.
    scripts: `${manifest === undefined ? '' : scriptTag(root + manifest)}\0${rest.map((path) => scriptTag(root + path)).join('')}${runtime === undefined ? '' : scriptTag(root + runtime, lateBundles(site))}`,
    header: serialise(header(site, root)),
    footer: serialise(footer(site, root)),
  };
}

/** Where the late bundles are, seen from the runtime: they stand in the same folder. */
function lateBundles({ late }: SiteView): string {
  return [...late].map(([name, path]) => ` data-late-${name}="${path.split('/').at(-1)}"`).join('');
}

function scriptTag(address: string, attributes = ''): string {
  return `<script src="${address}" defer${attributes}></script>\n`;
}
