import { arrow, box, check, colour, dot, gate, group, page, path, play } from './draw.ts';

/** The five shapes, each drawn about the middle of a field of 560 × 200. */
export const shapes = {
  autoplay: (): string =>
    play(64, 100, 26) +
    arrow(98, 100, 150, 100) +
    page(166, 73) +
    arrow(220, 100, 272, 100) +
    page(288, 73) +
    arrow(342, 100, 394, 100) +
    page(410, 73) +
    arrow(464, 100, 516, 100),

  hurdles: (): string =>
    page(50, 73) +
    arrow(104, 100, 150, 100) +
    page(166, 73) +
    arrow(220, 100, 276, 100) +
    gate(304, 100, 96) +
    check(304, 100, 17, colour.teal) +
    path('M304 156v18h-232v-34', colour.clay, 2.5, { 'stroke-dasharray': '2 8' }) +
    path('M64 149l8 -11l8 11', colour.clay) +
    arrow(330, 100, 390, 100) +
    page(406, 73) +
    arrow(460, 100, 512, 100),

  random: (): string => {
    const places = [
      [90, 20],
      [90, 126],
      [210, 12],
      [210, 134],
      [330, 20],
    ] as const;
    const spokes = places.map(([x, y]) => path(`M280 100L${x + 22} ${y + 27}`, colour.line, 2));
    return (
      spokes.join('') +
      path('M280 100L460 100', colour.line, 2) +
      path('M280 100L352 153', colour.line, 2) +
      places.map(([x, y]) => page(x, y)).join('') +
      page(330, 126) +
      dot(280, 100, 14, colour.tealSoft, colour.teal) +
      check(478, 100, 28)
    );
  },

  static: (): string => {
    const branch = (y: number): string =>
      path(`M84 100C120 100 120 ${y} 166 ${y}`, colour.muted) +
      page(170, y - 27) +
      arrow(220, y, 262, y) +
      page(276, y - 27) +
      arrow(326, y, 356, y) +
      check(378, y, 15) +
      path(`M398 ${y}C450 ${y} 440 100 476 100`, colour.muted);
    return (
      [36, 100, 164].map(branch).join('') +
      dot(72, 100, 14, colour.tealSoft, colour.teal) +
      check(498, 100, 22)
    );
  },

  dynamic: (): string => {
    const from = (y: number): string => path(`M84 100C120 100 120 ${y} 166 ${y}`, colour.muted);
    const to = (y: number, x: number): string => path(`M${x} ${y}C450 ${y} 440 100 476 100`, colour.muted);
    const faded = group(
      { opacity: 0.35 },
      from(36),
      page(170, 9),
      to(36, 222),
      from(164),
      page(170, 137),
      arrow(220, 164, 262, 164),
      page(276, 137),
      to(164, 328),
    );
    return (
      faded +
      from(100) +
      page(170, 73, colour.tealSoft) +
      arrow(220, 100, 262, 100) +
      page(276, 73, colour.tealSoft) +
      to(100, 328) +
      dot(72, 100, 14, colour.tealSoft, colour.teal) +
      check(498, 100, 22)
    );
  },
} as const;

export type ShapeName = keyof typeof shapes;

/** Small signs for the shapes, about 150 × 60, for maps. */
export const signs: Readonly<Record<ShapeName, (x: number, y: number) => string>> = {
  autoplay: (x, y) =>
    path(`M${x + 26} ${y}H${x + 140}`, colour.line) +
    play(x + 12, y, 12) +
    [60, 100, 140].map((dx) => dot(x + dx, y, 9, colour.teal)).join(''),
  hurdles: (x, y) =>
    path(`M${x} ${y}H${x + 140}`, colour.line) +
    [6, 50, 96, 140].map((dx) => dot(x + dx, y, 9, colour.teal)).join('') +
    box(x + 69, y - 20, 8, 40, colour.clay, undefined, 3) +
    box(x + 114, y - 20, 8, 40, colour.clay, undefined, 3),
  random: (x, y) =>
    (
      [
        [10, -14],
        [34, 12],
        [60, -16],
        [84, 10],
        [106, -12],
      ] as const
    )
      .map(([dx, dy]) => dot(x + dx, y + dy, 9, colour.teal))
      .join('') + check(x + 138, y, 12),
  static: (x, y) =>
    [-20, 0, 20]
      .map(
        (dy) =>
          path(
            `M${x + 8} ${y}C${x + 30} ${y} ${x + 24} ${y + dy} ${x + 46} ${y + dy}H${x + 100}C${x + 124} ${y + dy} ${x + 118} ${y} ${x + 138} ${y}`,
            colour.line,
          ) +
          dot(x + 58, y + dy, 8, colour.teal) +
          dot(x + 90, y + dy, 8, colour.teal),
      )
      .join('') +
    dot(x + 6, y, 7, colour.tealSoft, colour.teal) +
    dot(x + 140, y, 7, colour.tealSoft, colour.teal),
  dynamic: (x, y) =>
    [-18, 18]
      .map(
        (dy, i) =>
          path(
            `M${x + 8} ${y}C${x + 34} ${y} ${x + 30} ${y + dy} ${x + 56} ${y + dy}H${x + 90}C${x + 118} ${y + dy} ${x + 114} ${y} ${x + 138} ${y}`,
            colour.line,
            2.5,
            i === 1 ? { 'stroke-dasharray': '2 8' } : {},
          ) + dot(x + 73, y + dy, 9, i === 0 ? colour.teal : colour.paper, i === 0 ? undefined : colour.line),
      )
      .join('') +
    dot(x + 6, y, 7, colour.tealSoft, colour.teal) +
    dot(x + 140, y, 7, colour.tealSoft, colour.teal),
};
