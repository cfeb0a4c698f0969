/** Milliseconds without scrolling after which the place is kept for a reload. */
const PAUSE = 400;

/** Where the learner was on each page of the history, since a page that was swapped in has another height at first. */
export interface Places {
  /** The page is left for the entry that is current now. */
  leave(): void;
  /** Where the current entry was left; undefined for a new one. */
  back(): number | undefined;
}

/** Keeps them in memory by the number that each entry of the history carries, and the last one in the entry itself for a reload. */
export function rememberPlaces(): Places {
  history.scrollRestoration = 'manual';
  const tops = new Map<number, number>();
  let current = entry()?.number ?? 0;
  /** Where the page was when a link was clicked: a link within it moves it before anything else is told. */
  let clicked: number | undefined;

  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link?.hash && !event.defaultPrevented) clicked = scrollY;
  });
  // Browsers ignore what a page writes here while it is closed, and count how often it writes.
  let pause: ReturnType<typeof setTimeout> | undefined;
  addEventListener('scroll', () => {
    clicked = undefined;
    clearTimeout(pause);
    pause = setTimeout(keep, PAUSE);
  });

  function keep(): void {
    history.replaceState({ number: current, top: scrollY }, '');
  }

  return {
    leave() {
      clearTimeout(pause);
      tops.set(current, clicked ?? scrollY);
      clicked = undefined;
    },
    back() {
      const known = entry();
      current = known?.number ?? current + 1;
      history.replaceState({ ...known, number: current }, '');
      return known && (tops.get(current) ?? known.top ?? 0);
    },
  };
}

/** What the history keeps for the current entry; another script may have put something else there. */
function entry(): { readonly number: number; readonly top: number | undefined } | undefined {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('number' in state) || typeof state.number !== 'number')
    return undefined;
  return {
    number: state.number,
    top: 'top' in state && typeof state.top === 'number' ? state.top : undefined,
  };
}
