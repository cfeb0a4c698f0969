/** A number as somebody typed it, read in one way. */
export interface TypedNumber {
  readonly value: number;
  /** What stands behind the number. */
  readonly unit: string;
  /** How many significant figures it shows: zeros at the end of `1500` may count or not. Undefined for a fraction. */
  readonly figures?: { readonly least: number; readonly most: number };
}

/** More characters are no number. */
const LONGEST = 100;
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻';

/** The signs of numbers and units in one form each: superscripts as powers, `*` for every sign of multiplication, one minus, one blank. */
export function plainSigns(text: string): string {
  return (
    text
      .slice(0, 2 * LONGEST)
      .replace(
        /[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+/g,
        (signs) => `^${signs.replace(/./g, (sign) => '0123456789+-'.charAt(SUPERSCRIPTS.indexOf(sign)))}`,
      )
      .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
      .replace(/٫/g, '.')
      .replace(/[٬’‘ʼ_]/g, "'")
      .replace(/º/g, '°')
      // Or `1½` would be 11/2.
      .replace(/(\d)(?=[¼-¾⅐-⅞])/g, '$1 ')
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .replace(/[\p{Pd}−]/gu, '-')
      .replace(/[×·⋅∙]/g, '*')
      .replace(/\*\*/g, '^')
      .replace(/[÷⁄]/g, '/')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

const DIGITS = String.raw`(?:\d|[.,]\d)(?:[\d.,' ]*\d)?[.,]?`;
const FORM = new RegExp(
  String.raw`^[=≈~ ]*([-+]?) ?(?:10 ?\^ ?\(?([-+]?\d+)\)?|(${DIGITS})(?: ?[*x] ?10 ?\^ ?\(?([-+]?\d+)\)?|e([-+]?\d+))?)(?: ?/ ?(${DIGITS}))? ?(.*)$`,
  'i',
);

/** `1 1/2`, as which `1½` is read: no group of digits has fewer than three. */
const MIXED = /^(\D*)(\d+) (\d\d?) ?\/ ?(\d\d?)(?![\d.,])/;

/**
 * Reads what was typed as a number with what stands behind it: decimal point or comma, groups of digits parted by points, commas, blanks or apostrophes,
 * `1.5e3`, `1.5 × 10³`, fractions such as `3/4` and `1 1/2`, any minus. `1,234` can be read in two ways and gives both; what is no number gives none.
 */
export function readNumber(text: string): TypedNumber[] {
  const plain = plainSigns(text).replace(/^([-+]?) ?(\p{Sc}) ?(.+)$/u, '$1$3$2');
  if (plain.length > LONGEST) return [];
  const found = FORM.exec(
    plain.replace(MIXED, (all, before, whole, above, under) =>
      Number(above) < under ? `${before}${whole * under + Number(above)}/${under}` : all,
    ),
  );
  if (found === null) return [];
  const [, sign = '', power, digits = '1', times, exponent, below, unit = ''] = found;
  const shift = Number(power ?? times ?? exponent ?? 0);
  const numbers = decimals(digits).map((decimal) => {
    const shown = decimal.replace('.', '').replace(/^0+/, '');
    const most = Math.max(1, shown.length);
    return {
      value: Number(`${sign}${decimal}e${shift}`),
      unit,
      figures: {
        least: decimal.includes('.') ? most : Math.max(1, shown.replace(/0+$/, '').length),
        most,
      },
    };
  });
  const read =
    below === undefined
      ? numbers
      : numbers.flatMap(({ value }) =>
          decimals(below).map((divisor) => ({ value: value / Number(divisor), unit })),
        );
  return read.filter(({ value }) => Number.isFinite(value));
}

/** A whole number in groups; two digits between two signs as in India. */
const GROUPS = /^[1-9]\d{0,2}([., '])(?:\d{2,3}\1)*\d{3}$/;

/** The ways to read digits with marks among them, each as JavaScript writes it. */
function decimals(written: string): string[] {
  const [, whole = '', mark = '', after = ''] = /^(.*)([.,])(\d*)$/.exec(written) ?? [];
  const readings: string[] = [];
  if (/^\d+$/.test(written)) readings.push(written);
  if (mark !== '' && /^\d*$/.test(whole)) readings.push(`${whole}.${after}`);
  if (GROUPS.test(written)) readings.push(written.replace(/\D/g, ''));
  if (mark !== '' && GROUPS.exec(whole)?.[1] !== mark && GROUPS.test(whole))
    readings.push(`${whole.replace(/\D/g, '')}.${after}`);
  return readings;
}
