import { isFirefox } from '../firefox.ts';
import type { Page } from '../page.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import { forgets } from './forgets.ts';
import { SAVED, saveFile, workIn } from './save.ts';

/** Whether the browser keeps progress, in words, and a reminder where it is known to forget. */
export interface KeepingPart {
  /** Whether the browser promised to keep what it has, and where that is for this file alone; in Firefox, which asks its user, a way to ask for it. */
  status(page: Page, place: HTMLElement): Promise<void>;
  /** Reminds of saving a file, after real work since the last one, in `[data-slot=reminder]`. */
  remind(page: Page): Promise<void>;
}

/** The note with how much was done when the reminder was put away. */
const REMINDED = 'reminded';
/** So many things are done before there is a first reminder, and another one. */
const FIRST = 5;
const AGAIN = 25;

export function keepingPart({ button, fill, h, row, slot }: Tools): KeepingPart {
  const text = words.keeping;
  return {
    async status(page, place) {
      const isKept = await persisted();
      // Nothing is kept now, which stands at the top of the page.
      if (page.progress.store.trouble()) return fill(place);
      const ask = async () => {
        const granted = await navigator.storage.persist();
        const outcome = granted ? text.granted : text.denied;
        fill(place, h('p', { tabindex: -1 }, outcome));
        const said = place.firstElementChild;
        if (said instanceof HTMLElement) said.focus();
        page.announce(outcome);
      };
      // Firefox takes each file for a site of its own; the pages of the portable edition are one.
      const isOfPlace = location.protocol === 'file:' && page.signal !== undefined && isFirefox();
      const canAsk = !isKept && isFirefox() && navigator.storage !== undefined;
      fill(
        place,
        h('p', {}, isKept ? text.promised : text.open, isOfPlace && ` ${text.place}`),
        canAsk && row(button(text.ask, () => void ask())),
      );
    },
    async remind({ progress }) {
      const place = slot('reminder');
      const why = await forgets();
      if (!place || !why || (why === 'safari' && (await persisted()))) return;
      await progress.store.ready;
      if (!place.hidden) return;
      const { store } = progress;
      const work = workIn(progress);
      const since = (name: string) => {
        const note = store.note(name);
        return typeof note === 'number' ? work - note : undefined;
      };
      if ((since(SAVED) ?? work) < FIRST || (since(REMINDED) ?? AGAIN) < AGAIN) return;
      const close = () => {
        const hadFocus = place.contains(document.activeElement);
        fill(place);
        if (hadFocus) document.querySelector<HTMLElement>('main')?.focus();
      };
      const save = () => {
        saveFile(h, progress);
        close();
      };
      const later = () => {
        store.keep(REMINDED, work);
        close();
      };
      fill(
        place,
        h('p', {}, text[why]),
        row(button(words.storage.save, save), button(text.later, later, 'button quiet')),
      );
    },
  };
}

async function persisted(): Promise<boolean> {
  try {
    return await navigator.storage.persisted();
  } catch {
    // Not there without HTTPS, or refused: nothing was promised.
    return false;
  }
}
