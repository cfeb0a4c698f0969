import type { ItemId } from '../model/ids.ts';
import type { Page } from './page.ts';
import type { Tools } from './tools.ts';
import { foreign } from './words.ts';

/**
 * Builds the course's contents from the manifest: the top level, with the sections around the current page
 * unfolded. Other sections are filled when they are opened, so a course of a thousand pages costs no more
 * than a small one.
 */
export type SidebarPart = (page: Page, filled: () => void) => void;

/** Makes it with the runtime's tools. */
export function sidebarPart({ h, slot }: Tools): SidebarPart {
  return (page, filled) => {
    const place = slot('sidebar');
    const { course, items } = page.progress;
    const root = items.get(course.pathway);
    if (!place || root?.kind !== 'section') return;
    const around = new Set<ItemId>();
    for (let id = page.item?.parent; id !== undefined && !around.has(id); id = items.get(id)?.parent)
      around.add(id);
    place.replaceChildren(list(page, root.children, around, filled));
    place.hidden = false;
  };

  function list(
    page: Page,
    ids: readonly ItemId[],
    around: ReadonlySet<ItemId>,
    filled: () => void,
  ): HTMLElement {
    return h('ol', {}, ...ids.map((id) => entry(page, id, around, filled)));
  }

  function entry(
    page: Page,
    id: ItemId,
    around: ReadonlySet<ItemId>,
    filled: () => void,
  ): HTMLElement | undefined {
    const item = page.progress.items.get(id);
    if (!item) return undefined;
    const state = h('span', { 'data-state': true, lang: foreign(page.progress.course.language) });
    if (item.kind !== 'section') {
      const current = item.id === page.item?.id;
      const link = h(
        'a',
        { href: page.root + item.href, 'aria-current': current && 'page' },
        h('span', { 'data-title': true }, item.title),
      );
      return h('li', { 'data-item': id }, link, state);
    }
    const details = h(
      'details',
      { open: around.has(id) },
      h('summary', {}, h('span', { 'data-title': true }, item.title), state),
    );
    const fold = () => {
      if (!details.open || details.childElementCount > 1) return;
      details.append(list(page, item.children, around, filled));
      filled();
    };
    if (details.open) details.append(list(page, item.children, around, filled));
    else details.addEventListener('toggle', fold);
    return h('li', { 'data-item': id }, details);
  }
}
