/** The drawing kit of the example course: one palette, a few shapes, plain SVG text. */

export const colour = {
  paper: '#faf7f1',
  edge: '#e2dbcc',
  ink: '#22313a',
  muted: '#55646b',
  line: '#a9a497',
  teal: '#1f6f6b',
  tealSoft: '#d5e8e5',
  clay: '#b04f27',
  claySoft: '#f5ded0',
  gold: '#8a6410',
  goldSoft: '#f6e8c3',
  blue: '#3a5a8a',
  blueSoft: '#dde5f1',
  white: '#ffffff',
} as const;

const FONT = "system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', Helvetica, Arial, sans-serif";

/** Attributes of one element; undefined ones are left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (char) => escaped[char] ?? char);

/** One SVG element as text. */
export function el(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** Several elements as one, perhaps with attributes for all of them. */
export const group = (attributes: Attributes, ...children: readonly string[]): string =>
  el('g', attributes, ...children);

export interface TextStyle {
  readonly size?: number;
  readonly fill?: string;
  readonly weight?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly italic?: boolean;
  readonly mono?: boolean;
}

/** Text on a baseline; lines are parted by `\n`. */
export function text(x: number, y: number, words: string, style: TextStyle = {}): string {
  const size = style.size ?? 20;
  const lines = words.split('\n');
  return el(
    'text',
    {
      x,
      y,
      'font-size': size,
      'font-family': style.mono ? "ui-monospace, 'Liberation Mono', monospace" : FONT,
      'font-weight': style.weight,
      'font-style': style.italic ? 'italic' : undefined,
      'text-anchor': style.anchor ?? 'middle',
      fill: style.fill ?? colour.ink,
    },
    ...lines.map((line, i) =>
      lines.length === 1
        ? escapeXml(line)
        : el('tspan', { x, dy: i === 0 ? 0 : Math.round(size * 1.25) }, escapeXml(line)),
    ),
  );
}

export const box = (
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  stroke: string | undefined = undefined,
  rx = 10,
): string => el('rect', { x, y, width, height, rx, fill, stroke, 'stroke-width': stroke ? 2 : undefined });

export const dot = (cx: number, cy: number, r: number, fill: string, stroke?: string): string =>
  el('circle', { cx, cy, r, fill, stroke, 'stroke-width': stroke ? 2.5 : undefined });

export const path = (d: string, stroke: string = colour.ink, width = 2.5, extra: Attributes = {}): string =>
  el('path', {
    d,
    fill: 'none',
    stroke,
    'stroke-width': width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    ...extra,
  });

/** A straight arrow whose head ends at the second point. */
export function arrow(x1: number, y1: number, x2: number, y2: number, stroke: string = colour.muted): string {
  return path(`M${x1} ${y1}L${x2} ${y2}`, stroke) + head(x2, y2, Math.atan2(y2 - y1, x2 - x1), stroke);
}

/** An arrow head at a point, in the direction of an angle in radians. */
export function head(x: number, y: number, angle: number, stroke: string = colour.muted): string {
  const barb = (turn: number): string =>
    `${(x - 11 * Math.cos(angle + turn)).toFixed(1)} ${(y - 11 * Math.sin(angle + turn)).toFixed(1)}`;
  return path(`M${barb(0.5)}L${x} ${y}L${barb(-0.5)}`, stroke);
}

/** A sheet with lines of writing: a module. */
export function page(
  x: number,
  y: number,
  fill: string = colour.white,
  stroke: string = colour.teal,
): string {
  const lines = [16, 26, 36].map((dy, i) => path(`M${x + 10} ${y + dy}h${i === 2 ? 14 : 24}`, stroke, 2));
  return box(x, y, 44, 54, fill, stroke, 6) + lines.join('');
}

/** A disc with a check mark: a quiz passed. */
export const check = (x: number, y: number, r = 18, fill: string = colour.teal): string =>
  dot(x, y, r, fill) +
  path(
    `M${x - r * 0.42} ${y + r * 0.02}l${r * 0.3} ${r * 0.32}l${r * 0.55} ${-r * 0.62}`,
    colour.white,
    Math.max(2, r / 6),
  );

/** A triangle that points to the right: play. */
export const play = (x: number, y: number, r = 22, fill: string = colour.clay): string =>
  dot(x, y, r, fill) +
  el('path', {
    d: `M${x - r * 0.3} ${y - r * 0.45}L${x + r * 0.5} ${y}L${x - r * 0.3} ${y + r * 0.45}Z`,
    fill: colour.white,
  });

/** A gate across the path: a hurdle. */
export const gate = (x: number, y: number, height = 80): string =>
  box(x - 7, y - height / 2, 14, height, colour.clay, undefined, 5);

/** A whole picture on its own panel, so that it stands on light and dark pages alike. */
export function picture(width: number, height: number, ...children: readonly string[]): string {
  return `${el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
    el('rect', {
      x: 1,
      y: 1,
      width: width - 2,
      height: height - 2,
      rx: 16,
      fill: colour.paper,
      stroke: colour.edge,
      'stroke-width': 2,
    }),
    ...children,
  )}\n`;
}
