import { plainSigns } from './number.ts';

/** A symbol, with its power behind it: `s^-2`, `s-2`, `m2`; or a sign between symbols, or "per" in one of the languages. */
const TOKEN = /\s*(?:([*/()]|p[aeor]{2}\b)|([^\s*/^()\d+-]+)(?:\^?\(?([-+]?\d+)\)?)?)\s*/y;

/** Names of units with their symbols. Names are in lower case. */
export type UnitNames = Readonly<Record<string, string>>;

/**
 * The symbols of a unit with their powers: `m/s²`, `m s^-2` and `m·s⁻²` are the same. What follows `/` is divided by, and only that,
 * or what stands in brackets there. A name counts as its symbol. Undefined for what is not written as a unit.
 */
export function unitPowers(text: string, names?: UnitNames): ReadonlyMap<string, number> | undefined {
  const plain = plainSigns(text);
  const powers = new Map<string, number>();
  let around = 1;
  let sign = 1;
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < plain.length; ) {
    const [found, operator, symbol, power = '1'] = TOKEN.exec(plain) ?? [];
    if (found === undefined) return undefined;
    if (symbol !== undefined) {
      // What every object of JSON has (`constructor`) is in no table.
      const name =
        names?.[symbol.toLowerCase()] ??
        // Letters that have a plain spelling.
        symbol
          .replace(/^μ/, 'u')
          .replace(/Ω$/, 'ohm')
          .replace(/^°(?=[CF]$)/, 'deg');
      powers.set(name, (powers.get(name) ?? 0) + sign * Number(power));
    }
    if (operator === '(') around = sign;
    else {
      if (operator === ')') around = 1;
      // In the order of characters a slash and "per" come after the star.
      sign = operator && operator > '*' ? -around : around;
    }
  }
  return powers.size === 0 ? undefined : powers;
}

/** The same as a text that does not hang on the order: `m1 s-2`. */
export function unitKey(text: string, names?: UnitNames): string | undefined {
  const powers = unitPowers(text, names);
  return powers && keyOf(powers);
}

/** The text of symbols with their powers. */
export function keyOf(powers: ReadonlyMap<string, number>): string {
  return [...powers]
    .map((part) => part.join(''))
    .sort()
    .join(' ');
}
