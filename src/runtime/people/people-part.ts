import type { Page } from '../page.ts';
import type { Progress } from '../progress.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import { isUnsure, profileOf } from './learner.ts';
import { become, type Learner, learners, nameOf } from './registry.ts';

/** Who is learning, where there are several. */
export interface PeoplePart {
  /** Says it in the header and on the home page, with a way to switch; asks where nobody knows. */
  show(page: Page): void;
}

/** The mark that a page leaves for the one that is loaded in its place. */
const SWITCHED = 'coursewright:switched';

export function peoplePart(tools: Tools): PeoplePart {
  const { button, fill, h, slot } = tools;
  /** The page that is shown, and the learners once they are known. */
  let shown: Page | undefined;
  let known: readonly Learner[] = [];
  let asked: HTMLDialogElement | undefined;
  let name: string | undefined;

  async function look(page: Page): Promise<void> {
    await page.progress.store.ready;
    known = await learners(page.progress);
    if (shown !== page) return;
    say(page);
    if (mustAsk(page.progress)) ask(page, true);
    else if (take()) page.announce(words.people.learning(ownName(page.progress)));
  }

  /** Nobody said who is learning, or that learner is not here any more. */
  function mustAsk(progress: Progress): boolean {
    const own = profileOf(progress.learner) ?? '';
    const isGone = own !== '' && !known.some(({ id, name }) => id === own && name !== undefined);
    return (
      known.length > 0 && (isUnsure(progress) || isGone) && !(known.length === 1 && known[0]?.id === own)
    );
  }

  function ownName(progress: Progress): string {
    const own = profileOf(progress.learner) ?? '';
    return known.find(({ id }) => id === own)?.name ?? words.people.unnamed;
  }

  /** In the header of every page and on the home page. */
  function say(page: Page): void {
    const bar = slot('learner');
    if (known.length < 2) {
      fill(bar);
      fill(slot('learner-here'));
      return;
    }
    const name = ownName(page.progress);
    const open = h(
      'button',
      { type: 'button', class: 'bar-button', 'aria-haspopup': 'dialog', click: () => ask(page, false) },
      h('span', { class: 'visually-hidden' }, words.people.label, ' '),
      h('span', { 'data-name': true, dir: 'auto' }, name),
    );
    fill(bar, open);
    fill(
      slot('learner-here'),
      h('span', {}, words.people.learning(name)),
      button(words.people.change, () => ask(page, false), 'button quiet'),
    );
  }

  /** Asks who is learning. `must`: before anything else is done. */
  function ask(page: Page, must: boolean): void {
    if (asked) return;
    const { progress, root } = page;
    const own = profileOf(progress.learner) ?? '';
    const outcome = h('div', { role: 'status' });
    const choose = (id: string) => {
      if (id === own && !must) return dialog.close();
      if (progress.store.trouble() && !must) return fill(outcome, h('p', {}, words.people.unsaved));
      try {
        become(progress.course.id, id);
        leave();
        location.reload();
      } catch {
        fill(outcome, h('p', {}, words.people.failed));
      }
    };
    const entry = ({ id, name = words.people.unnamed }: Learner) =>
      h(
        'li',
        {},
        h(
          'button',
          {
            type: 'button',
            class: 'button',
            'aria-current': id === own && !must && 'true',
            click: () => choose(id),
          },
          h('span', { dir: 'auto' }, name),
          id === own && !must && h('span', { class: 'state' }, words.people.now),
        ),
      );
    const manage = h(
      'a',
      { href: `${root}progress.html#learners`, click: () => dialog.close() },
      words.people.manage,
    );
    const dialog = h(
      'dialog',
      { 'aria-labelledby': 'who-learns', lang: slot('live')?.lang || undefined },
      h('h2', { id: 'who-learns' }, words.people.who),
      h('p', {}, words.people.whoAbout),
      h('ul', { class: 'learner-choice' }, ...known.map(entry)),
      outcome,
      !must && h('p', {}, manage),
      !must && button(words.people.cancel, () => dialog.close()),
    );
    asked = dialog;
    dialog.addEventListener('cancel', (event) => {
      if (must) event.preventDefault();
    });
    dialog.addEventListener('close', () => {
      // Browsers close a dialog at the second Escape whatever the page says.
      if (must && shown === page) return dialog.showModal();
      dialog.remove();
      asked = undefined;
    });
    document.body.append(dialog);
    dialog.showModal();
  }

  return {
    show(page) {
      const now = nameOf(page.progress.store);
      if (shown === page && now === name) return;
      shown = page;
      name = now;
      void look(page).catch((error: unknown) => console.error('Coursewright: learners:', error));
    },
  };
}

/** Says to the page that comes in place of this one that the learner is another. */
export function leave(): void {
  try {
    sessionStorage.setItem(SWITCHED, '1');
  } catch {
    // It is then not read out; it stands in the header all the same.
  }
}

function take(): boolean {
  try {
    const found = sessionStorage.getItem(SWITCHED) !== null;
    sessionStorage.removeItem(SWITCHED);
    return found;
  } catch {
    return false;
  }
}
