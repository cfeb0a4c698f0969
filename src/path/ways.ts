import type { Condition } from '../model/condition.ts';
import type { Course } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { itemNamed, leaves, lookup, type Node } from './lookup.ts';
import { once } from './once.ts';

/** Estimated minutes of learning: the least and the most that a learner can need. */
export interface LearningTime {
  readonly least: number;
  readonly most: number;
}

/** How long the ways through a course are. */
export interface Ways {
  /** From the start until the course is finished (`complete`). */
  readonly course: LearningTime;
  /** In one item with all that is in it, for those who take it. */
  of(item: ItemId): LearningTime;
  /** Before an item can be entered. */
  until(item: ItemId): LearningTime;
}

const NONE: LearningTime = { least: 0, most: 0 };

/**
 * The shortest and the longest way through a course and through each part of it, in minutes. The least leaves out what is
 * optional or conditional and takes the shortest options; the most takes everything along the longest ones. Of a choice as
 * many options count as have to be taken; of a route the options of one rule. Each page counts once: what is gone through
 * again, and further attempts, come on top.
 *
 * Conditions are not weighed against each other: two extras of which nobody sees both are both in `most`, and the shortest
 * options count even if nobody may take them all. So `least` is never too much and `most` never too little. That some rule of a
 * route holds, and that no condition waits for itself, is taken for granted (validation reports where it is not so).
 */
export function ways(course: Course): Ways {
  const index = lookup(course);
  const { nodes } = index;
  const placeOf = (id: ItemId): number => index.at.get(id) ?? -1;
  /** What of each child has to be taken: all of it, or nothing where it is optional or may be missing. */
  const asked = (at: number): boolean => nodes[at]?.item.optional === false && !nodes[at]?.item.when;

  const inside: (at: number) => LearningTime = once(NONE, (at) => {
    const node = nodes[at];
    if (!node) return NONE;
    const { item, children } = node;
    if (item.kind !== 'section') return { least: item.minutes, most: item.minutes };
    switch (item.type) {
      case 'linear':
      case 'hurdles':
      case 'static-branching':
        return together(children);
      case 'random-access': {
        const all = together(children);
        const finish = item.finish === undefined ? -1 : placeOf(item.finish);
        if (finish < 0) return all;
        // Where the final quiz may be missing, both ways lead out.
        return {
          least: Math.min(all.least, wayDown(finish, at).least + inside(finish).least),
          most: all.most,
        };
      }
      case 'dynamic-branching':
        return item.by.type === 'choose' ? choice(node, item.by.count) : route(node);
    }
  });

  function together(places: readonly number[]): LearningTime {
    let least = 0;
    let most = 0;
    for (const at of places) {
      const time = inside(at);
      if (asked(at)) least += time.least;
      most += time.most;
    }
    return { least, most };
  }

  /** Optional or not, a section asks for so many of its options, as far as there are so many. */
  function choice({ children }: Node, count: number): LearningTime {
    const certain = children.filter((at) => !nodes[at]?.item.when).length;
    const least = children.map((at) => inside(at).least).sort((a, b) => a - b);
    const most = children.map((at) => inside(at).most).sort((a, b) => b - a);
    return { least: sum(least.slice(0, Math.min(count, certain))), most: sum(most.slice(0, count)) };
  }

  function route(node: Node): LearningTime {
    const times = named(node).map(together);
    if (times.length === 0) return NONE;
    return {
      least: Math.min(...times.map(({ least }) => least)),
      most: Math.max(...times.map(({ most }) => most)),
    };
  }

  /** The options that each rule of a section names, as far as rules are read. */
  function named({ children, rules = [] }: Node): number[][] {
    return readable(rules).map(({ to }) => children.filter((at) => to.includes(nodes[at]?.item.id ?? '')));
  }

  /** From the entry of a section around an item to the item, conditions apart. */
  function wayDown(at: number, from: number): LearningTime {
    let least = 0;
    let most = 0;
    for (let child = at; child !== from && child >= 0; child = nodes[child]?.parent ?? -1) {
      const section = nodes[nodes[child]?.parent ?? -1];
      if (section?.item.kind !== 'section') continue;
      switch (section.item.type) {
        case 'linear':
        case 'hurdles': {
          const earlier = earlierThan(child, section);
          least += earlier.least;
          most += earlier.most;
          break;
        }
        case 'static-branching':
          // The other branches may come first: what is begun is to be finished.
          most += together(section.children.filter((place) => place !== child)).most;
          break;
        case 'random-access':
        case 'dynamic-branching':
          break;
      }
    }
    return { least, most };
  }

  const sums = new Map<number, LearningTime>();

  /** What stands before a child in its section: worked out for all children at once. */
  function earlierThan(child: number, { children }: Node): LearningTime {
    if (!sums.has(child)) {
      let [least, most] = [0, 0];
      for (const at of children) {
        sums.set(at, { least, most });
        const time = inside(at);
        if (asked(at)) least += time.least;
        most += time.most;
      }
    }
    return sums.get(child) ?? NONE;
  }

  const known = new Map<number, { readonly entered: LearningTime; readonly named: LearningTime }>();
  /** As far as it is worked out: a condition that waits for itself asks for nothing. */
  const until = (at: number): LearningTime => known.get(at)?.entered ?? NONE;

  function workOut(at: number, own: readonly LearningTime[]): LearningTime {
    let { least, most } = wayDown(at, index.root);
    for (let up = at; up >= 0; up = nodes[up]?.parent ?? -1)
      for (const time of up === at ? own : gates(up)) {
        least = Math.max(least, time.least);
        most = Math.max(most, time.most);
      }
    return { least, most: Math.max(least, Math.min(most, inside(index.root).most)) };
  }

  /** Works out an item after everything that it waits for; without recursion, since chains of conditions may be long. */
  function settled(at: number): LearningTime {
    const begun = new Set([at]);
    const stack = [{ at, waits: mentioned(at) }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.waits.pop();
      if (next === undefined) {
        if (top.at >= 0 && !known.has(top.at)) {
          const entered = workOut(top.at, gates(top.at));
          // A route names an option although its own conditions may hide it.
          const named = nodes[nodes[top.at]?.parent ?? -1]?.rules
            ? workOut(top.at, [routed(top.at)])
            : entered;
          known.set(top.at, { entered, named });
        }
        stack.pop();
      } else if (!known.has(next) && !begun.has(next)) {
        begun.add(next);
        stack.push({ at: next, waits: mentioned(next) });
      }
    }
    return until(at);
  }

  /** The items that the conditions of an item and of the sections around it name. */
  function mentioned(at: number): number[] {
    const places: number[] = [];
    for (let up = at; up >= 0; up = nodes[up]?.parent ?? -1) {
      const { item, parent } = nodes[up] ?? {};
      const rules = nodes[parent ?? -1]?.rules ?? [];
      for (const condition of [item?.when, item?.requires, ...rules.map(({ when }) => when)])
        for (const leaf of leaves(condition)) places.push(placeNamed(leaf));
    }
    return places.filter((place) => place >= 0);
  }

  function placeNamed(leaf: Condition): number {
    return placeOf(itemNamed(leaf) ?? '');
  }

  /** What the conditions of an item itself ask for: each has to hold before it can be entered. */
  function gates(at: number): LearningTime[] {
    const { item } = nodes[at] ?? {};
    const conditions = [item?.when, item?.requires].filter((condition) => condition !== undefined);
    return [...conditions.map(asks), routed(at)];
  }

  /** What the rules of the section ask for that name an option: one of them has to hold. */
  function routed(at: number): LearningTime {
    const { item, parent } = nodes[at] ?? {};
    const rules = readable(nodes[parent ?? -1]?.rules ?? []).filter(({ to }) => to.includes(item?.id ?? ''));
    return rules.every(({ when }) => when !== undefined)
      ? either(rules.map(({ when }) => when && asks(when)))
      : NONE;
  }

  /** What a learner has to take before a condition can hold, as far as it names items. */
  function asks(condition: Condition): LearningTime {
    switch (condition.type) {
      case 'all': {
        const parts = condition.of.map(asks);
        // One item may serve several parts.
        return {
          least: Math.max(0, ...parts.map(({ least }) => least)),
          most: sum(parts.map(({ most }) => most)),
        };
      }
      case 'any':
        return either(condition.of.map(asks));
      case 'completed':
        return through(placeOf(condition.item));
      case 'passed':
      case 'failed':
      case 'score':
      case 'attempts':
        return through(placeOf(condition.quiz));
      case 'chosen':
        return known.get(placeOf(condition.option))?.named ?? NONE;
      case 'not':
      case 'mastered':
      case 'points':
      case 'badge':
      case 'after':
      case 'before':
        return NONE;
    }
  }

  function through(at: number): LearningTime {
    const before = until(at);
    const own = inside(at);
    return { least: before.least + own.least, most: before.most + own.most };
  }

  const whole = inside(index.root);
  for (const leaf of leaves(course.complete)) settled(placeNamed(leaf));
  return {
    course: course.complete ? { least: asks(course.complete).least, most: whole.most } : whole,
    of: (item) => inside(placeOf(item)),
    until: (item) => settled(placeOf(item)),
  };
}

/** A rule after `otherwise` is never read. */
function readable<Rule extends { readonly when?: unknown }>(rules: readonly Rule[]): readonly Rule[] {
  const last = rules.findIndex(({ when }) => when === undefined);
  return last < 0 ? rules : rules.slice(0, last + 1);
}

function either(times: readonly (LearningTime | undefined)[]): LearningTime {
  if (times.length === 0) return NONE;
  return {
    least: Math.min(...times.map((time) => time?.least ?? 0)),
    most: Math.max(...times.map((time) => time?.most ?? 0)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
