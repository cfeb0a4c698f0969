import type { ItemId } from '../../model/ids.ts';
import { conditionLines, factsLine, groupMarks, isFork, severityOf } from '../node-words.ts';
import { safeText } from '../safe-text.ts';
import type { EdgeKind, Graph, MapNode } from '../types.ts';
import type { Renderer } from './renderer.ts';

/**
 * A Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html), which GitHub and others draw in Markdown: modules as
 * boxes, quizzes as hexagons, sections as subgraphs, folded ones as double boxes, and a diamond where the way forks.
 */
export const mermaid: Renderer = {
  description: 'a flowchart for Markdown files',
  extensions: ['mmd', 'mermaid'],
  render(graph) {
    const names = new Map(graph.nodes.map((node, i) => [node.id, `n${i}`]));
    const classes = (['error', 'warning', 'optional'] as const).flatMap((style) => {
      const of = graph.nodes.filter(
        (node) => severityOf(node) === style || (style === 'optional' && node.optional),
      );
      return of.length === 0 ? [] : [`  class ${of.map(({ id }) => names.get(id) ?? '').join(',')} ${style}`];
    });
    return `${[TITLE, 'flowchart TB', ...tree(graph, names), ...edges(graph, names), ...classes, ...STYLES].join('\n')}\n`;
  },
};

// Outlines only: the fill follows the reader's light or dark theme.
const STYLES = [
  '  classDef error stroke:#c0392b,stroke-width:3px',
  '  classDef warning stroke:#b9770e,stroke-width:3px',
  '  classDef optional stroke-dasharray:4 3',
];

/** The nodes, sections around what is in them. */
function tree(graph: Graph, names: ReadonlyMap<ItemId, string>): string[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const lines: string[] = [];
  const waiting: (MapNode | string)[] = graph.nodes.slice(0, 1);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') {
      lines.push(next);
      continue;
    }
    const name = names.get(next.id) ?? '';
    const label = labelOf(next);
    if (next.kind === 'module') lines.push(`  ${name}["${label}"]`);
    else if (next.kind === 'quiz') lines.push(`  ${name}{{"${label}"}}`);
    else if (next.children.length === 0) lines.push(`  ${name}[["${label}"]]`);
    else {
      // Said of each: Mermaid turns what is in a subgraph sideways otherwise.
      lines.push(`  subgraph ${name}["${label}"]`, '  direction TB');
      if (isFork(next)) lines.push(`  ${name}x{" "}`);
      waiting.push('  end');
      for (const child of [...next.children].reverse()) {
        const node = nodes.get(child);
        if (node !== undefined) waiting.push(node);
      }
    }
  }
  return lines;
}

function labelOf(node: MapNode): string {
  const facts = factsLine(node);
  const [title, ...rest] = [
    node.title,
    ...(facts === '' ? [] : [facts]),
    // The rules of a route stand at its arrows.
    ...conditionLines({ ...node, route: [] }),
    ...groupMarks(node.marks).map(({ severity, words }) => `${severity}: ${words}`),
  ].map(escaped);
  // Above a subgraph there is room for two lines (see TITLE).
  return [title, ...(node.children.length > 0 && rest.length > 0 ? [rest.join('; ')] : rest)].join('<br/>');
}

/** Mermaid leaves room for one line above what is in a subgraph unless told otherwise. */
const TITLE = '%%{init: {"flowchart": {"subGraphTitleMargin": {"top": 4, "bottom": 26}}}}%%';

const ARROWS: Readonly<Record<EdgeKind, readonly [arrow: string, label?: string]>> = {
  sequence: ['-->'],
  branch: ['==>'],
  option: ['-->'],
  route: ['-->'],
  requires: ['-.->', 'requires'],
  when: ['-.->', 'when'],
  review: ['-.->', 'if failed'],
  finish: ['-->', 'ends with'],
};

function edges(graph: Graph, names: ReadonlyMap<ItemId, string>): string[] {
  const parents = new Map(graph.nodes.map(({ id, parent }) => [id, parent]));
  const order = new Map(graph.nodes.map(({ id }, i) => [id, i]));
  return graph.edges.flatMap(({ kind, from, to, label }) => {
    const [arrow, usual] = ARROWS[kind];
    const words = label ?? usual;
    const between = words === undefined ? arrow : `${arrow}|"${escaped(words)}"|`;
    const start = names.get(from) ?? '';
    const end = names.get(to) ?? '';
    if (kind === 'branch' || kind === 'option' || kind === 'route') return [`  ${start}x ${between} ${end}`];
    // An arrow that leads back would turn the whole picture upside down: Mermaid ranks by all arrows alike. The label says it.
    if ((order.get(from) ?? 0) > (order.get(to) ?? 0)) return [];
    // Mermaid cannot draw an arrow between a subgraph and what stands in it; the section's label says it.
    if (isWithin(from, to, parents) || isWithin(to, from, parents)) return [];
    return [`  ${start} ${between} ${end}`];
  });
}

function isWithin(item: ItemId, section: ItemId, parents: ReadonlyMap<ItemId, ItemId | undefined>): boolean {
  for (let up = parents.get(item); up !== undefined; up = parents.get(up)) if (up === section) return true;
  return false;
}

const HARMLESS = /[\p{L}\p{M}\p{N} .,:%()?!/+\u202f“”‘’–—…-]/u;
/** Mermaid reads labels as Markdown: the last of these characters would begin a list. */
const LIST = /^ *(?:\d+[.)]|[+-])(?= |$)/;

/** Text in a quoted label: all but letters, digits and harmless signs as Mermaid's own entity codes. */
function escaped(text: string): string {
  const safe = safeText(text);
  const list = (LIST.exec(safe)?.[0].length ?? 0) - 1;
  let at = 0;
  let result = '';
  for (const char of safe) {
    result += HARMLESS.test(char) && at !== list ? char : `#${char.codePointAt(0) ?? 0};`;
    at += char.length;
  }
  return result;
}
