/** The runtime: reads the course from `window.coursewright` and brings the page to life. */

import type { View } from '../path/types.ts';
import type { Explain } from '../path/view.ts';
import { announcer } from './announce.ts';
import { courseApi } from './api.ts';
import { gate } from './gate.ts';
import { showItems } from './items.ts';
import { late, loading, onArrival, whenHere } from './late.ts';
import { type Next, nextSlot } from './next.ts';
import { isSeparate, showNotice } from './notice.ts';
import { isPageItem, type Page, type PageItem, rootOf } from './page.ts';
import type { Show } from './page-part.ts';
import { showShare } from './place.ts';
import { Progress } from './progress.ts';
import { buildSidebar } from './sidebar.ts';
import { openStore } from './store/store.ts';
import { tools } from './tools.ts';
import { sealedQuestions, unseal } from './unseal.ts';

const manifest = window.coursewright;
if (manifest && manifest.course.format === 1) run(manifest.course);
else console.error('Coursewright: course.js is missing or of another version.');

function run(course: NonNullable<typeof manifest>['course']): void {
  const store = openStore(course.id, {
    local: () => localStorage,
    database: () => indexedDB,
    channel: (name) => new BroadcastChannel(name),
    now: Date.now,
    random: () =>
      Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 36).toString(36)).join(''),
  });
  // Few pages ask why something is locked.
  const explain: Explain = (evaluation, at) => late('locked')?.explain(evaluation, at) ?? [];
  const progress = new Progress(course, store, Date.now, explain);
  const item = progress.items.get(document.body.dataset.pageItem ?? '');
  const page: Page = {
    progress,
    root: rootOf(document.body),
    item: isPageItem(item) ? item : undefined,
    questions: [],
    announce: announcer(),
  };
  window.course = courseApi(progress);

  const separate = isSeparate();
  const show = () => {
    for (const part of parts) part();
  };
  const parts = partsOf(page, separate, show);
  onArrival(show);
  buildSidebar(page, () => showItems(page));
  show();

  progress.onChange((view, before, change) => {
    show();
    if ((change === 'recorded' || change === 'date') && isNews(view, before))
      whenHere('locked', ({ news }) => page.announce(news(progress, view, before)));
    document.dispatchEvent(new CustomEvent('course:change', { detail: { view } }));
  });
  guardDoubleClicks();
  addEventListener('storage', (event) => store.heard(event.key, event.newValue));
  // A page that slept in the back-forward cache, or in the background, may have missed what other tabs did.
  addEventListener('pageshow', (event) => {
    if (event.persisted) store.refresh();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') store.refresh();
  });
}

/** Has something opened, or was something reached or gone through again? */
function isNews(view: View, before: View): boolean {
  const state = ({ items, badges, finished }: View) =>
    JSON.stringify([items.map(({ status, quiz }) => `${status} ${quiz?.toReview}`), badges, finished]);
  return state(view) !== state(before);
}

/** The second half of a double click must not hit what came where the first one's control was. */
function guardDoubleClicks(): void {
  let hit: EventTarget | null = null;
  const guard = (event: MouseEvent) => {
    if (event.detail < 2) hit = event.target;
    // Gone from the page, or hidden in it.
    else if (hit instanceof Element && !hit.getClientRects().length) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  addEventListener('click', guard, true);
}

/** The parts of a page, each of which brings itself up to date. */
function partsOf(page: Page, separate: boolean, changed: Show): Show[] {
  const { progress, item } = page;
  const parts: Show[] = [() => showNotice(progress, separate), () => showShare(page)];
  const next = item && nextSlot(page, item);
  if (item && next) parts.push(itemParts(page, item, next, separate));
  parts.push(pagePart(page, next, changed));
  // Last, so that it also reaches the entries that the others made.
  parts.push(() => showItems(page));
  return parts;
}

/** What only this kind of page needs. Where there are questions it comes once they were read, and `changed` is called. */
function pagePart(page: Page, next: Next | undefined, changed: Show): Show {
  const part = window.coursewrightPages?.[document.body.dataset.page ?? ''];
  const sealed = sealedQuestions();
  let show = sealed ? undefined : part?.(page, tools, next);
  if (sealed)
    loading.set(
      'questions',
      unseal(sealed)
        .catch((error: unknown) => {
          // The part says on the page that its questions are missing.
          console.error('Coursewright: questions:', error);
          return [];
        })
        .then((questions) => {
          show = part?.({ ...page, questions }, tools, next);
          changed();
        }),
    );
  return () => show?.();
}

/** What a module and a quiz have in common: the gate, the way on, the visit that is recorded. */
function itemParts(page: Page, item: PageItem, next: Next, separate: boolean): Show {
  const { progress } = page;
  const isOpen = gate(page, separate);
  let ready = false;
  let entered = false;
  const show = () => {
    const open = isOpen();
    next.show(open);
    if (!ready || !open || entered) return;
    entered = true;
    enter(page, item.id);
  };
  // Not before the replica was read: what a killed browser lost in localStorage may stand there.
  void progress.store.ready.then(() => {
    ready = true;
    show();
  });
  return show;
}

/** Records that the learner is here, unless that is known: the first visit, and each return to unfinished work. */
function enter(page: Page, id: string): void {
  const { progress } = page;
  const found = progress.item(id);
  const last = progress.last((event) => event.type === 'opened');
  const isPlace = last?.type === 'opened' && last.item === id;
  if (found && (!found.opened || (found.status === 'open' && !isPlace)))
    progress.record({ type: 'opened', item: id });
}
