import { clampChroma, converter, formatHex, type Oklch, wcagContrast } from 'culori';

/** One accent colour made fit for use: every pair that meets on a page has the contrast that it needs. */
export interface AccentVariants {
  /** Text, links and borders: at least 4.5 : 1 on the page, on raised surfaces and on `soft`. */
  readonly accent: string;
  /** The ground of buttons: `onFill` has at least 4.5 : 1 on it, and it 3 : 1 on the page. */
  readonly fill: string;
  readonly onFill: string;
  /** A tint for grounds: body text stays at 7 : 1 or better on it. */
  readonly soft: string;
  /** A quiet line of the same hue. */
  readonly line: string;
}

export interface Accent {
  readonly light: AccentVariants;
  readonly dark: AccentVariants;
}

/** The grounds that the style sheet uses; `colours.css` names the same. */
export const GROUNDS = {
  light: { page: '#ffffff', raised: '#f6f6f3', text: '#1c1d1f' },
  dark: { page: '#131416', raised: '#1c1e21', text: '#e9e8e4' },
} as const;

export const DEFAULT_ACCENT = '#0d6a82';

/** AA for text of any size (WCAG 2.2, 1.4.3). A little more, since colours are rounded to 8 bit. */
const TEXT_CONTRAST = 4.55;
/** On dark grounds the ratio flatters dim colours, so more is asked there. */
const DARK_CONTRAST = 6;
/** For the parts of controls (WCAG 2.2, 1.4.11). */
const PART_CONTRAST = 3.05;

const toOklch = converter('oklch');

/**
 * The variants of an accent for light and dark pages. Hue and chroma stay as near to the author's colour as sRGB
 * allows; only the lightness moves (in OKLCH, https://www.w3.org/TR/css-color-4/#ok-lab), no further than contrast asks.
 *
 * @param colour `#rrggbb`. Throws for anything else.
 */
export function accentOf(colour: string): Accent {
  const base = toOklch(colour);
  if (base === undefined || !/^#[0-9a-f]{6}$/i.test(colour)) throw new RangeError(`Not a colour: ${colour}`);
  return { light: variants(base, 'light'), dark: variants(base, 'dark') };
}

function variants(base: Oklch, scheme: 'light' | 'dark'): AccentVariants {
  const { page, raised } = GROUNDS[scheme];
  const light = scheme === 'light';
  const soft = hex(base, light ? 0.96 : 0.27, Math.min(base.c, light ? 0.017 : 0.035));
  const line = hex(base, light ? 0.86 : 0.42, Math.min(base.c, 0.045));
  const away = light ? -1 : 1;
  const reads = (shade: string) =>
    [page, raised, soft].every(
      (ground) => wcagContrast(shade, ground) >= (light ? TEXT_CONTRAST : DARK_CONTRAST),
    );
  const accent = shade(base, away, reads);

  const onDark = '#ffffff';
  const onLight = '#101113';
  const carries = (shade: string) =>
    wcagContrast(shade, page) >= PART_CONTRAST &&
    Math.max(wcagContrast(shade, onDark), wcagContrast(shade, onLight)) >= TEXT_CONTRAST;
  const fill = shade(base, away, carries);
  const onFill = wcagContrast(fill, onDark) >= TEXT_CONTRAST ? onDark : onLight;
  return { accent, fill, onFill, soft, line };
}

/** The nearest lightness, going one way from the author's, that satisfies a demand. */
function shade(base: Oklch, direction: 1 | -1, isEnough: (shade: string) => boolean): string {
  for (let lightness = base.l; lightness >= 0 && lightness <= 1; lightness += direction * 0.005) {
    const candidate = hex(base, lightness, base.c);
    if (isEnough(candidate)) return candidate;
  }
  return direction === 1 ? '#ffffff' : '#000000';
}

function hex(base: Oklch, l: number, c: number): string {
  return formatHex(clampChroma({ ...base, l, c }, 'oklch'));
}
