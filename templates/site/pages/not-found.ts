import { escapeHtml } from '../../../src/compile/escape.ts';
import { rootOf } from '../document.ts';
import type { SiteView } from '../types.ts';
import { langAttribute } from '../words.ts';

/**
 * Finds the site's root from the address that was asked for: hosts show this page at any depth. Pages of items
 * stand below `modules/` and `quizzes/`, so what comes before these is the root.
 */
export const NOT_FOUND_SCRIPT =
  "(function(){var p=location.pathname,m=/\\/(?:modules|quizzes|media|assets)\\//.exec(p),r=m?p.slice(0,m.index+1):p.slice(0,p.lastIndexOf('/')+1);document.getElementById('home').href=r})()";

export const NOT_FOUND_STYLE =
  ':root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-content:center;padding:1.5rem;box-sizing:border-box;background:#fff;color:#1c1d1f;font:1.0625rem/1.6 "Segoe UI",Roboto,"Noto Sans","Liberation Sans","Helvetica Neue",Arial,sans-serif}main{max-width:32rem}p{color:#5c6066}h1{font-size:clamp(1.75rem,6vw,2.75rem);line-height:1.1;letter-spacing:-.02em;margin:0 0 1rem}.code{font-weight:600;letter-spacing:.06em;margin:0 0 .5rem}a{color:#0b5a70;font-weight:600;text-underline-offset:.2em;display:inline-block;padding:.25rem 0}a:focus-visible{outline:3px solid;outline-offset:3px;border-radius:2px}@media (prefers-color-scheme:dark){body{background:#131416;color:#e9e8e4}p{color:#a3a7ad}a{color:#7fc9de}}';

/** The page for addresses that do not exist. It loads nothing, since it cannot know at which depth it is shown. */
export function notFoundPage(site: SiteView, policy: string): string {
  const { notFound, notFoundTitle, notFoundText } = site.words;
  const said = { name: notFound, code: '404', title: notFoundTitle, text: notFoundText };
  const home = site.settings.url;
  return home === undefined
    ? lostPage(site, policy, said, './', `<script>${NOT_FOUND_SCRIPT}</script>\n`)
    : lostPage(site, policy, said, home);
}

/** Stands at the address of a page that was retired. */
export function retiredPage(site: SiteView, path: string, policy: string): string {
  const { retiredTitle, retiredText } = site.words;
  const said = { name: retiredTitle, title: retiredTitle, text: retiredText };
  return lostPage(site, policy, said, `${rootOf(path)}index.html`);
}

interface Said {
  readonly name: string;
  readonly code?: string;
  readonly title: string;
  readonly text: string;
}

function lostPage(
  { course, language, words }: SiteView,
  policy: string,
  { name, code, title, text }: Said,
  home: string,
  script = '',
): string {
  const lang = langAttribute(words);
  return `<!doctype html>
<html lang="${escapeHtml(language.tag)}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<title>${escapeHtml(name)} · ${escapeHtml(course.title)}</title>
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<style>${NOT_FOUND_STYLE}</style>
</head>
<body data-page="not-found">
<main id="main">
${code === undefined ? '' : `<p class="code">${code}</p>\n`}<h1${lang}>${escapeHtml(title)}</h1>
<p${lang}>${escapeHtml(text)}</p>
<p${lang}><a id="home" href="${escapeHtml(home)}">${escapeHtml(words.toStart(course.title))}</a></p>
</main>
${script}</body>
</html>
`;
}
