import { anchorOf } from '../../templates/site/map.tsx';
import type { PageItem, Place, Step } from '../../templates/site/types.ts';
import type { Course, Item, Section } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';

/** How many neighbours a page names before and after itself: a page's size must not grow with the course. */
const NEIGHBOURS = 8;

/** Makes the function that gives a page its place in the course. Constant work for each page. */
export function createPlaces(course: Course): (item: PageItem) => Place {
  const items = new Map(course.items.map((item) => [item.id, item]));
  const indexes = new Map<ItemId, number>();
  const parents = new Map<ItemId, Section>();
  for (const item of course.items) {
    if (item.kind !== 'section') continue;
    item.children.forEach((child, index) => {
      indexes.set(child, index);
      parents.set(child, item);
    });
  }

  const stepTo = (item: Item): Step => ({
    item,
    href: item.kind === 'section' ? `index.html#${anchorOf(item)}` : item.href,
  });

  /** The first page in reading order from an item; a section with a choice to make is a step itself. */
  const enter = (item: Item | undefined, end: 'first' | 'last'): Item | undefined => {
    if (item?.kind !== 'section' || isChoice(item)) return item;
    const children = end === 'first' ? item.children : item.children.toReversed();
    for (const child of children) {
      const found = enter(items.get(child), end);
      if (found !== undefined) return found;
    }
    return undefined;
  };

  const beside = (item: Item, by: 1 | -1): Step | undefined => {
    const parent = parents.get(item.id);
    if (parent === undefined) return undefined;
    // Whoever took one option does not go on to the others.
    if (parent.type !== 'dynamic-branching') {
      for (let index = (indexes.get(item.id) ?? 0) + by; ; index += by) {
        const id = parent.children[index];
        if (id === undefined) break;
        const found = enter(items.get(id), by === 1 ? 'first' : 'last');
        if (found !== undefined) return stepTo(found);
      }
    }
    return beside(parent, by);
  };

  const trails = new Map<ItemId, readonly Step[]>();
  const trailTo = (section: Section): readonly Step[] => {
    const known = trails.get(section.id);
    if (known !== undefined) return known;
    const parent = parents.get(section.id);
    const trail = parent === undefined ? [] : [...trailTo(parent), stepTo(section)];
    trails.set(section.id, trail);
    return trail;
  };

  return (item) => {
    const section = parents.get(item.id);
    if (section === undefined) throw new Error(`${item.id} stands in no section`);
    const trail = trailTo(section);
    const index = indexes.get(item.id) ?? 0;
    const from = Math.max(0, index - NEIGHBOURS);
    const to = Math.min(section.children.length, index + NEIGHBOURS + 1);
    const previous = beside(item, -1);
    const next = beside(item, 1);
    return {
      trail,
      ...(previous !== undefined && { previous }),
      ...(next !== undefined && { next }),
      neighbours: {
        section,
        steps: section.children
          .slice(from, to)
          .map((id) => items.get(id))
          .filter((each) => each !== undefined)
          .map(stepTo),
        more: { before: from, after: section.children.length - to },
      },
    };
  };
}

function isChoice(section: Section): boolean {
  return section.type === 'static-branching' || section.type === 'dynamic-branching';
}
