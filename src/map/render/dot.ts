import type { ItemId } from '../../model/ids.ts';
import { conditionLines, factsLine, groupMarks, isFork, severityOf } from '../node-words.ts';
import { safeText } from '../safe-text.ts';
import type { EdgeKind, Graph, MapEdge, MapNode } from '../types.ts';
import { wrap } from '../wrap.ts';
import type { Renderer } from './renderer.ts';

/**
 * A graph for Graphviz (https://graphviz.org/doc/info/lang.html): modules as boxes, quizzes as hexagons, sections as clusters,
 * folded ones as double boxes, and a diamond where the way forks.
 */
export const dot: Renderer = {
  description: 'a graph for Graphviz',
  extensions: ['dot', 'gv'],
  render(graph, { url }) {
    const places = placesOf(graph);
    return `${[
      'digraph {',
      '  graph [compound=true, fontname="Helvetica"]',
      '  node [shape=box, style=rounded, fontname="Helvetica"]',
      '  edge [fontname="Helvetica", fontsize=10]',
      ...tree(graph, places, url),
      ...graph.edges.flatMap((edge) => arrow(edge, places)),
      '}',
    ].join('\n')}\n`;
  },
};

/** How a node is named in the graph. A cluster cannot have arrows: they end at a node in it, and are cut at its border. */
interface Place {
  readonly name: string;
  readonly cluster: boolean;
  /** The nodes in it at which arrows end and begin; itself for what is no cluster. */
  first: string;
  last: string;
}

function placesOf(graph: Graph): ReadonlyMap<ItemId, Place> {
  const places = new Map<ItemId, Place>();
  graph.nodes.forEach((node, i) => {
    const cluster = node.children.length > 0;
    const name = cluster ? `cluster_${i}` : `n${i}`;
    places.set(node.id, { name, cluster, first: isFork(node) ? `x${i}` : name, last: name });
  });
  // Children stand behind their parents.
  for (const node of [...graph.nodes].reverse()) {
    const place = places.get(node.id);
    if (place?.cluster !== true) continue;
    const first = places.get(node.children[0] ?? '');
    const last = places.get(node.children.at(-1) ?? '');
    if (first !== undefined && !isFork(node)) place.first = first.first;
    if (last !== undefined) place.last = last.last;
  }
  return places;
}

function tree(graph: Graph, places: ReadonlyMap<ItemId, Place>, url: string | undefined): string[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const lines: string[] = [];
  const waiting: (MapNode | string)[] = graph.nodes.slice(0, 1);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') {
      lines.push(next);
      continue;
    }
    const place = places.get(next.id);
    if (place === undefined) continue;
    const attributes = attributesOf(next, url);
    if (!place.cluster) {
      lines.push(`  ${place.name} [${attributes.join(', ')}]`);
      continue;
    }
    lines.push(`  subgraph ${place.name} {`, `  graph [${attributes.join(', ')}]`);
    if (isFork(next)) lines.push(`  ${place.first} [shape=diamond, style=solid, label=""]`);
    waiting.push('  }');
    for (const child of [...next.children].reverse()) {
      const node = nodes.get(child);
      if (node !== undefined) waiting.push(node);
    }
  }
  return lines;
}

function attributesOf(node: MapNode, url: string | undefined): string[] {
  const facts = factsLine(node);
  const lines = [
    node.title,
    ...(facts === '' ? [] : [facts]),
    // The rules of a route stand at its arrows.
    ...conditionLines({ ...node, route: [] }),
    ...groupMarks(node.marks).map(({ severity, words }) => `${severity}: ${words}`),
  ];
  const severity = severityOf(node);
  const isBox = node.children.length === 0;
  return [
    `label=${quoted(...lines.flatMap((line) => wrap(safeText(line), WIDTH)))}`,
    ...(node.kind === 'quiz' ? ['shape=hexagon', 'style=solid'] : []),
    ...(node.folded === undefined ? [] : ['peripheries=2']),
    ...(node.optional || !isBox ? [`style=${quoted(node.optional ? 'rounded,dashed' : 'rounded')}`] : []),
    ...(severity === undefined
      ? []
      : [`color=${severity === 'error' ? 'red3' : 'darkorange2'}`, 'penwidth=2']),
    ...(url !== undefined && node.href !== undefined ? [`URL=${quoted(url + node.href)}`] : []),
  ];
}

const STYLES: Readonly<Record<EdgeKind, readonly string[]>> = {
  sequence: [],
  branch: ['style=bold'],
  option: [],
  route: [],
  requires: ['style=dashed', 'constraint=false', 'label="requires"'],
  when: ['style=dashed', 'constraint=false', 'label="when"'],
  review: ['style=dotted', 'constraint=false', 'label="if failed"'],
  finish: [],
};

function arrow({ kind, from, to, label }: MapEdge, places: ReadonlyMap<ItemId, Place>): string[] {
  const start = places.get(from);
  const end = places.get(to);
  if (start === undefined || end === undefined) return [];
  const forks = kind === 'branch' || kind === 'option' || kind === 'route';
  const tail = forks ? start.first : start.last;
  const attributes = [
    ...STYLES[kind],
    ...(label === undefined ? [] : [`label=${quoted(...wrap(safeText(label), WIDTH))}`]),
    ...(start.cluster && !forks ? [`ltail=${start.name}`] : []),
    ...(end.cluster ? [`lhead=${end.name}`] : []),
  ];
  // Within one cluster there is no border to cut an arrow at, and nothing to point at.
  if (tail === end.first) return [];
  // A section that ends with a quiz says so in its label.
  if (kind === 'finish') return [];
  return [`  ${tail} -> ${end.first}${attributes.length > 0 ? ` [${attributes.join(', ')}]` : ''}`];
}

/** In ems: Graphviz does not wrap. */
const WIDTH = 20;

/** A quoted string of one or more centred lines. Graphviz reads HTML entities in it, so `&` is one as well. */
function quoted(...lines: readonly string[]): string {
  const text = lines.map((line) =>
    safeText(line).replaceAll('&', '&amp;').replaceAll('\\', '\\\\').replaceAll('"', '\\"'),
  );
  return `"${text.join('\\n')}"`;
}
