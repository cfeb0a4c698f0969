import { button, h, row } from '../dom.ts';
import type { Page } from '../page.ts';
import { nameOf } from '../people/registry.ts';
import * as words from '../words.ts';
import { addImport, type Import, type ImportProblem, newsOf } from './transfer.ts';

/** Puts something where the outcome of an import stands. */
export type Say = (...parts: (Node | string)[]) => void;

/** Why a file or a link is not taken, in words. */
export function problem(found: ImportProblem): string {
  return found.type === 'course'
    ? words.transfer.problem.course(found.course)
    : words.transfer.problem[found.type];
}

/** What a file or a link would add, before it does. `from`: for the list of what was added; `settled` is called when that is decided. */
export function preview(page: Page, read: Import, from: string, say: Say, settled = () => {}): Node[] {
  const text = words.transfer;
  const { progress } = page;
  const { events, underWay, learner } = newsOf(progress, read);
  const isUnderWay = underWay.drafts.size + underWay.times.size > 0;
  const date = read.exported && words.moment(read.exported, progress.course.language);
  const whose =
    read.learner !== undefined || date !== undefined
      ? [h('p', {}, text.whose(read.learner, date || undefined))]
      : [];
  const skipped = read.skipped > 0 ? [h('p', {}, text.skipped(read.skipped))] : [];
  if (events.length === 0 && !isUnderWay && learner === undefined && read.skipped === 0) {
    settled();
    return [...whose, h('p', {}, text.known)];
  }
  const add = async () => {
    const added = await addImport(progress, read, from);
    settled();
    say(h('p', {}, text.added(added.length)));
  };
  const cancel = () => {
    settled();
    say();
  };
  const { cleared, required, points } = progress.with(events);
  const own = progress.learner === undefined ? undefined : nameOf(progress.store);
  return [
    ...whose,
    ...(own === undefined ? [] : [h('p', {}, text.addsTo(own))]),
    h(
      'p',
      {},
      [
        ...(events.length > 0 ? [text.adds(events.length)] : []),
        ...(isUnderWay ? [text.underWay] : []),
        ...(learner === undefined ? [] : [text.name]),
        text.total(cleared, required, points),
      ].join(' '),
    ),
    ...skipped,
    row(
      button(text.add, () => void add(), 'button primary'),
      button(text.cancel, cancel),
    ),
  ];
}
