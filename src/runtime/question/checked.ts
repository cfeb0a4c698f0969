import type { Grade } from '../../assess/types.ts';
import type { Share } from '../../model/condition.ts';
import type { Page } from '../page.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import type { ActiveQuestion } from './active.ts';
import { helpOn } from './help.ts';
import { showFeedback } from './show-feedback.ts';

/** What comes of an answer that was checked. */
export interface CheckedPart {
  /** Says it, in words, with what helps on; what is not graded is thanked for. `credit`: with the hints paid. */
  showOutcome(page: Page, active: ActiveQuestion, grade: Grade | undefined, credit: Share): void;
  /** Says that the question asks something else than when it was answered. */
  sayChanged(active: ActiveQuestion): void;
}

/** Makes it with the runtime's tools. */
export function checkedPart(tools: Tools): CheckedPart {
  return {
    showOutcome(page, active, grade, credit) {
      const { right, wrong, partly, kept, paid } = words.question;
      const share = grade?.credit ?? 0;
      const outcome = active.ref.points > 0 ? tools.outcomeOf(share) : undefined;
      const isDone = !outcome || outcome === 'right';
      const text = !outcome ? kept : isDone ? right : outcome === 'wrong' ? wrong : partly(share);
      const verdict = tools.h('strong', {}, text, outcome && credit < share && ` ${paid(credit)}`);
      const help = helpOn(page, active.ref, grade, isDone, tools);
      if (isDone) closeCheck(active, tools);
      showFeedback(active, { verdict, outcome, grade, explained: isDone, help }, tools);
    },
    sayChanged: ({ place }) => tools.slot('feedback', place)?.replaceChildren(words.help.changed),
  };
}

/** Nothing is left to check in an answer that is right: the button comes back with another answer. */
function closeCheck({ place }: ActiveQuestion, { one, slot }: Tools): void {
  const button = one('button[type=submit]', place);
  const feedback = slot('feedback', place);
  if (!button || button.hidden) return;
  if (button === document.activeElement && feedback) {
    feedback.tabIndex = -1;
    feedback.focus();
  }
  button.hidden = true;
}
