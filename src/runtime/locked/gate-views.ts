import type { ItemView, Reason } from '../../path/types.ts';
import type { ChoicePoint } from '../choice-point.ts';
import { isPreview, type Page } from '../page.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import { reason, reasons } from './reasons.ts';

/** What the gate of a page says. */
export interface GateViews {
  /** Why the page is locked, or hidden, and what opens it. `anyway` shows it all the same. */
  lockedGate(page: Page, hidden: boolean, anyway: (() => void) | undefined): Node[];
  /** The choice that has to be made before the page. */
  choiceGate(page: Page, choice: ChoicePoint): Node[];
  /** On a page that a failed quiz sends back to: why the learner is here, and all that is asked for. */
  reviewNotice(page: Page, asking: ItemView): Node[];
  /** Another way was chosen first, so that this page does not count. */
  otherNotice(page: Page, other: Reason): Node;
}

/** Makes these with the runtime's tools. */
export function gateViews({ button, h, itemLink, linked, row, steps }: Tools): GateViews {
  return {
    lockedGate(page, hidden, anyway) {
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
    },
    choiceGate(page, choice) {
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
    },
    reviewNotice(page, { id, quiz }) {
      const items = quiz?.toReview ?? [];
      const number = quiz?.attempt ?? 1;
      return [
        h('h2', {}, words.gate.review),
        h('p', {}, ...linked(page, words.gate.reviewFor(number, { item: id }))),
        steps(items.map((item) => [itemLink(page, item)])),
      ];
    },
    otherNotice: (page, other) => h('p', {}, ...linked(page, reason(page.progress, other)), words.gate.other),
  };
}
