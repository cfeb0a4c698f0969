import type { Course } from '../model/course.ts';
import type { Advice } from '../path/view.ts';
import { late, load, whenHere } from './late.ts';
import { learnerKey, learnerOf, profileOf } from './people/learner.ts';
import { Progress } from './progress.ts';
import { openStore } from './store/store.ts';

/** Opens what the learner did, and keeps it up to date for as long as the document is open. */
export function begin(course: Course): Progress {
  const learner = learnerOf(course.id);
  const around = {
    local: () => localStorage,
    database: () => indexedDB,
    channel: (name: string) => new BroadcastChannel(name),
    now: Date.now,
    random: () =>
      Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => (byte % 36).toString(36)).join(''),
    later: (run: () => void, delay: number) => void setTimeout(run, delay),
    late: (quiet?: boolean) => load('storage', !quiet),
  };
  const store = openStore(course.id, around, profileOf(learner));
  // Few pages ask why something is locked, and where else to go on.
  const advice: Advice = {
    reasonsFor: (evaluation, at) => late('locked')?.reasonsFor(evaluation, at) ?? [],
    goOn: (evaluation, byId) => late('locked')?.goOn(evaluation, byId),
  };
  guardDoubleClicks();
  // Somebody else may be learning by now: nothing more of theirs goes where this page keeps what it hears of.
  const follow = () => {
    const now = learnerOf(course.id);
    if (now !== undefined && now !== (learner ?? '')) location.reload();
    else store.refresh();
  };
  addEventListener('storage', ({ key, newValue }) => {
    if (key === learnerKey(course.id)) follow();
    else store.heard(key, newValue);
  });
  // A page that slept in the back-forward cache, or in the background, may have missed what other tabs did.
  addEventListener('pageshow', (event) => {
    if (event.persisted) follow();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') follow();
  });
  const progress = new Progress(course, store, Date.now, advice, learner);
  if (course.renamed) whenHere('names', (names) => progress.follow(names(course, store)));
  return progress;
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
