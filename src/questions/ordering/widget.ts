/** Ordering: buttons move the entries of a list. */
import { registerQuestion } from '../../runtime/register.ts';
import * as words from '../../runtime/words.ts';
import { markParts } from '../parts/controls.ts';
import { gradeOrdering } from './grade.ts';

/** The factory is called for each question. */
let isListening = false;

registerQuestion('ordering', (tools) => {
  const { all, one, setAttribute, slot } = tools;
  const entriesOf = (place: HTMLElement) => all('[data-part]', place);
  const idsOf = (place: HTMLElement) => entriesOf(place).map((entry) => entry.dataset.part ?? '');
  /** Ticked by the first move, and by who wants the order as it is: until then there is no answer. */
  const settled = (place: HTMLElement) => place.querySelector<HTMLInputElement>('[data-settled]');

  const arrange = (place: HTMLElement, ids: readonly string[]) => {
    const entries = entriesOf(place);
    const known = ids.flatMap((id) => entries.find((entry) => entry.dataset.part === id) ?? []);
    const list = one('.order', place);
    // What an older answer does not name comes last.
    for (const entry of new Set([...known, ...entries])) list?.append(entry);
    ends(place);
  };
  /** The buttons that lead nowhere say so; they keep the focus, which a disabled one would lose. */
  const ends = (place: HTMLElement) => {
    entriesOf(place).forEach((entry, index, { length }) => {
      for (const button of all('[data-move]', entry)) {
        const isEnd = button.dataset.move === '1' ? index === length - 1 : index === 0;
        setAttribute(button, 'aria-disabled', String(isEnd));
      }
    });
  };
  const move = (place: HTMLElement, button: HTMLElement) => {
    const entries = entriesOf(place);
    const from = entries.findIndex((found) => found.contains(button));
    const to = from + Number(button.dataset.move);
    const { [from]: entry, [to]: other } = entries;
    if (!entry || !other) return;
    if (to > from) entry.before(other);
    else entry.after(other);
    ends(place);
    button.focus();
    const text = one('.part-text', entry)?.textContent.trim() ?? '';
    slot('live')?.replaceChildren(words.order.moved(text, to + 1, entries.length));
    const box = settled(place);
    if (box) box.checked = true;
    entry.dispatchEvent(new Event('change', { bubbles: true }));
  };
  if (!isListening) {
    isListening = true;
    // On the document: the page may put questions in later.
    document.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLButtonElement>('[data-move]') : null;
      const place = button?.closest<HTMLElement>('[data-question]');
      if (button && place && !button.disabled) move(place, button);
    });
  }

  return {
    read(place) {
      return settled(place)?.checked ? { type: 'order', order: idsOf(place) } : undefined;
    },
    write(place, _question, response) {
      const box = settled(place);
      if (box) box.checked = response?.type === 'order';
      if (response?.type === 'order') arrange(place, response.order);
    },
    grade: gradeOrdering,
    mark: (place, _question, grade) => markParts(place, grade, tools),
    freeze(place, frozen) {
      for (const control of all('[data-move], [data-settled]', place))
        setAttribute(control, 'disabled', frozen ? '' : undefined);
    },
    shuffle(place, { entries }, order) {
      const right = entries.map(({ id }) => id);
      const drawn = order(right);
      if (drawn.every((id, index) => id === right[index])) drawn.push(...drawn.splice(0, 1));
      arrange(place, drawn);
    },
  };
});
