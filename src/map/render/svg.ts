import { escapeHtml } from '../../compile/escape.ts';
import { BOX_PAD, FONT_SIZE, type HeadLine, LINE_HEIGHT, SIGN } from '../blocks.ts';
import { layout, PAD, type PlacedLabel, type PlacedLine, type PlacedNode } from '../layout.ts';
import { conditionLines, factsLine, groupMarks, severityOf } from '../node-words.ts';
import { safeText } from '../safe-text.ts';
import type { Graph, MapNode } from '../types.ts';
import { foldedWords } from '../words.ts';
import type { Renderer } from './renderer.ts';

const WIDTH = 960;
const MARGIN = 16;

/**
 * A picture of its own, light or dark as the reader likes it: no scripts, no fonts, nothing loaded. The words of every node stand
 * as text, in reading order; roles follow the WAI-ARIA Graphics Module (https://www.w3.org/TR/graphics-aria-1.0/).
 */
export const svg: Renderer = {
  description: 'a picture for documents and pages',
  extensions: ['svg'],
  render(graph, { url }) {
    const placed = layout(graph, WIDTH);
    const width = round(placed.width + 2 * MARGIN);
    const height = round(placed.height + 2 * MARGIN);
    return `${[
      `<svg xmlns="http://www.w3.org/2000/svg" class="course-map" viewBox="${-MARGIN} ${-MARGIN} ${width} ${height}" width="${width}" height="${height}" role="graphics-document" aria-labelledby="course-map-title" aria-describedby="course-map-desc" xml:lang="${xml(graph.course.language)}">`,
      `<title id="course-map-title">Map of the course ${xml(graph.course.title)}</title>`,
      `<desc id="course-map-desc">${xml(summary(graph))}</desc>`,
      `<style>${STYLE}</style>`,
      `<rect class="ground" x="${-MARGIN}" y="${-MARGIN}" width="${width}" height="${height}"/>`,
      ...placed.nodes.filter(({ role }) => role !== 'box').map((node) => nodeOf(node, url)),
      ...placed.lines.map(lineOf),
      ...placed.labels.map(labelOf),
      ...placed.nodes.filter(({ role }) => role === 'box').map((node) => nodeOf(node, url)),
      '</svg>',
    ].join('\n')}\n`;
  },
};

const STYLE =
  '.course-map{--ground:#fff;--raised:#f6f6f3;--text:#1c1d1f;--muted:#5b5f65;--line:#d5d5cf;--way:#85888c;--accent:#0d6a82;--error:#a8321f;--warning:#7d5200;' +
  'font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}' +
  '@media (prefers-color-scheme:dark){.course-map{--ground:#131416;--raised:#1c1e21;--text:#e9e8e4;--muted:#a3a7ad;--line:#3a3e43;--way:#7d8187;--accent:#61b0ca;--error:#f29b8a;--warning:#e2bd6c}}' +
  '.course-map .ground{fill:var(--ground)}' +
  '.course-map text{fill:var(--text)}' +
  Object.entries(FONT_SIZE)
    .map(([style, size]) => `.course-map .${style}{font-size:${size}px}`)
    .join('') +
  '.course-map .top,.course-map .title{font-weight:600}' +
  '.course-map .fact,.course-map .condition{fill:var(--muted)}' +
  '.course-map .condition{font-style:italic}' +
  '.course-map .error,.course-map .warning{font-weight:600}' +
  '.course-map text .error{fill:var(--error)}.course-map text .warning{fill:var(--warning)}' +
  '.course-map .is-frame>rect{fill:var(--ground);stroke:var(--line)}' +
  '.course-map .odd>rect{fill:var(--raised)}' +
  '.course-map .is-box rect{fill:var(--ground);stroke:var(--way)}' +
  '.course-map .optional>rect,.course-map .optional>a>rect{stroke-dasharray:5 4}' +
  '.course-map .has-error>rect,.course-map .has-error>a>rect{stroke:var(--error);stroke-width:2.5}' +
  '.course-map .has-warning>rect,.course-map .has-warning>a>rect{stroke:var(--warning);stroke-width:2.5}' +
  '.course-map .sign{fill:none;stroke:var(--accent);stroke-width:2}' +
  '.course-map .quiz .sign{fill:var(--accent)}' +
  '.course-map .way{fill:none;stroke:var(--way);stroke-width:1.5;stroke-linejoin:round;stroke-linecap:round}' +
  '.course-map .option{stroke-dasharray:5 4}' +
  '.course-map a:hover .title,.course-map a:focus .title{text-decoration:underline}' +
  '.course-map a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}';

function nodeOf(placed: PlacedNode, url: string | undefined): string {
  const { node, role, level, x, y, width, height } = placed;
  const severity = severityOf(node);
  const classes = [
    `is-${role}`,
    node.kind,
    ...(role === 'frame' && level % 2 === 1 ? ['odd'] : []),
    ...(node.optional ? ['optional'] : []),
    ...(severity === undefined ? [] : [`has-${severity}`]),
  ];
  const rect =
    role === 'top'
      ? ''
      : `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${role === 'frame' ? 10 : 6}"/>`;
  const left = role === 'box' ? x + BOX_PAD + SIGN : x + (role === 'top' ? 4 : PAD);
  const top = role === 'box' ? y + BOX_PAD - 2 : y + (role === 'top' ? 4 : PAD);
  const content = `${rect}${role === 'box' ? signOf(node, x + BOX_PAD, top) : ''}${wordsOf(placed.lines, left, top)}`;
  const linked =
    url === undefined || node.href === undefined
      ? content
      : `<a href="${xml(encodeURI(url + node.href))}">${content}</a>`;
  return `<g class="${classes.join(' ')}" role="${role === 'box' ? 'graphics-symbol' : 'graphics-object'}" data-item="${xml(node.id)}"><title>${xml(described(node))}</title>${linked}</g>`;
}

/** Everything that there is to say about a node: where its box has no room for all of it, this still has. */
function described(node: MapNode): string {
  const facts = factsLine(node);
  return [
    safeText(node.title),
    ...(facts === '' ? [] : [facts]),
    ...conditionLines(node),
    ...groupMarks(node.marks).map(({ words, severity, place }) => `${severity} ${words}, ${safeText(place)}`),
  ].join('; ');
}

/** A circle for a module, a diamond for a quiz, two bars for a section that is folded. */
function signOf({ kind }: MapNode, x: number, y: number): string {
  const cx = round(x + 5);
  const cy = round(y + LINE_HEIGHT.title / 2);
  switch (kind) {
    case 'module':
      return `<circle class="sign" cx="${cx}" cy="${cy}" r="4.5"/>`;
    case 'quiz':
      return `<path class="sign" d="M${cx} ${round(cy - 5)}l5 5-5 5-5-5Z"/>`;
    case 'section':
      return `<path class="sign" d="M${round(cx - 5)} ${round(cy - 3)}h10m-10 6h10"/>`;
  }
}

function wordsOf(lines: readonly HeadLine[], x: number, top: number): string {
  let y = top;
  const spans = lines.map(({ style, text }) => {
    const baseline = y + LINE_HEIGHT[style] * 0.72;
    y += LINE_HEIGHT[style];
    return `<tspan class="${style}" x="${round(x)}" y="${round(baseline)}">${xml(text)}</tspan>`;
  });
  return `<text>${spans.join('')}</text>`;
}

function labelOf({ x, y, lines }: PlacedLabel): string {
  return wordsOf(
    lines.map((text): HeadLine => ({ style: 'condition', text })),
    x,
    y,
  );
}

/** With an arrowhead of two strokes: a marker would need an id, and ids collide where pictures share a page. */
function lineOf({ kind, points }: PlacedLine): string {
  const way = points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
  const [fromX, fromY] = points.at(-2) ?? [0, 0];
  const [x, y] = points.at(-1) ?? [0, 0];
  const head =
    fromY === y
      ? `M${round(x - Math.sign(x - fromX) * 5)} ${round(y - 4)}L${round(x)} ${round(y)}l${-Math.sign(x - fromX) * 5} 4`
      : `M${round(x - 4)} ${round(y - 5)}L${round(x)} ${round(y)}l4-5`;
  return `<path class="way ${kind}" d="${way}"/><path class="way" d="${head}"/>`;
}

function summary({ nodes, course }: Graph): string {
  const modules = nodes.reduce(
    (sum, { kind, folded }) => sum + (folded?.modules ?? (kind === 'module' ? 1 : 0)),
    0,
  );
  const quizzes = nodes.reduce(
    (sum, { kind, folded }) => sum + (folded?.quizzes ?? (kind === 'quiz' ? 1 : 0)),
    0,
  );
  return `${foldedWords({ modules, quizzes })} of ${safeText(course.title)}, in the order in which they are read. Arrows lead from one to the next.`;
}

/** Text as XML, in content or in a double-quoted attribute. */
function xml(text: string): string {
  return escapeHtml(safeText(text));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
