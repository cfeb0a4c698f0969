import type { Tools } from '../tools.ts';
import type { ActiveQuestion } from './active.ts';

const HINT = 'details.hint';

/** Counts the hints that the learner opens; `opened` hears of each one more. Closing one gives nothing back. */
export function watchHints(
  form: HTMLElement,
  { all }: Tools,
  opened: (hint: Node, count: number) => void,
): void {
  const count = ({ target }: Event) => {
    if (!(target instanceof HTMLDetailsElement) || !target.matches(HINT) || !target.open) return;
    const place = target.closest<HTMLElement>('[data-question]');
    if (place) opened(target, all(HINT, place).indexOf(target) + 1);
  };
  // `toggle` does not bubble.
  form.addEventListener('toggle', count, true);
}

/** Shows so many hints as opened, and the others closed; no more than there are, whatever a file said. */
export function showHints(active: ActiveQuestion, opened: number, { all }: Tools): void {
  const hints = all(HINT, active.place);
  active.hints = Math.min(opened, hints.length);
  for (const [i, hint] of hints.entries()) if (hint instanceof HTMLDetailsElement) hint.open = i < opened;
}
