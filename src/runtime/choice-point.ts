import type { Section } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { rulesOf } from '../path/lookup.ts';
import { ancestors } from '../path/order.ts';
import type { View } from '../path/types.ts';
import type { Page } from './page.ts';

/** A section in which the learner has to say where to go. */
export interface ChoicePoint {
  readonly section: Section;
  /** The option or branch that was looked at. */
  readonly option: ItemId;
  /** The options or branches that can be entered. */
  readonly options: readonly ItemId[];
}

/**
 * The nearest choice that has to be made before an item: it lies in an option that was not chosen, or in a
 * branch that was not begun while others are open as well. Undefined when the way is clear.
 */
export function choicePoint(page: Page, view: View, id: ItemId): ChoicePoint | undefined {
  const { items } = page.progress;
  // From the outside in: an outer choice comes first.
  const way = [...ancestors(page.progress.course, id).map((section) => section.id), id];
  for (const [i, sectionId] of way.entries()) {
    const section = items.get(sectionId);
    const option = way[i + 1];
    if (section?.kind !== 'section' || option === undefined) continue;
    if (section.type !== 'static-branching' && section.type !== 'dynamic-branching') continue;
    if (rulesOf(section)) continue;
    const chosen = view.byId.get(sectionId)?.chosen ?? [];
    if (chosen.includes(option) || view.byId.get(option)?.opened) continue;
    const options = section.children.filter((child) => {
      const status = view.byId.get(child)?.status;
      return status === 'open' || (status === 'done' && child === option);
    });
    if (options.length < 2) continue;
    return { section, option, options };
  }
  return undefined;
}
