import type { ItemView, Reason } from '../../path/types.ts';
import type { ChoicePoint } from '../choice-point.ts';
import { isPreview, type Page } from '../page.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import { opener } from './opener.ts';
import { reason, reasons } from './reasons.ts';

/** What there is to say above the content of a page, or in its place. */
export interface GateState {
  /** The content shows. */
  readonly open: boolean;
  /** Another way was chosen first, so that this page does not count. */
  readonly other: Reason | undefined;
  /** The failed quiz that sends back to this page. */
  readonly asks: ItemView | undefined;
  /** The choice that has to be made before the page. */
  readonly choice: ChoicePoint | undefined;
  /** Shows it all the same: where the browser does not keep what is done on other pages. */
  readonly anyway: (() => void) | undefined;
}

/** What each gate says now. */
const shown = new WeakMap<HTMLElement, string>();

/** Makes what brings a gate up to date with the runtime's tools. */
export function gateViews({ button, fill, h, itemLink, linked, one, row, steps }: Tools) {
  const views = {
    /** Why the page is locked, or hidden, and what opens it. */
    lockedGate(page: Page, anyway: GateState['anyway']): Node[] {
      const { progress, item } = page;
      const target = item && (opener(progress.course, progress.view, item.id) ?? progress.view.next);
      const why = item ? reasons(progress, progress.view, item.id) : [];
      const hidden = item && progress.item(item.id)?.status === 'hidden';
      const { preview, apartTitle } = words.gate;
      const locked = hidden ? words.gate.hidden : words.gate.title;
      const parts: Node[] = [h('h2', {}, isPreview() ? preview : anyway ? apartTitle : locked)];
      if (anyway) parts.push(h('p', {}, words.gate.apart));
      if (why.length > 0) {
        parts.push(h('p', {}, words.gate.why), steps(why.map((pieces) => linked(page, pieces))));
      }
      const buttons: Node[] = [];
      if (anyway) buttons.push(button(words.gate.anyway, anyway, 'button primary'));
      if (target !== undefined && target !== item?.id) {
        const look = anyway ? 'button' : 'button primary';
        buttons.push(itemLink(page, target, { class: look }, words.next.go(progress.title(target))));
      }
      if (buttons.length > 0) parts.push(row(...buttons));
      return parts;
    },
    choiceGate(page: Page, choice: ChoicePoint): Node[] {
      const { progress } = page;
      const { section } = choice;
      const by = picksOf(choice);
      const title = progress.title(choice.option);
      const take = () => {
        progress.record({ type: 'chose', section: section.id, option: choice.option });
        // The learner asked for this page: it is entered now.
        if (page.item) progress.record({ type: 'opened', item: page.item.id });
      };
      return [
        h('h2', {}, words.gate.choose(title)),
        h('p', {}, words.gate.chooseOf(by?.count ?? 1, section.children.length)),
        steps(
          choice.options.map((option) => [
            option === choice.option ? h('strong', {}, progress.title(option)) : itemLink(page, option),
          ]),
        ),
        h('p', {}, by?.switch ? words.gate.chooseSwitch : words.gate.chooseFixed),
        row(
          button(
            (isFull(page, choice) ? words.gate.instead : words.gate.begin)(title),
            take,
            'button primary',
          ),
        ),
      ];
    },
    /** Why the learner is here again, and all that is asked for. */
    reviewNotice(page: Page, { id, quiz }: ItemView): Node[] {
      const items = quiz?.toReview ?? [];
      const number = quiz?.attempt ?? 1;
      return [
        h('h2', {}, words.gate.review),
        h('p', {}, ...linked(page, words.gate.reviewFor(number, { item: id }))),
        steps(items.map((item) => [itemLink(page, item)])),
      ];
    },
    otherNotice(page: Page, other: Reason): Node[] {
      const text = linked(page, reason(page.progress, other));
      const notice = h('p', {}, ...text, words.gate.other);
      page.announce(notice.textContent);
      return [notice];
    },
  };
  function contentOf(page: Page, { open, other, asks, choice, anyway }: GateState): Node[] {
    if (other) return views.otherNotice(page, other);
    if (asks) return views.reviewNotice(page, asks);
    if (open) return [];
    return choice ? views.choiceGate(page, choice) : views.lockedGate(page, anyway);
  }
  return (page: Page, place: HTMLElement, state: GateState): void => {
    const { open, other, asks, choice, anyway } = state;
    const { view } = page.progress;
    const found = page.item && view.byId.get(page.item.id);
    // Rebuilding would take the focus from somebody who is on a link in it.
    const key = open
      ? JSON.stringify([asks, other])
      : JSON.stringify([!!anyway, found, view.next, choice?.options, choice && isFull(page, choice)]);
    if (key === shown.get(place)) return;
    shown.set(place, key);
    const content = one('[data-content]');
    // Whoever opened the page from its gate goes on in the page.
    if (open && place.contains(document.activeElement) && content) {
      content.tabIndex = -1;
      content.focus();
    }
    fill(place, ...contentOf(page, state));
  };
}

/** How many options count, and whether they can be switched. */
function picksOf({ section }: ChoicePoint) {
  return section.type === 'dynamic-branching' && section.by.type === 'choose' ? section.by : undefined;
}

/** So many were chosen already that choosing now means to switch. */
function isFull({ progress }: Page, choice: ChoicePoint): boolean {
  const chosen = progress.item(choice.section.id)?.chosen ?? [];
  return chosen.length >= (picksOf(choice)?.count ?? Infinity);
}
