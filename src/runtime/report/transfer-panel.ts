import { button, fill, h, row, slot } from '../dom.ts';
import type { Page } from '../page.ts';
import { SEVERAL } from '../people/learner.ts';
import { nameOf, rename } from '../people/registry.ts';
import type { Trouble } from '../store/store.ts';
import type { Tools } from '../tools.ts';
import { arrivalsList, FROM_LINK, fromFile } from '../transfer/arrivals-list.ts';
import { isProgress, withoutProgress } from '../transfer/link.ts';
import { showLink } from '../transfer/link-panel.ts';
import { offerImport, problem, type Say } from '../transfer/preview.ts';
import { saveFile } from '../transfer/save.ts';
import { drawn, readImport, readLink } from '../transfer/transfer.ts';
import { showUnread } from '../transfer/unread-panel.ts';
import * as words from '../words.ts';

/**
 * The slot of the progress page for what comes and goes: saving a file, adding one or a link with a preview, undoing
 * that, deleting all. Gives what brings it up to date.
 */
export function buildTransfer(page: Page, tools: Tools): () => void {
  const place = slot('transfer');
  if (!place) return () => {};
  const { progress } = page;
  const text = words.transfer;
  const outcome = h('div', { role: 'status' });
  const load = button(text.load, () => input.click());
  /** Works out again what an import that is still to be decided would add. */
  let refresh: (() => void) | undefined;
  // Only what was done last is said, whatever it was.
  const say: Say = (parts, again) => {
    refresh = again;
    // What came without events tells nobody.
    showArrivals();
    const hadFocus = outcome.contains(document.activeElement);
    outcome.replaceChildren(...parts);
    if (!hadFocus) return;
    // The control that was used is gone: on to what came of it, or back to where it began.
    outcome.tabIndex = -1;
    (parts.length > 0 ? outcome : load).focus();
  };
  const input = h('input', { type: 'file', accept: '.json,application/json', hidden: true });
  input.addEventListener('change', async () => {
    const file = input.files?.[0];
    if (!file) return;
    // A large file takes a while.
    say([h('p', {}, text.reading)]);
    await drawn();
    const read = await readImport(file, progress.course.id);
    if (page.signal?.aborted) return;
    // The same file can be chosen again.
    input.value = '';
    if ('type' in read) say([h('p', {}, problem(read))]);
    else offerImport(page, read, fromFile(file), { say, title: h('h3', {}, text.fromFile) });
  });
  const link = h('div', { class: 'progress-link', hidden: true });
  const arrivals = h('div', { hidden: true });
  const showArrivals = arrivalsList(page, arrivals, (...parts) => {
    say(parts);
    outcome.tabIndex = -1;
    if (parts.length > 0) outcome.focus();
  });
  const unread = h('div', { hidden: true });
  const keeping = h('div', { hidden: true });
  // No link leads to a page on a disk.
  const canLink = location.protocol !== 'file:';
  const save = () => {
    say([]);
    saveFile(h, progress);
  };
  const makeLink = () => {
    say([]);
    void showLink(page, tools, link);
  };
  fill(
    place,
    h('h2', {}, text.title),
    h('p', {}, text.about, ...(canLink ? [' ', text.aboutLink] : [])),
    row(
      button(text.save, save, 'button primary'),
      canLink && button(text.link, makeLink),
      load,
      button(text.reset, () => confirmReset(page, say), 'button quiet'),
    ),
    input,
    outcome,
    link,
    arrivals,
    unread,
    keeping,
  );
  void showUnread(page, unread);
  tools.whenHere('keeping', (part) => void part.remind(page));
  receive(page, outcome, say);
  addEventListener('hashchange', () => receive(page, outcome, say), page);
  let trouble: Trouble | undefined | '' = '';
  return () => {
    showArrivals();
    refresh?.();
    const now = progress.store.trouble();
    if (now === trouble) return;
    trouble = now;
    tools.whenHere('keeping', (part) => void part.status(page, keeping));
  };
}

/** Shows what a link brings, if the address carries progress. It stays there until the learner has decided. */
async function receive(page: Page, outcome: HTMLElement, say: Say): Promise<void> {
  const { hash } = location;
  if (!isProgress(hash)) return;
  const settled = () => {
    if (location.hash === hash) history.replaceState(null, '', withoutProgress(location.href));
  };
  // What is here already is known only then.
  await page.progress.store.ready;
  const read = await readLink(hash, page.progress.course.id);
  if (page.signal?.aborted) return;
  const title = h('h3', {}, words.transfer.fromLink);
  if ('type' in read) {
    say([title, h('p', {}, problem(read))]);
    settled();
  } else offerImport(page, read, FROM_LINK, { say, settled, title });
  outcome.tabIndex = -1;
  outcome.focus();
}

function confirmReset(page: Page, say: Say): void {
  const text = words.transfer;
  const { progress } = page;
  const close = () => dialog.close();
  const reset = async () => {
    close();
    const { store } = progress;
    const name = nameOf(store);
    const isFirst = store.note(SEVERAL) === true;
    try {
      await (await store.late()).reset();
      say([h('p', {}, text.resetDone)]);
    } catch {
      say([h('p', {}, text.resetFailed)]);
    }
    // Who learns here is no progress.
    if (name !== undefined) rename(progress, name);
    if (isFirst) store.keep(SEVERAL, true);
  };
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'reset-title' },
    h('h2', { id: 'reset-title' }, text.resetTitle),
    h('p', {}, text.resetAbout),
    row(
      button(text.cancel, close, 'button primary'),
      button(text.save, () => saveFile(h, progress)),
      button(text.resetNow, () => void reset(), 'button danger'),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
