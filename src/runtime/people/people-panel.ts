import { button, fill, h, row, slot } from '../dom.ts';
import type { Page } from '../page.ts';
import type { Tools } from '../tools.ts';
import { saveFile } from '../transfer/save.ts';
import * as words from '../words.ts';
import { profileOf } from './learner.ts';
import { leave } from './people-part.ts';
import {
  add,
  become,
  cleaned,
  type Learner,
  LONGEST_NAME,
  learners,
  nameOf,
  remove,
  rename,
} from './registry.ts';

/** The slot of the progress page for everybody who learns in this browser: who they are, adding, switching, renaming, removing. */
export function buildPeople(page: Page, { whenHere }: Pick<Tools, 'whenHere'>): void {
  const place = slot('learners');
  if (!place) return;
  const { progress } = page;
  const text = words.people;
  const own = profileOf(progress.learner) ?? '';
  const list = h('ul', { class: 'learner-list' });
  const forms = h('div', {});
  const outcome = h('div', { role: 'status', tabindex: -1 });
  let known: readonly Learner[] = [];

  const show = async () => {
    await progress.store.ready;
    if (!canKeep()) return fill(place, h('h2', {}, text.title), h('p', {}, text.refused));
    known = await learners(progress);
    fill(list, ...(known.length > 1 || nameOf(progress.store) !== undefined ? known.map(entry) : []));
    place.hidden = false;
    // What the address asks for was hidden when the browser looked for it.
    if (location.hash.endsWith('#learners')) place.scrollIntoView();
  };
  const say = (what: string) => {
    fill(outcome, h('p', {}, what));
    outcome.focus();
  };
  /** Does what ends with another learner on the page. */
  const change = (work: () => void) => {
    if (progress.store.trouble()) return say(text.unsaved);
    try {
      work();
    } catch {
      return say(text.failed);
    }
    leave();
    location.reload();
  };

  const entry = ({ id, name = text.unnamed }: Learner) => {
    const isOwn = id === own;
    return h(
      'li',
      { 'aria-current': isOwn && 'true' },
      h(
        'span',
        { class: 'learner-name' },
        h('strong', { dir: 'auto' }, name),
        isOwn && h('span', { class: 'state' }, ` ${text.now}`),
      ),
      isOwn
        ? row(
            button(text.rename, showRename),
            known.length > 1 && button(text.remove, () => confirmRemove(name), 'button quiet'),
          )
        : row(button(text.take(name), () => change(() => become(progress.course.id, id)))),
    );
  };

  const showRename = () => {
    const field = nameField('learner-name', nameOf(progress.store));
    const submit = (event: Event) => {
      event.preventDefault();
      const name = wanted(field, own);
      if (name === undefined) return;
      rename(progress, name);
      close();
      void show().then(() => whenHere('people', (part) => part.show(page)));
      say(text.renamed(name));
    };
    open(
      h(
        'form',
        { submit },
        labelled(text.yourName, field),
        row(h('button', { class: 'button primary' }, text.renameNow), cancel()),
      ),
      field,
    );
  };

  const showAdd = () => {
    // Whoever was alone here had no need of a name.
    const mine = nameOf(progress.store) === undefined ? nameField('own-name', undefined) : undefined;
    const theirs = nameField('new-name', undefined);
    const submit = (event: Event) => {
      event.preventDefault();
      const ownName = mine && wanted(mine, own);
      if (mine && ownName === undefined) return;
      const name = wanted(theirs, undefined, ownName);
      if (name === undefined) return;
      change(() => {
        if (ownName !== undefined) rename(progress, ownName);
        add(progress, name);
      });
    };
    open(
      h(
        'form',
        { submit },
        mine && labelled(text.yourName, mine),
        labelled(text.newName, theirs),
        row(h('button', { class: 'button primary' }, text.addNow), cancel()),
      ),
      mine ?? theirs,
    );
  };

  /** The name in a field; undefined, and said there, where it is none or somebody else's. */
  const wanted = (field: HTMLInputElement, id: string | undefined, other?: string): string | undefined => {
    const name = cleaned(field.value);
    const same = (one: string | undefined) => one?.toLowerCase() === name?.toLowerCase();
    const isTaken =
      name !== undefined && (same(other) || known.some((one) => one.id !== id && same(one.name)));
    field.setCustomValidity(name === undefined ? text.needed : isTaken ? text.taken : '');
    return field.reportValidity() ? name : undefined;
  };

  const open = (form: HTMLElement, field: HTMLElement) => {
    fill(outcome);
    fill(forms, form);
    field.focus();
  };
  const close = () => fill(forms);
  const cancel = () =>
    button(text.cancel, () => {
      close();
      opener.focus();
    });

  const confirmRemove = (name: string) => {
    const left = known.filter(({ id }) => id !== own);
    const done = h('div', { role: 'status' });
    const go = async () => {
      try {
        await remove(progress, left);
        leave();
        location.reload();
      } catch {
        fill(done, h('p', {}, text.removeFailed));
      }
    };
    const dialog = h(
      'dialog',
      { 'aria-labelledby': 'remove-title' },
      h('h2', { id: 'remove-title' }, text.removeTitle(name)),
      h('p', {}, text.removeAbout),
      row(
        button(text.cancel, () => dialog.close(), 'button primary'),
        button(words.transfer.save, () => saveFile(h, progress)),
        button(text.removeNow, () => void go(), 'button danger'),
      ),
      done,
    );
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  };

  const opener = button(text.add, showAdd);
  fill(place, h('h2', {}, text.title), h('p', {}, text.about), list, forms, row(opener), outcome);
  place.hidden = true;
  void show();
}

function nameField(id: string, value: string | undefined): HTMLInputElement {
  const field = h('input', {
    class: 'text-input',
    id,
    value,
    maxlength: LONGEST_NAME,
    autocomplete: 'off',
    dir: 'auto',
  });
  // What was said of the last try does not hold for the next.
  field.addEventListener('input', () => field.setCustomValidity(''));
  return field;
}

function labelled(text: string, field: HTMLElement): HTMLElement {
  return h('p', { class: 'labelled' }, h('label', { for: field.id }, text), field);
}

/** Does the browser keep anything here? Who is learning must be known before anything else. */
function canKeep(): boolean {
  try {
    localStorage.getItem('');
    return true;
  } catch {
    return false;
  }
}
