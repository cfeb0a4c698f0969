import type { Condition } from '../model/condition.ts';
import type { Course, Item } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { type Lookup, leaves, lookup, type Node } from '../path/lookup.ts';
import { mentionsOf } from './mentions.ts';

/** Names of items, of badges (`badge ID`) and of competencies (`competency ID`) that have to be looked at together. */
export type Component = ReadonlySet<string>;

/**
 * What has to be looked at together: a condition with what it names and with the conditions at the doors around both, and so
 * on. Each group can be looked at with all the others taken for what everybody can clear: a learner who is stuck is
 * stuck in one of them. Undefined: the course does not fall apart. With the `least` points, conditions on points stand alone:
 * whoever gets on with the points that everybody has gets on with more.
 */
export function componentsOf(
  course: Course,
  watched: readonly string[] = [],
  pointsFrom: 'least' | 'exact' = 'exact',
): Component[] | undefined {
  const index = lookup(course);
  const { items: named, points, competencies } = mentionsOf(course);
  if (points === 'any' || !hasPlainEnd(course) || !isNeverEmpty(index)) return undefined;
  const groups = new Groups();
  const placeOf = (id: ItemId) => index.nodes[index.at.get(id) ?? -1];
  const isNamed = (id: ItemId) => named.has(id) || watched.includes(id);
  const dated: string[] = [];

  const joinTo = (owner: string, condition: Condition | undefined) => {
    if (!condition) return;
    for (const leaf of leaves(condition)) {
      switch (leaf.type) {
        case 'completed':
          groups.join(owner, leaf.item);
          break;
        case 'chosen': {
          const section = placeOf(placeOf(leaf.option)?.item.parent ?? '');
          groups.join(owner, leaf.option);
          if (section) groups.join(owner, section.item.id);
          break;
        }
        case 'passed':
        case 'failed':
        case 'score':
        case 'attempts':
          groups.join(owner, leaf.quiz);
          break;
        case 'mastered':
          groups.join(owner, `competency ${leaf.competency}`);
          break;
        case 'badge':
          groups.join(owner, `badge ${leaf.badge}`);
          break;
        case 'points':
          if (pointsFrom === 'least') break;
          for (const { item } of index.nodes) if (variesInPoints(item, index)) groups.join(owner, item.id);
          break;
        case 'after':
        case 'before':
          dated.push(owner);
      }
    }
  };

  for (const { item, rules } of index.nodes) {
    if (item.when || item.requires || named.has(item.id)) groups.add(item.id);
    joinTo(item.id, item.when);
    joinTo(item.id, item.requires);
    if (item.kind === 'quiz') {
      groups.add(item.id);
      for (const id of item.review) groups.join(item.id, id);
    }
    if (rules) {
      groups.add(item.id);
      for (const { when } of rules) joinTo(item.id, when);
    }
  }
  for (const { id, when } of course.badges) joinTo(`badge ${id}`, when);
  if (course.certificate?.when) joinTo('certificate', course.certificate.when);
  for (const name of watched) groups.add(name);
  for (const { competency, questions } of index.competencies.values()) {
    const name = `competency ${competency.id}`;
    if (!competencies.has(competency.id) && !watched.includes(name)) continue;
    for (const { item } of questions) {
      const fed = index.nodes[item];
      if (fed) groups.join(name, fed.item.id);
    }
  }
  for (const part of partsOf(course.complete)) joinTo(`end ${JSON.stringify(part)}`, part);
  for (const owner of dated) groups.join(dated[0] ?? owner, owner);
  // What stands in a section hangs on its doors, and a named section hangs on all that is in it.
  for (const { item } of index.nodes) {
    if (!groups.has(item.id)) continue;
    for (let up = placeOf(item.parent ?? ''); up; up = placeOf(up.item.parent ?? '')) {
      if (up.item.when || up.item.requires || isShared(up, index) || isNamed(up.item.id))
        groups.join(item.id, up.item.id);
    }
  }
  joinInOrder(course, index, groups);
  return groups.all();
}

/**
 * Joins what stands in order where a learner who is stuck can finish all the same: there it is no trap of its own that something
 * cannot be cleared, and yet what comes after it stays shut.
 */
function joinInOrder(course: Course, index: Lookup, groups: Groups): void {
  const needed = neededForTheEnd(course, index);
  const within = index.nodes.map((): string[] => []);
  for (const { at, item } of index.nodes)
    if (groups.has(item.id))
      for (let up = at; up >= 0; up = index.nodes[up]?.parent ?? -1) within[up]?.push(item.id);
  for (const { section, children } of index.nodes) {
    if (!section || section.type === 'random-access' || section.type === 'dynamic-branching') continue;
    const isFree = (child: number) => !index.nodes[child]?.optional && !needed.has(child);
    // Any branch may be the one that was begun first.
    let before = section.type === 'static-branching' ? groupOf(children.filter(isFree)) : undefined;
    for (const child of children) {
      if (before !== undefined) for (const name of within[child] ?? []) groups.join(name, before);
      if (isFree(child)) before = groupOf([child]) ?? before;
    }
  }

  /** A name for all that is grouped in these items, together from now on. */
  function groupOf(items: readonly number[]): string | undefined {
    const [first, ...others] = items.flatMap((at) => within[at] ?? []);
    if (first !== undefined) for (const other of others) groups.join(first, other);
    return first;
  }
}

/** The items that everybody has to clear who finishes, if they are there. */
function neededForTheEnd({ complete }: Course, { nodes, at, root }: Lookup): ReadonlySet<number> {
  const needed = new Set<number>();
  const need = (place: number): void => {
    const node = nodes[place];
    if (!node || needed.has(place)) return;
    needed.add(place);
    const { section, children } = node;
    if (!section || section.type === 'dynamic-branching') return;
    const finish = section.type === 'random-access' ? at.get(section.finish ?? '') : undefined;
    for (const child of finish === undefined ? children : [finish]) if (!nodes[child]?.optional) need(child);
  };
  if (!complete) need(root);
  for (const part of partsOf(complete)) {
    const target = at.get('item' in part ? part.item : 'quiz' in part ? part.quiz : '');
    if (target === undefined) continue;
    need(target);
    // And what stands before it, at every level.
    for (
      let child = target, up = nodes[nodes[child]?.parent ?? -1];
      up;
      child = up.at, up = nodes[up.parent]
    ) {
      if (up.section?.type !== 'linear' && up.section?.type !== 'hurdles') continue;
      for (const other of up.children) {
        if (other === child) break;
        if (!nodes[other]?.optional) need(other);
      }
    }
  }
  return needed;
}

/** Whether what is in one part of a section hangs on what is done in another. */
function isShared({ item, children }: Node, { nodes, at }: Lookup): boolean {
  if (item.kind !== 'section') return false;
  // Of options some are entered, and shut out others or are the way out of them.
  if (item.type === 'dynamic-branching') return true;
  // Where the last quiz is not there, everything else counts.
  const finish = item.type === 'random-access' && nodes[at.get(item.finish ?? '') ?? -1];
  return finish ? children.includes(finish.at) && finish.item.when !== undefined : false;
}

/** Whether something is there for everybody, whatever holds. */
function isNeverEmpty({ nodes, root }: Lookup): boolean {
  const isSure = (at: number): boolean => {
    const node = nodes[at];
    if (!node || node.item.when) return false;
    if (node.item.kind !== 'section') return true;
    return !node.rules && node.children.some(isSure);
  };
  return isSure(root);
}

/** A condition as parts that all have to hold. */
export function partsOf(condition: Condition | undefined): readonly Condition[] {
  if (!condition) return [];
  return condition.type === 'all' ? condition.of.flatMap(partsOf) : [condition];
}

/** The end asks for nothing but that something was done: then it can be asked for in every group. */
function hasPlainEnd({ complete }: Course): boolean {
  return (
    complete === undefined ||
    partsOf(complete).every(
      (part) =>
        part.type === 'completed' ||
        part.type === 'passed' ||
        (part.type === 'score' && part.below === undefined),
    )
  );
}

/** Whether some learners get other points there than others. */
function variesInPoints(item: Item, { nodes, at }: Lookup): boolean {
  if (item.when) return true;
  if (item.kind === 'quiz') return item.points > 0;
  if (item.kind === 'section') return item.type === 'dynamic-branching';
  const section = nodes[at.get(item.parent ?? '') ?? -1]?.item;
  return item.points > 0 && section?.kind === 'section' && section.type === 'dynamic-branching';
}

/** Groups that grow together. */
class Groups {
  private readonly parents = new Map<string, string>();

  /** The name that stands for the group of this one, which may be new. */
  add(name: string): string {
    if (!this.parents.has(name)) this.parents.set(name, name);
    let root = name;
    for (let up = this.parents.get(root); up !== undefined && up !== root; up = this.parents.get(root))
      root = up;
    for (let at = name; at !== root; ) {
      const next = this.parents.get(at) ?? root;
      this.parents.set(at, root);
      at = next;
    }
    return root;
  }

  has(name: string): boolean {
    return this.parents.has(name);
  }

  join(a: string, b: string): void {
    this.parents.set(this.add(a), this.add(b));
  }

  all(): Component[] {
    const groups = new Map<string, Set<string>>();
    for (const name of this.parents.keys()) {
      const root = this.add(name);
      groups.set(root, (groups.get(root) ?? new Set()).add(name));
    }
    return [...groups.values()];
  }
}
