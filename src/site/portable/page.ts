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
export function missingPage({ course, words }: SiteView): StoredPage {
  const lang = langAttribute(words);
  const main =
    `<article><header class="page-head"><p class="eyebrow">404</p><h1${lang}>${escapeHtml(words.notFoundTitle)}</h1>` +
    `<p class="lead"${lang}>${escapeHtml(words.notFoundText)}</p></header>` +
    `<p${lang}><a class="button primary" href="${PORTABLE_ROOT}">${escapeHtml(words.toStart(course.title))}</a></p></article>`;
  const page: SitePage = { kind: 'not-found', path: `${NOT_FOUND}.html`, title: words.notFound, main };
  return { page, path: NOT_FOUND, main, aside: '' };
}
