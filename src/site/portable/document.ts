import { html } from '../../../templates/site/raw.ts';
import { footer, header } from '../../../templates/site/shell.tsx';
import type { PageKind, SiteView } from '../../../templates/site/types.ts';
import { langAttribute } from '../../../templates/site/words.ts';
import { escapeHtml } from '../../compile/escape.ts';
import { idPrefix, PORTABLE_MARKER, PORTABLE_ROOT } from '../../model/portable.ts';
import type { Html } from '../../model/question.ts';
import type { SharedFile } from './files.ts';
import type { StoredPage } from './page.ts';
import { rewritePage } from './rewrite.ts';

/** The pages that can be read where no script runs; the others are about progress. */
const READABLE: ReadonlySet<PageKind> = new Set(['home', 'module', 'quiz', 'glossary']);

/** The pieces of the portable edition's document. */
export interface PortableDocument {
  readonly header: Html;
  readonly footer: Html;
  readonly beforePages: Html;
  readonly afterPages: Html;
  start(head: { readonly policy: string; readonly css: string; readonly icon: string }): string;
  page(page: StoredPage, sealed: string | undefined): Html;
  /** The frame of the column of contents, for the pages that have one. */
  contents(frame: Html): Html;
  file(file: SharedFile): Html;
  end(scripts: readonly string[]): string;
}

/**
 * Makes them for a site. Pages stand in `<noscript>`: where scripts run that is text, which costs nothing until its page
 * is asked for, and where none run it is the whole course, page below page.
 */
export function createPortableDocument(site: SiteView): PortableDocument {
  const { course, language, settings, words } = site;
  const own = (text: Html) =>
    rewritePage(text, { path: undefined, root: PORTABLE_ROOT, nameOf: () => undefined });
  const description = course.description ?? '';
  return {
    header: own(html(header(site, PORTABLE_ROOT))),
    footer: own(html(footer(site, PORTABLE_ROOT))),
    beforePages: `<div class="layout">\n<main id="main" tabindex="-1">\n<noscript><p class="no-script"${langAttribute(words)}>${escapeHtml(words.noScript)}</p></noscript>\n`,
    afterPages: '</main>\n</div>\n',
    start: ({ policy, css, icon }) =>
      `<!doctype html>\n<html class="no-js" lang="${escapeHtml(language.tag)}" dir="${language.direction}">\n<head>\n` +
      '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
      `<meta name="generator" content="${escapeHtml(site.generator)}">\n${PORTABLE_MARKER}\n` +
      `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">\n` +
      `<title>${escapeHtml(course.title)}</title>\n` +
      (description && `<meta name="description" content="${escapeHtml(description)}">\n`) +
      (settings.url === undefined ? '' : `<link rel="canonical" href="${escapeHtml(settings.url)}">\n`) +
      '<meta name="color-scheme" content="light dark">\n' +
      `<meta name="theme-color" content="${site.themeColors.light}" media="(prefers-color-scheme: light)">\n` +
      `<meta name="theme-color" content="${site.themeColors.dark}" media="(prefers-color-scheme: dark)">\n` +
      `<script>${site.headScript}</script>\n<style>${css}</style>\n` +
      `<link rel="icon" href="${icon}">\n</head>\n<body data-page="home" data-root="${PORTABLE_ROOT}">\n`,
    page: (stored, sealed) => {
      const { page, path, main, aside } = stored;
      const tag = READABLE.has(page.kind) ? 'noscript' : 'template';
      const data =
        sealed === undefined
          ? ''
          : `<script type="application/json" id="${escapeHtml(idPrefix(path))}page-data">${JSON.stringify({ item: page.item ?? null, sealed })}</script>`;
      const of = page.item === undefined ? '' : ` data-of="${escapeHtml(page.item)}"`;
      const inside =
        `<section class="portable-page" id="/${escapeHtml(path)}">\n${main}\n${data}</section>` +
        (aside && `<template>${aside}</template>`);
      return (
        `<${tag} data-path="${escapeHtml(path)}" data-kind="${page.kind}"${of} data-name="${escapeHtml(page.title)}"` +
        `${page.contents === undefined && page.kind !== 'not-found' ? '' : ' data-framed'}>` +
        `${unended(inside)}</${tag}>\n`
      );
    },
    contents: (frame) => `<template data-contents>${own(frame)}</template>\n`,
    file: ({ place, type, base64 }) =>
      `<script type="text/plain" data-file="${escapeHtml(place)}" data-type="${type}">${base64}</script>\n`,
    end: (scripts) => `${scripts.map((text) => `<script>${text}</script>\n`).join('')}</body>\n</html>\n`,
  };
}

/** In text a `<` is a reference, so what could end the element too early can only stand in an attribute. */
function unended(text: Html): Html {
  return text.replace(/<\/(?=noscript)/gi, '&lt;/');
}

/** A script or a style sheet as an element holds it: nothing in it ends the element. The escape is one of JSON, too: `course diff` reads the manifest. */
export function closed(text: string, element: 'script' | 'style'): string {
  return text.replace(new RegExp(`<(?=/${element}|!--)`, 'gi'), element === 'script' ? '\\u003c' : '\\3c ');
}
