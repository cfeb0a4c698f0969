import type { View } from '../path/types.ts';
import { announcer } from './announce.ts';
import { courseApi } from './api.ts';
import { slot } from './dom.ts';
import { followEdition } from './edition/follow.ts';
import { gate } from './gate.ts';
import { showItems } from './items.ts';
import { loading, onArrival, whenHere } from './late.ts';
import { type Next, nextSlot } from './next.ts';
import { showNotice } from './notice.ts';
import { isPageItem, type Page, type PageItem, rootOf } from './page.ts';
import type { Show } from './page-part.ts';
import { isUnsure } from './people/learner.ts';
import { showLearner } from './people/show-learner.ts';
import { showShare } from './place.ts';
import type { ChangeListener, Progress } from './progress.ts';
import { tools } from './tools.ts';
import { sealedQuestions, unseal } from './unseal.ts';

/**
 * Brings the page in the document to life, and gives what brings it up to date after a change. `life`: its signal is
 * aborted when the page is left for another one in the same document.
 */
export function enliven(
  progress: Progress,
  separate: boolean,
  life?: { readonly signal: AbortSignal },
): ChangeListener {
  const item = progress.items.get(document.body.dataset.pageItem ?? '');
  const page: Page = {
    progress,
    root: rootOf(document.body),
    item: isPageItem(item) ? item : undefined,
    questions: [],
    announce: announcer(),
    ...life,
  };
  window.course = courseApi(progress);
  const show = () => {
    for (const part of parts) part();
  };
  const parts = partsOf(page, separate, show);
  onArrival(show);
  // Until it is here the page's neighbours stand in its place.
  if (slot('sidebar'))
    whenHere('sidebar', (build) => {
      if (!page.signal?.aborted) build(page, () => showItems(page));
    });
  show();
  void progress.store.ready.then(() => {
    if (!page.signal?.aborted) show();
  });
  return (view, before, change) => {
    show();
    if ((change === 'recorded' || change === 'date') && isNews(view, before))
      whenHere('locked', ({ news }) => page.announce(news(progress, view, before)));
    document.dispatchEvent(new CustomEvent('course:change', { detail: { view } }));
  };
}

/** Has something opened, or was something reached or gone through again? */
function isNews(view: View, before: View): boolean {
  const state = ({ items, badges, finished }: View) =>
    JSON.stringify([items.map(({ status, quiz }) => `${status} ${quiz?.toReview}`), badges, finished]);
  return state(view) !== state(before);
}

/** The parts of a page, each of which brings itself up to date. */
function partsOf(page: Page, separate: boolean, changed: Show): Show[] {
  const { item } = page;
  const parts: Show[] = [
    () => showNotice(page, separate),
    () => showLearner(page),
    () => showShare(page),
    () => followEdition(page),
  ];
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
          if (page.signal?.aborted) return;
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
  let entered = false;
  return () => {
    const open = isOpen();
    next.show(open);
    // Not before the replica was read: what a killed browser lost in localStorage may stand there.
    if (!progress.isReady || !open || entered || isUnsure(progress)) return;
    entered = true;
    enter(page, item.id);
  };
}

/** Records that the learner is here, unless that is known: the first visit, and each return to unfinished work. */
function enter(page: Page, id: string): void {
  const { progress } = page;
  const found = progress.item(id);
  const last = progress.last((event) => event.type === 'opened');
  if (found && (!found.opened || (found.status === 'open' && last?.item !== id)))
    progress.record({ type: 'opened', item: id });
}
