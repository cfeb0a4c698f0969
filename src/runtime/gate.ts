import { otherChoice } from '../path/order.ts';
import type { ItemView } from '../path/types.ts';
import { choicePoint } from './choice-point.ts';
import { button, fill, h, one, row, slot, steps } from './dom.ts';
import { isPreview, itemLink, linked, type Page } from './page.ts';
import { reason, reasons } from './reasons.ts';
import { asking } from './review.ts';
import * as words from './words.ts';

/**
 * Shows the page's content, or why it is locked and what opens it. Gives true when the content shows.
 * `separate`: this browser keeps every page's progress apart, so a lock can never open.
 */
export function gate(page: Page, separate: boolean): () => boolean {
  const place = slot('gate');
  const content = one('[data-content]');
  let anyway = false;
  let shown: string | undefined;
  return () => {
    const { item } = page;
    if (!item || !place) return true;
    const { view } = page.progress;
    const found = view.byId.get(item.id);
    // An item that no pathway uses has no status: nothing gates it.
    const locked = found?.status === 'locked' || found?.status === 'hidden';
    const choice = locked || !found ? undefined : choicePoint(page, view, item.id);
    const needsChoice = choice !== undefined && choice.count !== undefined && !found?.opened;
    const open = anyway || (!locked && !needsChoice);
    const shows = open || isPreview();
    if (content && content.hidden === shows) content.hidden = !shows;
    const asks = open ? asking(page, item.id) : undefined;
    const other = open ? otherChoice(page.progress.course, view, item.id) : undefined;
    // Rebuilding would take the focus from somebody who is on a link in it.
    const key = open
      ? JSON.stringify([asks, other])
      : JSON.stringify([found, view.next, choice?.options, choice?.full]);
    if (key === shown) return open;
    shown = key;
    // Whoever opened the page from its gate goes on in the page.
    if (open && place.contains(document.activeElement) && content) {
      content.tabIndex = -1;
      content.focus();
    }
    if (other) {
      // Two tabs took different ways: the one that does not count says so.
      fill(place, h('p', {}, ...linked(page, reason(page.progress, other)), words.gate.other));
      page.announce(place.textContent);
    } else if (open) fill(place, ...(asks ? reviewNotice(page, asks) : []));
    else if (needsChoice && choice) fill(place, ...choiceGate(page, choice));
    else
      fill(
        place,
        ...lockedGate(
          page,
          found?.status === 'hidden',
          separate
            ? () => {
                anyway = true;
                page.progress.record({ type: 'opened', item: item.id });
              }
            : undefined,
        ),
      );
    return open;
  };
}

function lockedGate(page: Page, hidden: boolean, anyway: (() => void) | undefined): Node[] {
  const { progress, item } = page;
  const { next } = progress.view;
  const why = item ? reasons(progress, progress.view, item.id) : [];
  const title = isPreview() ? words.gate.preview : hidden ? words.gate.hidden : words.gate.title;
  const parts: Node[] = [h('h2', {}, title)];
  if (why.length > 0) {
    parts.push(h('p', {}, words.gate.why), steps(why.map((pieces) => linked(page, pieces))));
  }
  const buttons: Node[] = [];
  if (next !== undefined && next !== item?.id)
    buttons.push(itemLink(page, next, { class: 'button primary' }, words.next.go(progress.title(next))));
  if (anyway) buttons.push(button(words.gate.anyway, anyway, 'button quiet'));
  if (buttons.length > 0) parts.push(row(...buttons));
  return parts;
}

/** On a page that a failed quiz sends back to: why the learner is here, and all that is asked for. */
function reviewNotice(page: Page, { id, quiz }: ItemView): Node[] {
  const items = quiz?.toReview ?? [];
  const number = quiz?.attempt ?? 1;
  return [
    h('h2', {}, words.gate.review),
    h('p', {}, ...linked(page, words.gate.reviewFor(number, { item: id }))),
    steps(items.map((item) => [itemLink(page, item)])),
  ];
}

function choiceGate(page: Page, choice: NonNullable<ReturnType<typeof choicePoint>>): Node[] {
  const { progress } = page;
  const title = progress.title(choice.option);
  const take = () => {
    progress.record({ type: 'chose', section: choice.section.id, option: choice.option });
    // The learner asked for this page: it is entered now.
    if (page.item) progress.record({ type: 'opened', item: page.item.id });
  };
  return [
    h('h2', {}, words.gate.choose(title)),
    h('p', {}, words.gate.chooseOf(choice.count ?? 1, choice.section.children.length)),
    steps(
      choice.options.map((option) => [
        option === choice.option ? h('strong', {}, progress.title(option)) : itemLink(page, option),
      ]),
    ),
    h('p', {}, choice.canSwitch ? words.gate.chooseSwitch : words.gate.chooseFixed),
    row(button((choice.full ? words.gate.instead : words.gate.begin)(title), take, 'button primary')),
  ];
}
