import type { ActiveQuestion } from '../question/active.ts';
import { unreadRemarks } from '../question/unread.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';

/** One question at a time: all stand in the form, one is in sight. */
export interface Places {
  /** The list of questions, with what is answered. */
  readonly list: HTMLElement;
  show(asked: readonly ActiveQuestion[], kept: readonly ActiveQuestion[]): void;
  /** Shows all questions. */
  hide(): void;
  update(): void;
  reveal(active: ActiveQuestion): void;
}

/** Makes it for a form, with the runtime's tools. `moved` hears of each question that the learner goes to; `lacks` says what an answer lacks. */
export function places(
  form: HTMLElement,
  moved: () => void,
  lacks: (active: ActiveQuestion) => string | undefined,
  { all, button, h, one, setAttribute }: Tools,
): Places {
  const { previous, next, places: label, answered, unanswered, unread } = words.taking;
  const list = h('ol', {});
  const nav = h('nav', { class: 'places', 'aria-label': label }, list);
  const back = button(previous, () => go(current - 1));
  const forth = button(next, () => go(current + 1), 'button primary');
  let asked: readonly ActiveQuestion[] = [];
  let kept: readonly ActiveQuestion[] = [];
  let current = 0;

  const stateOf = (active: ActiveQuestion) => {
    const response = active.widget.read(active.place, active.question);
    if (!response) return unanswered;
    return unreadRemarks(active, response).length > 0 ? unread : (lacks(active) ?? answered);
  };

  function go(to: number): void {
    if (!asked[to]) return;
    current = to;
    moved();
    update();
    const { place } = asked[to];
    place.tabIndex = -1;
    place.focus();
  }

  function update(): void {
    if (asked.length === 0) return;
    for (const active of [...asked, ...kept])
      setAttribute(active.place, 'data-away', active === asked[current] ? undefined : '');
    all('button', list).forEach((control, i) => {
      const { [i]: active } = asked;
      if (!active) return;
      const state = stateOf(active);
      setAttribute(control, 'data-answered', state === answered ? '' : undefined);
      setAttribute(control, 'aria-label', words.taking.place(i + 1, state));
      // Of a long list a narrow screen shows a part: the one around where the learner came to.
      if (i === current && !control.ariaCurrent) list.scrollTop = control.offsetTop - control.offsetHeight;
      setAttribute(control, 'aria-current', i === current ? 'step' : undefined);
    });
    const isLast = current === asked.length - 1;
    // A control that goes away must not take the focus with it.
    back.disabled = current === 0;
    forth.hidden = isLast;
    for (const control of all('button[type=submit]', form))
      setAttribute(control, 'data-away', isLast ? undefined : '');
  }

  // The form is never handed in by Enter in a field.
  form.addEventListener('keydown', ({ key, target }) => {
    if (key === 'Enter' && target instanceof HTMLInputElement) go(current + 1);
  });

  return {
    list: nav,
    show(now, rest) {
      asked = now;
      kept = rest;
      const open = asked.findIndex((active) => stateOf(active) !== answered);
      current = Math.max(0, open);
      list.replaceChildren(
        ...asked.map((_, i) =>
          h(
            'li',
            {},
            button(words.number(i + 1), () => go(i), ''),
          ),
        ),
      );
      one('.question-actions', form)?.prepend(back, forth);
      update();
    },
    hide() {
      for (const { place } of [...asked, ...kept]) setAttribute(place, 'data-away', undefined);
      for (const control of all('button[type=submit]', form)) setAttribute(control, 'data-away', undefined);
      asked = [];
      back.remove();
      forth.remove();
    },
    update,
    reveal: (active) => go(asked.indexOf(active)),
  };
}
