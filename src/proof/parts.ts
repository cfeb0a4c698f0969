import type { Course, Item, Section } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { leaves, lookup } from '../path/lookup.ts';
import { type Component, partsOf } from './components.ts';
import { itemsOf, standIn, type Tree, treeOf } from './tree.ts';

/** Whether everybody's points are counted as they are, or only those that nobody can be without. */
export type PointsFrom = 'least' | 'exact';

/**
 * Small courses for the components of a large one: all that is not in a component is taken for what everybody can
 * clear, and what of that stands side by side for one item. Each costs what the component costs, not what the course does.
 */
export class Parts {
  private readonly course: Course;
  private readonly tree: Tree | undefined;
  private readonly parents = new Map<ItemId, Tree>();
  /** Quizzes that the end of the course names: they stay quizzes. */
  private readonly asked = new Set<ItemId>();
  private readonly points = { least: new Map<Tree, number>(), exact: new Map<Tree, number>() };

  constructor(course: Course) {
    this.course = course;
    this.tree = treeOf(course);
    for (const part of partsOf(course.complete)) {
      for (const leaf of leaves(part)) {
        if ('quiz' in leaf) this.asked.add(leaf.quiz);
        else if ('item' in leaf) this.asked.add(leaf.item);
      }
    }
    if (this.tree) this.enter(this.tree);
  }

  /** The course as far as it matters for a component. */
  of(component: Component, pointsFrom: PointsFrom = 'exact'): Course {
    const { course, tree } = this;
    if (!tree) return course;
    const touched = new Set<ItemId>([tree.item.id]);
    for (const name of [...component, ...this.asked]) {
      const { at, nodes } = lookup(course);
      const place = at.get(name);
      if (place === undefined) continue;
      for (let id: ItemId | undefined = nodes[place]?.item.id; id !== undefined && !touched.has(id); ) {
        touched.add(id);
        id = this.parents.get(id)?.item.id;
      }
    }
    const cut = (of: Tree): Tree => {
      const { item, children } = of;
      if (item.kind === 'section')
        return { item: this.open(item, component), children: this.side(of, touched, cut, pointsFrom) };
      if (component.has(item.id)) return of;
      // Named by the end of the course: it can always be passed.
      const { when: _when, requires: _requires, ...rest } = item;
      if (rest.kind === 'module') return { item: rest, children };
      const { attempts: _attempts, exhausted: _exhausted, ...quiz } = rest;
      return { item: { ...quiz, review: [] }, children };
    };
    const { certificate, ...rest } = course;
    return {
      ...rest,
      ...(certificate && component.has('certificate') && { certificate }),
      items: itemsOf(cut(tree)),
      badges: course.badges.filter(({ id }) => component.has(`badge ${id}`)),
    };
  }

  private open(item: Section, component: Component): Item {
    if (component.has(item.id)) return item;
    const { when: _when, requires: _requires, ...rest } = item;
    return rest;
  }

  /** The children of a section: those that matter, and what stands for the others between them. */
  private side(
    of: Tree,
    touched: ReadonlySet<ItemId>,
    cut: (child: Tree) => Tree,
    pointsFrom: PointsFrom,
  ): Tree[] {
    const { item, children } = of;
    if (item.kind !== 'section') return [];
    const isOrdered = item.type === 'linear' || item.type === 'hurdles';
    const result: Tree[] = [];
    /** What stands for others, required or not, since the last child that matters (or anywhere, where order is free). */
    let plain: { required?: number; optional?: number } = {};
    let options = 0;
    for (const child of children) {
      if (touched.has(child.item.id)) {
        result.push(cut(child));
        if (isOrdered) plain = {};
        continue;
      }
      const points = this.points[pointsFrom].get(child) ?? 0;
      const isFinish = item.type === 'random-access' && item.finish === child.item.id;
      if (item.type === 'dynamic-branching' || isFinish) {
        // As many options as can be chosen are enough where they give the same.
        const isSpare =
          item.type === 'dynamic-branching' &&
          item.by.type === 'choose' &&
          options++ >= item.by.count &&
          points === 0;
        if (!isSpare) result.push(bare(child, points));
        continue;
      }
      const kind = child.item.optional || !takesStep(child) ? 'optional' : 'required';
      const place = plain[kind];
      const other = place === undefined ? undefined : result[place];
      if (place === undefined || !other) {
        plain[kind] = result.length;
        result.push(bare(child, points, kind === 'optional'));
      } else result[place] = bare(other, other.item.points + points, kind === 'optional');
    }
    return result;
  }

  private enter(tree: Tree): void {
    for (const child of tree.children) {
      this.parents.set(child.item.id, tree);
      this.enter(child);
    }
    this.points.exact.set(tree, this.sum(tree, 'exact'));
    this.points.least.set(tree, this.sum(tree, 'least'));
  }

  /** The points that an item gives with all that is in it: all of them, or those that nobody can be without. */
  private sum({ item, children }: Tree, pointsFrom: PointsFrom): number {
    const isLeast = pointsFrom === 'least';
    if (isLeast && (item.when || item.kind === 'quiz')) return 0;
    const inside = children.map((child) => this.points[pointsFrom].get(child) ?? 0);
    if (item.kind !== 'section') return item.points;
    // A section around something that can be failed for good may never be cleared.
    const own = isLeast ? 0 : item.points;
    if (item.type !== 'dynamic-branching') return inside.reduce((all, points) => all + points, own);
    return own + (isLeast ? 0 : Math.max(0, ...inside));
  }
}

/** An item as a module that anybody can do. */
function bare({ item, children }: Tree, points: number, optional = item.optional): Tree {
  const { when: _when, requires: _requires, ...rest } = item;
  return standIn({ item: { ...rest, optional }, children }, points);
}

/** Whether clearing it takes a step, whatever holds. */
function takesStep({ item, children }: Tree): boolean {
  if (item.kind !== 'section') return true;
  if (item.type === 'dynamic-branching') return true;
  return children.some((child) => !child.item.optional && takesStep(child));
}
