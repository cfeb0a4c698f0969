import { rootOf } from '../../../templates/site/document.ts';
import type { SiteView } from '../../../templates/site/types.ts';
import { langAttribute } from '../../../templates/site/words.ts';
import { escapeHtml } from '../../compile/escape.ts';
import { NOT_FOUND, PORTABLE_ROOT, pathOf } from '../../model/portable.ts';
import type { Html } from '../../model/question.ts';
import type { SitePage } from '../pieces.ts';
import { rewritePage } from './rewrite.ts';

/** A page as the file stores it. */
export interface StoredPage {
  readonly page: SitePage;
  /** `src/model/portable.ts` */
  readonly path: string;
  readonly main: Html;
  readonly aside: Html;
}

/** `nameOf`: what a file of the author is saved as. */
export function storedPage(page: SitePage, nameOf: (place: string) => string | undefined): StoredPage {
  const path = pathOf(page.path);
  const rewriting = { path, root: rootOf(page.path), nameOf };
  return {
    page,
    path,
    main: rewritePage(page.main, rewriting),
    aside: rewritePage(page.aside ?? '', rewriting),
  };
}

/** What shows for addresses that name no page. */
export function missingPage(site: SiteView): StoredPage {
  const { notFound, notFoundTitle, notFoundText } = site.words;
  return lostPage(site, NOT_FOUND, notFound, '<p class="eyebrow">404</p>', notFoundTitle, notFoundText);
}

/** What shows at the address of a page that was retired. */
export function retiredPage(site: SiteView, path: string): StoredPage {
  const { retiredTitle, retiredText } = site.words;
  return lostPage(site, pathOf(path), retiredTitle, '', retiredTitle, retiredText);
}

function lostPage(
  { course, words }: SiteView,
  path: string,
  title: string,
  above: Html,
  heading: string,
  text: string,
): StoredPage {
  const lang = langAttribute(words);
  const main =
    `<article><header class="page-head">${above}<h1${lang}>${escapeHtml(heading)}</h1>` +
    `<p class="lead"${lang}>${escapeHtml(text)}</p></header>` +
    `<p${lang}><a class="button primary" href="${PORTABLE_ROOT}">${escapeHtml(words.toStart(course.title))}</a></p></article>`;
  return { page: { kind: 'not-found', path: `${path}.html`, title, main }, path, main, aside: '' };
}
