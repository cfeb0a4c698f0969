import type { Canvas } from './layout.ts';
import { conditionLines, factsOf, groupMarks } from './node-words.ts';
import { safeText } from './safe-text.ts';
import type { MapNode } from './types.ts';
import { widthOf, wrap } from './wrap.ts';

/** Something with a size that can be put somewhere. */
export interface Block {
  readonly width: number;
  readonly height: number;
  /** How far below its top an arrow from the left meets it. */
  readonly entry: number;
  readonly isBox: boolean;
  /** `height`: that of its row, for boxes that stand side by side. */
  place(canvas: Canvas, x: number, y: number, height: number): void;
}

export type LineStyle = 'top' | 'title' | 'fact' | 'condition' | 'error' | 'warning';

/** One line of the words of a node. */
export interface HeadLine {
  readonly style: LineStyle;
  readonly text: string;
}

/** In pixels. */
export const LINE_HEIGHT: Readonly<Record<LineStyle, number>> = {
  top: 30,
  title: 19,
  fact: 16,
  condition: 16,
  error: 17,
  warning: 17,
};

/** In pixels. */
export const FONT_SIZE: Readonly<Record<LineStyle, number>> = {
  top: 22,
  title: 14,
  fact: 12,
  condition: 12,
  error: 12,
  warning: 12,
};

/** Where the words of a box begin: the sign of its kind stands before them. */
export const SIGN = 20;
export const BOX_PAD = 12;
/** Lines of one text; the rest stands in the node's full description. */
const MOST = 5;

/** How wide an em of text is: bold letters are broader, in some fonts by a fifth. */
function emOf(style: LineStyle): number {
  return FONT_SIZE[style] * (style === 'fact' || style === 'condition' ? 1 : 1.16);
}

/** About how wide a line is, in pixels. */
export function lineWidth(style: LineStyle, text: string): number {
  return widthOf(text) * emOf(style);
}

/** The words of a node, broken into lines. Those of a route stand beside its arrow. */
export function headLines(node: MapNode, width: number, role: 'top' | 'frame' | 'box'): HeadLine[] {
  const lines = (style: LineStyle, text: string) =>
    wrap(text, width / emOf(style), MOST).map((line): HeadLine => ({ style, text: line }));
  // A short fact stays in one piece.
  const facts = factsOf(node)
    .map((fact) => (fact.length < 18 ? fact.replaceAll(' ', '\u{a0}') : fact))
    .join(', ');
  return [
    ...lines(role === 'top' ? 'top' : 'title', safeText(node.title)),
    ...(facts === '' ? [] : lines('fact', facts)),
    ...conditionLines({ ...node, route: [] }).flatMap((words) => lines('condition', words)),
    ...groupMarks(node.marks).flatMap(({ severity, words }) =>
      lines(severity, `${severity === 'error' ? '✗' : '!'} ${words}`),
    ),
  ];
}

/** A module, a quiz, or a section that is folded or empty. */
export function boxBlock(node: MapNode, width: number, level: number): Block {
  const lines = headLines(node, width - 2 * BOX_PAD - SIGN, 'box');
  const height = 2 * BOX_PAD + lines.reduce((sum, line) => sum + LINE_HEIGHT[line.style], 0) - 4;
  return {
    width,
    height,
    entry: height / 2,
    isBox: true,
    place(canvas, x, y, rowHeight) {
      canvas.nodes.push({ node, role: 'box', level, x, y, width, height: rowHeight, lines });
    },
  };
}
