import type { Course } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { describeCondition, english, lookup, type Words, ways } from '../path/index.ts';
import type { Node } from '../path/lookup.ts';
import { edgesOf } from './edges.ts';
import { routesByOption } from './routes.ts';
import type { Graph, MapNode, Marks } from './types.ts';
import { factsOf } from './words.ts';

const NO_MARKS: Marks = { items: new Map(), elsewhere: [] };

/**
 * The pathway of a course as a graph. What the pathway does not hold is not in it; references to nothing are left out. `date` says how
 * dates read; by default with their time, in UTC.
 */
export function pathwayGraph(
  course: Course,
  marks: Marks = NO_MARKS,
  date: Words['date'] = english.date,
): Graph {
  const words = { ...english, date };
  const times = ways(course);
  const index = lookup(course);
  const titleOf = (id: ItemId) => {
    const item = index.nodes[index.at.get(id) ?? -1]?.item;
    return `“${item?.title ?? id}”`;
  };
  const routes = routesByOption(course, words);
  const nodes: MapNode[] = [];
  // Not by recursion: sections may nest deeper than the stack is.
  const waiting = [index.root];
  while (waiting.length > 0) {
    const node = index.nodes[waiting.pop() ?? -1];
    if (node === undefined) continue;
    waiting.push(...[...node.children].reverse());
    nodes.push(nodeOf(node));
  }

  function nodeOf({ at, item, parent, children }: Node): MapNode {
    const above = at === index.root ? undefined : index.nodes[parent]?.item.id;
    return {
      id: item.id,
      kind: item.kind,
      title: item.title,
      ...(above !== undefined && { parent: above }),
      children: children.flatMap((child) => index.nodes[child]?.item.id ?? []),
      ...(item.kind === 'section' && { shape: item.type }),
      facts: factsOf(item, index.nodes[parent]?.item, titleOf),
      optional: item.optional,
      time: times.of(item.id),
      ...(item.kind !== 'section' && { href: item.href }),
      ...(item.when && { when: describeCondition(course, item.when, words) }),
      ...(item.requires && { requires: describeCondition(course, item.requires, words) }),
      route: routes.get(item.id) ?? [],
      marks: marks.items.get(item.id) ?? [],
    };
  }

  return {
    course: { id: course.id, title: course.title, language: course.language },
    nodes,
    edges: edgesOf(course, new Map(nodes.map((node) => [node.id, node])), words),
    elsewhere: marks.elsewhere,
  };
}
