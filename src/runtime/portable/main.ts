/** The runtime of the portable edition: one document that shows one page at a time, by the hash of its address. */
import { NOT_FOUND } from '../../model/portable.ts';
import { begin } from '../begin.ts';
import { all, fill, one, setAttribute, slot } from '../dom.ts';
import { enliven } from '../enliven.ts';
import type { ChangeListener, Progress } from '../progress.ts';
import * as words from '../words.ts';
import { type Asked, askedBy, hashOf, pathNow } from './address.ts';
import { openFiles } from './files.ts';
import { type StoredPage, takePages } from './pages.ts';
import { rememberPlaces } from './scroll.ts';

const manifest = window.coursewright;
const main = one('main');
try {
  if (manifest?.course.format !== 1 || !main) throw new Error('The course is missing or of another version.');
  open(begin(manifest.course), main);
} catch (error) {
  // No page shows by itself in one file: what is missing is said.
  console.error('Coursewright:', error);
  fill(slot('notice'), words.late.missing);
}

function open(progress: Progress, main: HTMLElement): void {
  const pages = takePages();
  const files = openFiles();
  const places = rememberPlaces();
  const frame = document.querySelector<HTMLTemplateElement>('template[data-contents]');
  const layout = main.parentElement;
  const courseTitle = document.title;
  let shown: StoredPage | undefined;
  let life = new AbortController();
  let changed: ChangeListener = () => undefined;

  progress.onChange((...change) => changed(...change));
  // Feedback, badges and the like come later.
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes)
        if (node instanceof Element && node.parentElement) files.resolve(node.parentElement);
  }).observe(document.body, { childList: true, subtree: true });
  files.resolve(document);

  go();
  addEventListener('hashchange', go);
  // A link to where the page is already: the address does not change, and nothing tells of it.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link?.hash || event.defaultPrevented || link.hash !== location.hash) return;
    event.preventDefault();
    reach(askedBy(link.hash).anchor, true);
  });

  /** Shows what the address asks for. */
  function go(): void {
    const isFirst = shown === undefined;
    if (!isFirst) places.leave();
    const top = places.back();
    const asked = askedBy(location.hash);
    const page = pageOf(asked);
    if (page && page.path !== NOT_FOUND) canonical(page, asked);
    if (page && page !== shown) show(page);
    const lost = asked.path === undefined && !isHere(asked.anchor) ? pages.get(NOT_FOUND) : undefined;
    if (lost) show(lost);
    if (top !== undefined) scrollTo({ top, behavior: 'instant' });
    else reach(asked.anchor, !isFirst);
  }

  /** Is there such a place on the page? Browsers take `#top` and nothing for its beginning. */
  function isHere(anchor: string): boolean {
    return ['', 'top'].includes(anchor) || document.getElementById(anchor) !== null;
  }

  function pageOf({ path }: Asked): StoredPage | undefined {
    if (path === undefined) return shown ?? pages.get('');
    return pages.get(path) ?? pages.get(pathNow(path, progress.course.renamed ?? {})) ?? pages.get(NOT_FOUND);
  }

  /** One address for each place, whichever way it was written. */
  function canonical({ path }: StoredPage, asked: Asked): void {
    const hash = hashOf(path, asked);
    if (location.hash === hash || (path === '' && location.hash === '')) return;
    try {
      history.replaceState(history.state, '', hash);
    } catch {
      // A viewer that has no address of its own to change: the page shows all the same.
    }
  }

  /** Puts a page in the place of the one that shows, as going to another document would. */
  function show(page: StoredPage): void {
    // What is under way is kept: answers that are being typed, what was played.
    if (shown) dispatchEvent(new Event('pagehide'));
    for (const medium of document.querySelectorAll<HTMLMediaElement>('video, audio')) medium.pause();
    life.abort();
    life = new AbortController();
    shown = page;
    const { body } = document;
    const { main: content, aside } = page.make();
    files.release();
    files.resolve(content);
    body.dataset.page = page.kind;
    setAttribute(body, 'data-page-item', page.item);
    document.title = page.path === '' ? courseTitle : `${page.title} · ${courseTitle}`;
    for (const beside of all(':scope > :not(main)', layout ?? body)) beside.remove();
    main.replaceChildren(content);
    if (page.framed && frame) main.before(frame.content.cloneNode(true));
    main.after(aside);
    const { signal } = life;
    changed = enliven(progress, false, { signal });
  }

  /** Brings a place of the page into sight, or its beginning, with the focus for who does not see the page change. */
  function reach(anchor: string, focus: boolean): void {
    const place = anchor === '' ? undefined : (document.getElementById(anchor) ?? undefined);
    const target = place?.getClientRects().length ? place : undefined;
    if (!target) scrollTo({ top: 0, behavior: 'instant' });
    if (focus || target) {
      const element = target ?? one('h1', main) ?? main;
      if (!element.matches(':is(a[href], button, input, select, textarea, summary, [tabindex])'))
        element.tabIndex = -1;
      element.focus({ preventScroll: true });
    }
    target?.scrollIntoView({ behavior: 'instant' });
  }
}
