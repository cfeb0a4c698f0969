import { escapeHtml } from '../../../src/compile/escape.ts';
import { rootOf } from '../document.ts';
import type { PageItem, SiteView } from '../types.ts';

/** Goes on with what the address brings: a place on the page, progress from a link. It stands after the page's one link. */
export const MOVED_SCRIPT = 'location.replace(document.links[0].href+location.search+location.hash)';

/** Stands at the address that a page had under an earlier name, and leads to the page; also without scripts, and for search engines. */
export function movedPage(site: SiteView, path: string, item: PageItem, policy: string): string {
  const { course, settings, language } = site;
  const href = escapeHtml(`${rootOf(path)}${encodeURI(item.href)}`);
  const canonical =
    settings.url === undefined ? href : escapeHtml(new URL(encodeURI(item.href), settings.url).href);
  const title = escapeHtml(item.title);
  return `<!doctype html>
<html lang="${escapeHtml(language.tag)}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<title>${title} · ${escapeHtml(course.title)}</title>
<link rel="canonical" href="${canonical}">
<meta name="color-scheme" content="light dark">
<noscript><meta http-equiv="refresh" content="0; url=${href}"></noscript>
</head>
<body>
<main>
<h1><a href="${href}">${title}</a></h1>
</main>
<script>${MOVED_SCRIPT}</script>
</body>
</html>
`;
}
