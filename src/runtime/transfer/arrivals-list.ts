import { button, fill, h, row } from '../dom.ts';
import { SEEN } from '../edition/seen.ts';
import type { Page } from '../page.ts';
import type { Arrival } from '../store/store.ts';
import * as words from '../words.ts';
import { following } from './following.ts';

/**
 * What was added from files and links, newest first, each with a way to undo it; brought up to date by what it gives. `say` puts
 * what came of it where the page says such things.
 */
export function arrivalsList(page: Page, place: HTMLElement, say: (...parts: Node[]) => void): () => void {
  const { store, course } = page.progress;
  const text = words.arrivals;
  const list = h('ul', { class: 'arrivals' });
  let shown = '';

  const entry = (arrival: Arrival): HTMLElement => {
    const from = fromOf(arrival);
    const date = words.moment(arrival.at, course.language);
    const undoing = h('div', { class: 'arrival-undo' });
    const item = h('li', {}, h('span', {}, text.entry(arrival.count, from, date)), undoing);
    const offer = () => {
      const open = button(text.undo, sure);
      open.setAttribute('aria-label', text.undoOf(from, date));
      fill(undoing, open);
      return open;
    };
    const sure = () => {
      say();
      const undo = async () => {
        let came = text.failed;
        try {
          await (await store.late()).undo(arrival.id, following(page.progress));
          // What corrected keys have added goes with it: it is looked for again.
          store.keep(SEEN, undefined);
          came = text.undone(arrival.count);
        } catch (error) {
          console.error('Coursewright: undo:', error);
        }
        await show();
        say(h('p', {}, came));
      };
      const now = button(text.undo, () => void undo(), 'button danger');
      fill(
        undoing,
        h('p', {}, text.takes(arrival.count)),
        row(
          now,
          button(words.transfer.cancel, () => offer().focus()),
        ),
      );
      now.focus();
    };
    offer();
    return item;
  };

  const show = async () => {
    const arrivals = [...(await store.late()).arrivals()].reverse();
    const state = JSON.stringify(arrivals.map(({ id }) => id));
    if (state !== shown) fill(list, ...arrivals.map(entry));
    shown = state;
    place.hidden = arrivals.length === 0;
  };
  place.replaceChildren(h('h3', {}, text.title), list);
  const update = () => void store.ready.then(show);
  update();
  return update;
}

/** Where it came from: made by `fromFile` and `FROM_LINK`, or by another program. */
function fromOf({ from }: Arrival): string {
  if (from === FROM_LINK) return words.arrivals.link;
  return from.startsWith(FILE) ? words.arrivals.file(from.slice(FILE.length)) : words.arrivals.script;
}

const FILE = 'file:';
export const FROM_LINK = 'link';

/** What an arrival says of the file that it came from. */
export function fromFile({ name }: File): string {
  return FILE + name.slice(0, 200);
}
