import type { ItemId } from '../model/ids.ts';
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

/** How far from the left edge of what it leads to an arrow stands where the way forks. */
const BUS = 14;
const INDENT = 36;
const DROP = 26;
const LEAST_LANE = 210;

interface Lane {
  readonly block: Block;
  /** The rules that lead here. */
  readonly words: readonly string[];
}

/** Branches or options, with an arrow to each from where the way forks: side by side where there is room, else below each other. */
export function lanes(
  section: MapNode,
  children: readonly MapNode[],
  room: number,
  make: Make,
  isOpen: (id: ItemId) => boolean,
): Body {
  const inside = Math.max(LEAST_BOX, room - INDENT);
  // Short ways side by side, if need be in one column each. What holds sections is measured once only, with all the room there is:
  // to try several widths would take time that doubles with each level.
  const share = (room - GAP * (children.length - 1)) / children.length;
  const isFlat = children.every(({ children }) => children.every((id) => !isOpen(id)));
  const each = isFlat && share >= LEAST_LANE ? share : inside;
  const blocks = children.map((child) =>
    make(child, child.children.length === 0 ? Math.min(MOST_BOX, each) : each),
  );
  const kind = section.shape === 'static-branching' ? 'branch' : 'option';
  const total = blocks.reduce((sum, block) => sum + block.width + GAP, -GAP);
  const isRow = total <= room;
  const all = blocks.map((block, i): Lane => {
    const width = isRow ? block.width - INDENT : inside;
    return {
      block,
      words: (children[i]?.route ?? []).flatMap((rule) => wrap(safeText(rule), width / FONT_SIZE.condition)),
    };
  });
  return isRow ? sideBySide(all, total, kind) : stacked(all, kind);
}

const labelHeight = ({ words }: Lane) => words.length * LINE_HEIGHT.condition;

function sideBySide(all: readonly Lane[], width: number, kind: PlacedLine['kind']): Body {
  const head = DROP + Math.max(0, ...all.map(labelHeight));
  const tallest = Math.max(0, ...all.map(({ block }) => block.height));
  return {
    width,
    height: head + tallest,
    place(canvas, left, top) {
      let x = left;
      const bar = top + 8;
      for (const { block, words } of all) {
        if (words.length > 0) canvas.labels.push({ x: x + BUS + 10, y: bar + 7, lines: words });
        block.place(canvas, x, top + head, tallest);
        const at = x + BUS;
        arrow(canvas, kind, [left + BUS, top - 4], [left + BUS, bar], [at, bar], [at, top + head - 3]);
        x += block.width + GAP;
      }
    },
  };
}

function stacked(all: readonly Lane[], kind: PlacedLine['kind']): Body {
  const headOf = (lane: Lane) => (lane.words.length > 0 ? labelHeight(lane) + 4 : 0);
  return {
    width: all.reduce((widest, { block }) => Math.max(widest, block.width + INDENT), 0),
    height: all.reduce((sum, lane) => sum + lane.block.height + headOf(lane) + GAP, -GAP),
    place(canvas, left, top) {
      let y = top;
      for (const lane of all) {
        const { block, words } = lane;
        if (words.length > 0) canvas.labels.push({ x: left + INDENT, y, lines: words });
        y += headOf(lane);
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
