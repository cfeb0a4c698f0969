import { button, h, row } from '../dom.ts';
import type { Page } from '../page.ts';
import { nameOf } from '../people/registry.ts';
import * as words from '../words.ts';
import { addImport, drawn, type Import, type ImportProblem, newsOf } from './transfer.ts';

/** Puts something where the outcome of an import stands, in place of what stood there. `again` is called after each change while it stands. */
export type Say = (parts: readonly Node[], again?: () => void) => void;

/** Why a file or a link is not taken, in words. */
export function problem(found: ImportProblem): string {
  return found.type === 'course'
    ? words.transfer.problem.course(found.title ?? found.course)
    : words.transfer.problem[found.type];
}

/** Where the offer of an import stands, and what goes with it. */
interface Place {
  readonly say: Say;
  /** Called when it is decided. */
  readonly settled?: () => void;
  readonly title?: Node;
}

/**
 * Says what a file or a link would add, before it does, and keeps that up to date until it is decided. `from`: for the list of
 * what was added.
 */
export function offerImport(page: Page, read: Import, from: string, { say, settled, title }: Place): void {
  let shown = '';
  const decide = (parts: readonly Node[]) => {
    settled?.();
    say(parts);
  };
  const add = async () => {
    // From now on what is added would be told as here already.
    say([h('p', {}, words.transfer.adding)]);
    await drawn();
    try {
      const added = await addImport(page.progress, read, from);
      decide([h('p', {}, words.transfer.added(added.length))]);
    } catch (error) {
      console.error('Coursewright: import:', error);
      shown = '';
      show();
    }
  };
  const show = () => {
    const { parts, isOpen } = preview(page, read);
    const all = [...(title ? [title] : []), ...parts];
    const text = all.map((node) => node.textContent).join('\n');
    if (text === shown) return;
    shown = text;
    if (!isOpen) return decide(all);
    const buttons = row(
      button(words.transfer.add, () => void add(), 'button primary'),
      button(words.transfer.cancel, () => decide([])),
    );
    say([...all, buttons], show);
  };
  show();
}

/** What it says, and whether there is anything to decide. */
function preview({ progress }: Page, read: Import): { readonly parts: Node[]; readonly isOpen: boolean } {
  const text = words.transfer;
  const { events, underWay, learner } = newsOf(progress, read);
  const date = read.exported && words.moment(read.exported, progress.course.language);
  const whose =
    read.learner !== undefined || date !== undefined
      ? [h('p', {}, text.whose(read.learner, date || undefined))]
      : [];
  const skipped = read.skipped > 0 ? [h('p', {}, text.skipped(read.skipped))] : [];
  const here = underWay.stays ? [h('p', {}, text.stays)] : [];
  if (events.length === 0 && !underWay.isNew && learner === undefined && read.skipped === 0)
    return { parts: [...whose, h('p', {}, text.known), ...here], isOpen: false };
  const { cleared, required, points } = progress.with(events);
  const own = progress.learner === undefined ? undefined : nameOf(progress.store);
  // What counts to a learner comes first.
  const adds = [
    text.total(cleared, required, points),
    ...(events.length > 0 ? [text.adds(events.length)] : []),
    ...(underWay.isNew ? [text.underWay] : []),
    ...(learner === undefined ? [] : [text.name]),
  ].join(' ');
  return {
    parts: [
      ...whose,
      ...(own === undefined ? [] : [h('p', {}, text.addsTo(own))]),
      h('p', {}, adds),
      ...here,
      ...skipped,
    ],
    isOpen: true,
  };
}
