import type { Event } from '../../model/events.ts';
import { fill, h, slot } from '../dom.ts';
import type { Page } from '../page.ts';
import { download } from '../transfer/download.ts';
import {
  addImport,
  exportFile,
  freshDrafts,
  type Import,
  type ImportProblem,
  readImport,
} from '../transfer/transfer.ts';
import * as words from '../words.ts';

/** Export, import with a preview, and reset with confirmation: the slot of the progress page. */
export function buildTransfer(page: Page): void {
  const place = slot('transfer');
  if (!place) return;
  const text = words.transfer;
  const outcome = h('div', { role: 'status' });
  const load = button(text.load, () => input.click());
  const say = (...parts: (Node | string)[]) => {
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
    // The same file can be chosen again.
    if (!file) return;
    const read = await readImport(file, page.progress.course.id);
    input.value = '';
    say(...('type' in read ? [h('p', {}, problem(read))] : preview(page, read, say)));
  });
  fill(
    place,
    h('h2', {}, text.title),
    h('p', {}, text.about),
    h(
      'div',
      { class: 'cluster' },
      button(text.save, () => save(page), 'button primary'),
      load,
      button(text.reset, () => confirmReset(page, say), 'button quiet'),
    ),
    input,
    outcome,
  );
}

function save(page: Page): void {
  download(h, exportFile(page.progress));
}

function problem(found: ImportProblem): string {
  return found.type === 'course'
    ? words.transfer.problem.course(found.course)
    : words.transfer.problem[found.type];
}

/** What a file would add, before it does. */
function preview(page: Page, read: Import, say: (...parts: (Node | string)[]) => void): Node[] {
  const text = words.transfer;
  const { progress } = page;
  const fresh: readonly Event[] = progress.store.unknown(read.events);
  const skipped = read.skipped > 0 ? [h('p', {}, text.skipped(read.skipped))] : [];
  const isUnderWay = freshDrafts(progress, read).length > 0;
  if (fresh.length === 0 && !isUnderWay) return [h('p', {}, text.known), ...skipped];
  const { cleared, required, points } = progress.with(fresh);
  const add = () => {
    const added = addImport(progress, read);
    say(h('p', {}, text.added(added.length)));
  };
  return [
    h(
      'p',
      {},
      [
        ...(fresh.length > 0 ? [text.adds(fresh.length)] : []),
        ...(isUnderWay ? [text.underWay] : []),
        text.total(cleared, required, points),
      ].join(' '),
    ),
    ...skipped,
    h(
      'div',
      { class: 'cluster' },
      button(text.add, add, 'button primary'),
      button(text.cancel, () => say()),
    ),
  ];
}

function confirmReset(page: Page, say: (...parts: (Node | string)[]) => void): void {
  const text = words.transfer;
  const close = () => dialog.close();
  const reset = async () => {
    close();
    try {
      await page.progress.store.reset();
      say(h('p', {}, text.resetDone));
    } catch {
      say(h('p', {}, text.resetFailed));
    }
  };
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'reset-title' },
    h('h2', { id: 'reset-title' }, text.resetTitle),
    h('p', {}, text.resetAbout),
    h(
      'div',
      { class: 'cluster' },
      button(text.cancel, close, 'button primary'),
      button(text.save, () => save(page)),
      button(text.resetNow, () => void reset(), 'button danger'),
    ),
  );
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function button(text: string, click: () => void, style = 'button'): HTMLButtonElement {
  return h('button', { type: 'button', class: style, click }, text);
}
