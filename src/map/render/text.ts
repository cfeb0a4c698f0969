import { wrapAnsi } from 'fast-wrap-ansi';
import { conditionLines, factsLine, groupMarks } from '../node-words.ts';
import { safeText } from '../safe-text.ts';
import type { Graph, MapNode, Mark } from '../types.ts';
import type { Palette, Renderer, RenderOptions } from './renderer.ts';

/** A tree for the terminal: one line an item, and below it its conditions and findings. */
export const text: Renderer = {
  description: 'a tree for the terminal',
  extensions: ['txt'],
  render(graph, options) {
    const { palette } = options;
    const signs = options.unicode ? BOXES : ASCII;
    const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
    const lines: string[] = [];
    const [top] = graph.nodes;
    const waiting: Place[] = top === undefined ? [] : [{ node: top, head: '', below: '' }];
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
      const { node, head, below } = place;
      const children = node.children.flatMap((id) => nodes.get(id) ?? []);
      const under = below + (children.length > 0 ? signs.down : signs.blank);
      const put = (first: string, content: string, hang = '') => {
        const [line = '', ...more] = broken(content, under.length + hang.length, options);
        lines.push(palette.dim(first) + line, ...more.map((rest) => palette.dim(under) + hang + rest));
      };
      put(head, headline(node, palette), HANG);
      for (const note of notes(node, signs, palette)) put(under, note, HANG);
      for (let i = children.length - 1; i >= 0; i--) {
        const child = children[i];
        if (child === undefined) continue;
        const last = i === children.length - 1;
        waiting.push({
          node: child,
          head: below + (last ? signs.last : signs.fork),
          below: below + (last ? signs.blank : signs.down),
        });
      }
    }
    return [...lines, ...elsewhere(graph, signs, options)].map((line) => `${line}\n`).join('');
  },
};

/** What does not fit on the line of an item or note stands further in. */
const HANG = '  ';
/** However deep, a line has room for a few words. */
const LEAST = 24;

function broken(content: string, indent: number, { width }: RenderOptions): string[] {
  if (width === undefined) return [content];
  // A number and its unit stay on one line.
  const whole = content.replace(/(\d) (?=(?:h|min)\b)/g, '$1\u00a0');
  const lines = wrapAnsi(whole, Math.max(LEAST, width - indent), { trim: true, hard: true });
  return lines.replace(/(\d)\u00a0(?=(?:h|min)\b)/g, '$1 ').split('\n');
}

interface Place {
  readonly node: MapNode;
  /** What stands before its own line, and before the lines below that. */
  readonly head: string;
  readonly below: string;
}

interface Signs {
  readonly fork: string;
  readonly last: string;
  readonly down: string;
  readonly blank: string;
  readonly error: string;
  readonly warning: string;
}

const BOXES: Signs = { fork: '├─ ', last: '└─ ', down: '│  ', blank: '   ', error: '✗', warning: '!' };
const ASCII: Signs = { fork: '|- ', last: '`- ', down: '|  ', blank: '   ', error: 'x', warning: '!' };

function headline(node: MapNode, { bold, dim, cyan }: Palette): string {
  const title = safeText(node.title);
  const facts = factsLine(node);
  const parts = [node.kind === 'section' ? bold(title) : title, cyan(`[${node.id}]`)];
  return [...parts, ...(facts === '' ? [] : [dim(facts)])].join(' ');
}

/** What leads to the item, what it waits for, and what is wrong with it. */
function notes(node: MapNode, signs: Signs, palette: Palette): string[] {
  return [
    ...conditionLines(node).map((words) => palette.dim(words)),
    ...groupMarks(node.marks).map((group) => marked(group, signs, palette)),
  ];
}

function marked(
  { rule, severity, place, count }: Mark & { readonly count: number },
  signs: Signs,
  { red, yellow, dim }: Palette,
): string {
  const sign = severity === 'error' ? red(`${signs.error} ${rule}`) : yellow(`${signs.warning} ${rule}`);
  const more = count > 1 ? ` and ${count - 1} more` : '';
  return `${sign} ${dim(`${safeText(place)}${more}`)}`;
}

function elsewhere({ elsewhere }: Graph, signs: Signs, { palette }: RenderOptions): string[] {
  if (elsewhere.length === 0) return [];
  return [
    '',
    'Found outside the pathway:',
    ...elsewhere.map((mark) => `  ${marked({ ...mark, count: 1 }, signs, palette)}`),
  ];
}
