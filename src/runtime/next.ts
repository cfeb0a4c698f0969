import type { Fact } from '../model/events.ts';
import type { ItemId } from '../model/ids.ts';
import { button, fill, h, one, row, slot } from './dom.ts';
import { late } from './late.ts';
import { type Onward, onward } from './onward.ts';
import { hrefOf, itemLink, type Page, type PageItem } from './page.ts';
import * as words from './words.ts';

/** A button that says what the learner did. */
interface Act {
  readonly text: string;
  readonly fact: Fact;
}

/** What is to be said about a page itself before the learner goes on; nothing of a quiz, which is handed in. */
export interface PageEnd {
  /** What is left to do, in words. */
  readonly toDo?: string;
  /** Does it. */
  readonly mark?: Act | undefined;
  /** Said by going on; by a button where there is nothing to go on with. */
  readonly goOn?: Act | undefined;
  /** An act of its own that comes before the way on. */
  readonly again?: Act | undefined;
}

/** The way on at the end of a page. */
export interface Next {
  /** Brings the slot up to date; `open` is false while the page's content is locked away. */
  show(open: boolean): void;
  /** Where the page leads as things stand. */
  way(): Onward;
  /** Something else that has its place at the end of the page. */
  add(element: HTMLElement): void;
  /** Has the page asked for what is to be said about it, whenever the slot is brought up to date. */
  ask(end: () => PageEnd): void;
}

/** Fills the slot at the end of a page. */
export function nextSlot(page: Page, item: PageItem): Next {
  const { progress } = page;
  const place = slot('next');
  const added: HTMLElement[] = [];
  let ask = (): PageEnd => ({});
  let way = onward(page, item, undefined);
  let shown = '';

  const act = ({ text, fact }: Act) => button(text, () => progress.record(fact), 'button primary');

  const go = (id: ItemId, text: string, style = '') => {
    const href = hrefOf(page, id, way.view);
    return href === undefined ? itemLink(page, id) : h('a', { href, class: style, 'data-go': true }, text);
  };

  function parts({ toDo, mark, goOn, again }: PageEnd, waits: readonly Node[]): Node[] {
    if (again) return [act(again)];
    const { target, choice, isBack, open, view } = way;
    const texts: Node[] = [];
    const buttons: Node[] = [];
    if (toDo) texts.push(h('p', {}, toDo));
    if (mark) buttons.push(act(mark));
    if (target !== undefined) {
      const { status, quiz } = view.byId.get(target) ?? {};
      const name = quiz?.failed ? 'backTo' : status === 'done' ? 'again' : isBack ? 'back' : 'go';
      const text = words.next[name](progress.title(target));
      buttons.push(go(target, text, mark ? 'button' : 'button primary'));
      if (open !== undefined) buttons.push(go(open, words.next.back(progress.title(open)), 'button'));
    } else if (goOn && !choice) {
      buttons.push(act(goOn));
    } else if (!choice && view.finished) {
      texts.push(h('p', {}, words.next.finished));
      const href = `${page.root}complete.html`;
      buttons.push(h('a', { class: 'button primary', href }, words.next.certificate));
    }
    if (choice) {
      texts.push(h('p', {}, words.next.choose));
      buttons.push(...choice.options.map((id) => go(id, progress.title(id), 'button')));
    }
    texts.push(...waits);
    if (buttons.length > 0) texts.push(row(...buttons));
    return texts;
  }

  return {
    show(open) {
      if (!place) return;
      const end = ask();
      way = onward(page, item, (end.goOn ?? end.again)?.fact);
      const { view, ...rest } = way;
      const found = progress.item(item.id);
      if (!open || !found) {
        shown = '';
        fill(place);
        return;
      }
      const waits = (rest.waits && late('locked')?.waits(page, view, item.id)) || [];
      const key = JSON.stringify([
        rest,
        end,
        waits.map(({ outerHTML }) => outerHTML),
        found.cleared,
        view.finished,
      ]);
      if (key === shown) return;
      shown = key;
      const hadFocus = place.contains(document.activeElement);
      const content = [...parts(end, waits), ...added.filter((element) => !element.hidden)];
      // Where there is nothing to say, no empty box.
      fill(place, content.length > 0 && h('h2', { class: 'visually-hidden' }, words.next.title), ...content);
      // The control that was used is gone: the way on takes its place.
      if (hadFocus) one('.button', place)?.focus();
    },
    way: () => way,
    add(element) {
      added.push(element);
      shown = '';
    },
    ask(end) {
      ask = end;
    },
  };
}
