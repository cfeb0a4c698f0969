import { type Block, FONT_SIZE, LINE_HEIGHT } from './blocks.ts';
import type { Canvas, PlacedLine } from './layout.ts';
import { safeText } from './safe-text.ts';
import type { MapNode } from './types.ts';
import { wrap } from './wrap.ts';

/** What stands within a section. */
export interface Body {
  readonly width: number;
  readonly height: number;
  place(canvas: Canvas, x: number, y: number): void;
}

type Make = (child: MapNode, room: number) => Block;

const LEAST_BOX = 168;
const MOST_BOX = 240;
const ARROW = 30;
const GAP = 12;

interface Row {
  readonly blocks: Block[];
  height: number;
}

/** Boxes in rows like words in lines; a section that is open has a row of its own. `ordered`: arrows join them. */
export function flow(children: readonly MapNode[], room: number, make: Make, ordered: boolean): Body {
  const gap = ordered ? ARROW : GAP;
  const rowGap = ordered ? ARROW : GAP;
  const columns = Math.max(1, Math.floor((room + gap) / (LEAST_BOX + gap)));
  const box = Math.max(LEAST_BOX, Math.min(MOST_BOX, (room - (columns - 1) * gap) / columns));
  const rows: Row[] = [];
  for (const child of children) {
    const isBox = child.children.length === 0;
    const block = make(child, isBox ? box : room);
    const row = rows.at(-1);
    if (isBox && row?.blocks[0]?.isBox === true && row.blocks.length < columns) {
      row.blocks.push(block);
      row.height = Math.max(row.height, block.height);
    } else rows.push({ blocks: [block], height: block.height });
  }
  const widthOf = ({ blocks }: Row) =>
    blocks.reduce((sum, block) => sum + block.width, 0) + (blocks.length - 1) * gap;
  return {
    width: rows.reduce((widest, row) => Math.max(widest, widthOf(row)), 0),
    height: rows.reduce((sum, row) => sum + row.height, 0) + Math.max(0, rows.length - 1) * rowGap,
    place(canvas, left, top) {
      let y = top;
      let before: readonly [x: number, y: number] | undefined;
      for (const row of rows) {
        let x = left;
        for (const [i, block] of row.blocks.entries()) {
          block.place(canvas, x, y, row.height);
          // Where arrows leave and meet a row: in the middle of a box, and there too at a frame.
          const middle = x + Math.min(block.width, box) / 2;
          if (ordered && i > 0)
            arrow(canvas, 'sequence', [x - gap + 3, y + row.height / 2], [x - 3, y + row.height / 2]);
          else if (ordered && before !== undefined) {
            const turn = y - rowGap / 2;
            arrow(canvas, 'sequence', before, [before[0], turn], [middle, turn], [middle, y - 3]);
          }
          before = [middle, y + row.height + 3];
          x += block.width + gap;
        }
        y += row.height + rowGap;
      }
    },
  };
}

const BUS = 12;
const INDENT = 36;

/** Each child in a lane of its own, with an arrow from where the way forks, and the rules that lead there above it. */
export function lanes(section: MapNode, children: readonly MapNode[], room: number, make: Make): Body {
  const all = children.map((child) => {
    const isBox = child.children.length === 0;
    const block = make(child, isBox ? Math.max(LEAST_BOX, Math.min(MOST_BOX, room - INDENT)) : room - INDENT);
    const words = child.route.flatMap((rule) => wrap(safeText(rule), (room - INDENT) / FONT_SIZE.condition));
    return { block, words, head: words.length * LINE_HEIGHT.condition + (words.length > 0 ? 4 : 0) };
  });
  const kind = section.shape === 'static-branching' ? 'branch' : 'option';
  return {
    width: all.reduce((widest, { block }) => Math.max(widest, block.width + INDENT), 0),
    height: all.reduce((sum, { block, head }) => sum + block.height + head + GAP, -GAP),
    place(canvas, left, top) {
      let y = top;
      for (const { block, words, head } of all) {
        if (words.length > 0) canvas.labels.push({ x: left + INDENT, y, lines: words });
        y += head;
        block.place(canvas, left + INDENT, y, block.height);
        const at = y + block.entry;
        arrow(canvas, kind, [left + BUS, top - 4], [left + BUS, at], [left + INDENT - 3, at]);
        y += block.height + GAP;
      }
    },
  };
}

function arrow(canvas: Canvas, kind: PlacedLine['kind'], ...points: PlacedLine['points']): void {
  canvas.lines.push({ kind, points });
}
