import type { Course, Item, Section } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';

/** How many items one picture shows: more than that nobody takes in, and a page's size must not grow with the course. */
export const MOST_ITEMS = 300;
/** How many frames stand within each other: more do not fit on a phone. */
export const MOST_LEVELS = 4;

/** One page with a picture of the way: a section, and as much of what is in it as fits. */
export interface MapPage {
  readonly path: string;
  readonly section: Section;
  /** The section's own items that stand on this page: all of them, or a part of very many. */
  readonly children: readonly Item[];
  /** Sections whose items are shown as well; the others are one box each. */
  readonly open: ReadonlySet<ItemId>;
  /** What a section that is one box leads to and holds. */
  readonly folded: ReadonlyMap<ItemId, Fold>;
  /** The page that this one was folded out of. */
  readonly up?: string;
  readonly previous?: string;
  readonly next?: string;
}

export interface Fold {
  readonly href: string;
  readonly modules: number;
  readonly quizzes: number;
}

/** The pages on which the way through a course is drawn: one for most courses, and for huge ones more below it. */
export function planMaps(course: Course): MapPage[] {
  const items = new Map(course.items.map((item) => [item.id, item]));
  const childrenOf = (section: Section) => section.children.flatMap((id) => items.get(id) ?? []);
  const counts = countPages(course);
  const pathway = items.get(course.pathway);
  const pages: MapPage[] = [];
  const waiting: { readonly section: Section; readonly stem: string; readonly up?: string }[] =
    pathway?.kind === 'section' ? [{ section: pathway, stem: 'map' }] : [];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { section, stem, up } = next;
    const all = childrenOf(section);
    const parts = Math.max(1, Math.ceil(all.length / MOST_ITEMS));
    // Ids hold no `~`.
    const pathOf = (part: number) => (part === 0 ? `${stem}.html` : `${stem}~${part + 1}.html`);
    for (let part = 0; part < parts; part++) {
      const children = all.slice(part * MOST_ITEMS, (part + 1) * MOST_ITEMS);
      const { open, closed } = unfold(children, childrenOf);
      for (const each of closed)
        if (each.children.length > 0)
          waiting.push({ section: each, stem: `maps/${each.id}`, up: pathOf(part) });
      pages.push({
        path: pathOf(part),
        section,
        children,
        open,
        folded: new Map(
          closed.map((each) => [
            each.id,
            { href: `maps/${each.id}.html`, ...(counts.get(each.id) ?? { modules: 0, quizzes: 0 }) },
          ]),
        ),
        ...(up !== undefined && { up }),
        ...(part > 0 && { previous: pathOf(part - 1) }),
        ...(part < parts - 1 && { next: pathOf(part + 1) }),
      });
    }
  }
  return pages;
}

/** Opens sections level by level, each level as a whole, as long as the page holds it. */
function unfold(
  children: readonly Item[],
  childrenOf: (section: Section) => readonly Item[],
): { readonly open: ReadonlySet<ItemId>; readonly closed: readonly Section[] } {
  const open = new Set<ItemId>();
  let level = children.filter(isSection);
  let shown = children.length;
  for (let depth = 0; level.length > 0 && depth < MOST_LEVELS; depth++) {
    const inside = level.flatMap((section) => childrenOf(section));
    if (shown + inside.length > MOST_ITEMS) break;
    for (const section of level) open.add(section.id);
    shown += inside.length;
    level = inside.filter(isSection);
  }
  return { open, closed: level };
}

function isSection(item: Item): item is Section {
  return item.kind === 'section';
}

/** How many modules and quizzes stand in each section, at any depth. */
function countPages(
  course: Course,
): ReadonlyMap<ItemId, { readonly modules: number; readonly quizzes: number }> {
  const counts = new Map<ItemId, { modules: number; quizzes: number }>();
  // Parents stand before their children.
  for (const item of [...course.items].reverse()) {
    const own =
      item.kind === 'section'
        ? (counts.get(item.id) ?? { modules: 0, quizzes: 0 })
        : { modules: item.kind === 'module' ? 1 : 0, quizzes: item.kind === 'quiz' ? 1 : 0 };
    if (item.parent === undefined) continue;
    const above = counts.get(item.parent);
    counts.set(item.parent, {
      modules: (above?.modules ?? 0) + own.modules,
      quizzes: (above?.quizzes ?? 0) + own.quizzes,
    });
  }
  return counts;
}
