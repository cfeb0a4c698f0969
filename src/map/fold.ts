import type { ItemId } from '../model/ids.ts';
import type { Folded, Graph, MapEdge, MapNode, Mark } from './types.ts';

/** What part of a graph to show. */
export interface Excerpt {
  /** The section at the top of the picture; default: the pathway. */
  readonly section?: ItemId;
  /** How many levels of sections are open below the top: with 0 the top's own items, its sections as one node each. */
  readonly depth?: number;
}

/**
 * A part of a graph: one section, and sections below a depth as single nodes that bear the marks and the edges of what
 * is in them. Undefined when there is no such section.
 */
export function excerpt(
  graph: Graph,
  { section, depth = Number.POSITIVE_INFINITY }: Excerpt,
): Graph | undefined {
  const all = new Map(graph.nodes.map((node) => [node.id, node]));
  const top = section ?? graph.nodes[0]?.id;
  if (top === undefined) return section === undefined ? graph : undefined;
  if (all.get(top)?.kind !== 'section') return undefined;

  /** The node that stands for an item; undefined outside the excerpt. */
  const shownAs = new Map<ItemId, ItemId>();
  const levels = new Map<ItemId, number>();
  const inside = new Map<ItemId, { modules: number; quizzes: number; marks: Mark[] }>();
  // Parents stand before their children.
  for (const node of graph.nodes) {
    const above = node.id === top ? undefined : node.parent;
    const shownAbove = above === undefined ? undefined : shownAs.get(above);
    if (node.id !== top && shownAbove === undefined) continue;
    const fold = shownAbove === undefined ? undefined : inside.get(shownAbove);
    if (shownAbove !== undefined && fold !== undefined) {
      shownAs.set(node.id, shownAbove);
      if (node.kind === 'module') fold.modules++;
      if (node.kind === 'quiz') fold.quizzes++;
      fold.marks.push(...node.marks);
      continue;
    }
    shownAs.set(node.id, node.id);
    const level = above === undefined ? 0 : (levels.get(above) ?? 0) + 1;
    levels.set(node.id, level);
    if (node.kind === 'section' && level > depth) inside.set(node.id, { modules: 0, quizzes: 0, marks: [] });
  }

  const nodes = graph.nodes
    .filter((node) => shownAs.get(node.id) === node.id)
    .map((node): MapNode => {
      const { parent, ...rest } = node;
      const folded = inside.get(node.id);
      return {
        ...rest,
        ...(node.id !== top && parent !== undefined && { parent }),
        ...(folded && { children: [], folded: countsOf(folded), marks: [...node.marks, ...folded.marks] }),
      };
    });
  return { ...graph, nodes, edges: lifted(graph.edges, shownAs) };
}

function countsOf({ modules, quizzes }: Folded): Folded {
  return { modules, quizzes };
}

/** Edges between what is shown; what leads into a folded section leads to it. */
function lifted(edges: readonly MapEdge[], shownAs: ReadonlyMap<ItemId, ItemId>): MapEdge[] {
  const found = new Map<string, MapEdge>();
  for (const edge of edges) {
    const from = shownAs.get(edge.from);
    const to = shownAs.get(edge.to);
    if (from === undefined || to === undefined || from === to) continue;
    found.set(`${edge.kind} ${from} ${to} ${edge.label ?? ''}`, { ...edge, from, to });
  }
  return [...found.values()];
}
