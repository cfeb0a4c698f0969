import type { ItemId } from '../model/ids.ts';
import { flow, lanes } from './arrange.ts';
import { type Block, boxBlock, type HeadLine, headLines, LINE_HEIGHT, lineWidth } from './blocks.ts';
import { isFork } from './node-words.ts';
import type { Graph, MapNode } from './types.ts';

/** One item in its place. Units are CSS pixels from the top left corner of the picture. */
export interface PlacedNode {
  readonly node: MapNode;
  /** A section that is open is a frame around what is in it; everything else is a box. */
  readonly role: 'top' | 'frame' | 'box';
  /** How many frames are around it. */
  readonly level: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly HeadLine[];
}

/** A line between two places, as the points of a polyline; an arrowhead stands at its end. */
export interface PlacedLine {
  readonly kind: 'sequence' | 'branch' | 'option';
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** Words beside a line. */
export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  /** In reading order. */
  readonly nodes: readonly PlacedNode[];
  readonly lines: readonly PlacedLine[];
  readonly labels: readonly PlacedLabel[];
}

/** What blocks are placed into. */
export interface Canvas {
  readonly nodes: PlacedNode[];
  readonly lines: PlacedLine[];
  readonly labels: PlacedLabel[];
}

export const PAD = 16;
const TOP_PAD = 4;
const LEAST_FRAME = 168;

/**
 * Puts a graph on a surface of about this width (more where sections nest deeply). What is taken one after the other flows in rows
 * like text, what is taken in any order likewise but without arrows, and branches stand below each other, each a lane of
 * its own. Deterministic, and linear in the number of items: nothing is moved after it was placed.
 */
export function layout(graph: Graph, width: number): Layout {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const canvas: Canvas = { nodes: [], lines: [], labels: [] };
  const [top] = graph.nodes;
  if (top === undefined) return { width, height: 0, ...canvas };
  const block = sectionBlock(top, nodes, width, 0);
  block.place(canvas, 0, 0, block.height);
  return { width: Math.max(width, block.width), height: block.height, ...canvas };
}

function sectionBlock(
  node: MapNode,
  nodes: ReadonlyMap<ItemId, MapNode>,
  available: number,
  level: number,
  inFork = false,
): Block {
  const forks = isFork(node);
  const role = level === 0 ? 'top' : 'frame';
  const pad = level === 0 ? TOP_PAD : PAD;
  const inner = available - 2 * pad;
  const head = headLines(node, inner, role);
  const headHeight = head.reduce((sum, line) => sum + LINE_HEIGHT[line.style], 0);
  const children = node.children.flatMap((id) => nodes.get(id) ?? []);
  const make = (child: MapNode, room: number): Block =>
    child.children.length > 0
      ? sectionBlock(child, nodes, room, level + 1, forks)
      : boxBlock(child, room, level + 1);
  const ordered = node.shape === 'linear' || node.shape === 'hurdles';
  const body = forks
    ? lanes(node, children, inner, make, (id) => (nodes.get(id)?.children.length ?? 0) > 0)
    : flow(children, inner, make, ordered);
  const gap = forks ? 8 : 14;
  // A branch is as wide as what is in it, so that several may stand side by side; parts of a sequence line up.
  const needed = Math.max(body.width, LEAST_FRAME, ...head.map(({ style, text }) => lineWidth(style, text)));
  const width = inFork ? needed + 2 * pad : Math.max(available, body.width + 2 * pad);
  const height = pad + headHeight + gap + body.height + pad;
  return {
    width,
    height,
    entry: pad + LINE_HEIGHT.title / 2,
    isBox: false,
    place(canvas, x, y, rowHeight) {
      canvas.nodes.push({ node, role, level, x, y, width, height: rowHeight, lines: head });
      body.place(canvas, x + pad, y + pad + headHeight + gap);
    },
  };
}
