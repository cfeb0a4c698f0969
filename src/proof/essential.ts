import type { Course } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { mentionsOf } from './mentions.ts';
import { itemsOf, type Tree, treeOf, within } from './tree.ts';

/** What matters besides the end of the course. */
export interface Keep {
  readonly items?: readonly ItemId[];
  readonly badge?: string;
  readonly certificate?: boolean;
  readonly competency?: string;
}

/**
 * The course without what can make no difference to whether learners get to its end (its cone of influence): the
 * certificate, badges that no condition looks at, and optional items with conditions that nobody waits for. `keep` matters
 * all the same. With the `least` points, nobody has those of such items.
 */
export function essentialOf(
  course: Course,
  keep: Keep = {},
  pointsFrom: 'least' | 'exact' = 'exact',
): Course {
  const { certificate, ...others } = course;
  let rest: Course = keep.certificate && certificate ? { ...others, certificate } : others;
  for (;;) {
    const { badges, points } = mentionsOf(rest);
    const badgesLeft = rest.badges.filter(({ id }) => badges.has(id) || keep.badge === id);
    const needed = neededBy(rest, keep);
    const tree = treeOf(rest);
    const items = tree
      ? itemsOf(without(tree, needed, pointsFrom === 'exact' && points !== 'none'))
      : rest.items;
    const isSame = badgesLeft.length === rest.badges.length && items.length === rest.items.length;
    if (isSame) return rest;
    rest = { ...rest, items, badges: badgesLeft };
  }
}

/** Items that a condition, a review list or a competency that is looked at needs, and those to keep. */
function neededBy(course: Course, keep: Keep): ReadonlySet<ItemId> {
  const { items, competencies } = mentionsOf(course);
  const needed = new Set([...items, ...(keep.items ?? [])]);
  for (const item of course.items) {
    if (item.kind === 'quiz') for (const id of item.review) needed.add(id);
    if (item.kind === 'section') {
      if (item.type === 'random-access' && item.finish !== undefined) needed.add(item.finish);
      continue;
    }
    if (
      item.questions.some((question) =>
        question.competencies.some((id) => competencies.has(id) || id === keep.competency),
      )
    )
      needed.add(item.id);
  }
  return needed;
}

function without(tree: Tree, needed: ReadonlySet<ItemId>, hasPoints: boolean): Tree {
  const { item, children } = tree;
  const isOrdered = item.kind === 'section' && (item.type === 'linear' || item.type === 'hurdles');
  const isFree = item.kind === 'section' && item.type === 'random-access';
  // Something has to be there that shows the section, and through which it is begun just as early.
  let isBegun = (isOrdered || isFree) && begins(tree);
  const left = children.filter((child) => {
    const isSpare =
      isBegun &&
      child.item.optional &&
      Boolean(child.item.when ?? child.item.requires ?? hasConditions(child)) &&
      ![...within(child)].some(({ item: inner }) => needed.has(inner.id) || (hasPoints && inner.points > 0));
    isBegun ||= isOrdered && !child.item.optional && !child.item.when && isAlwaysThere(child);
    return !isSpare;
  });
  return { item, children: left.map((child) => without(child, needed, hasPoints)) };
}

/** Whether there is something in it, whatever holds. */
function isAlwaysThere({ item, children }: Tree): boolean {
  if (item.kind !== 'section') return true;
  if (item.type === 'dynamic-branching' && item.by.type === 'route') return false;
  return children.some((child) => !child.item.when && isAlwaysThere(child));
}

/** Whether everybody who is in a section finds something to enter that is required, from the first moment on. */
function begins({ item, children }: Tree): boolean {
  if (item.kind !== 'section') return true;
  const isOpen = (child: Tree) =>
    !child.item.optional && !child.item.when && !child.item.requires && begins(child);
  switch (item.type) {
    case 'linear':
    case 'hurdles': {
      const first = children.find((child) => !child.item.optional);
      return first !== undefined && isOpen(first);
    }
    case 'random-access':
    case 'static-branching':
      return children.some(isOpen);
    case 'dynamic-branching':
      return item.by.type === 'choose' && children.some(isOpen);
  }
}

function hasConditions(tree: Tree): boolean {
  return [...within(tree)].some(
    ({ item }) =>
      item.when || item.requires || (item.kind === 'section' && item.type === 'dynamic-branching'),
  );
}
