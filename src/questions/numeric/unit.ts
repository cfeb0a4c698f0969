import { plainSigns } from './number.ts';

/** A symbol, with its power behind it: `s^-2`, `s-2`, `m2`; or a sign between symbols. */
const TOKEN = /\s*(?:([*/()]|per\b)|([^\s*/^()\d+-]+)(?:\^?\(?([-+]?\d+)\)?)?)\s*/y;

/** Letters that have a plain spelling. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^μ/, 'u'],
  [/Ω$/, 'ohm'],
  [/^°(?=[CF]$)/, 'deg'],
];

/**
 * The symbols of a unit with their powers: `m/s²`, `m s^-2` and `m·s⁻²` are the same. What follows `/` is divided by, and only that,
 * or what stands in brackets there. Undefined for what is not written as a unit.
 */
export function unitPowers(text: string): ReadonlyMap<string, number> | undefined {
  const plain = plainSigns(text);
  const powers = new Map<string, number>();
  let around = 1;
  let sign = 1;
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < plain.length; ) {
    const [found, operator, symbol, power = '1'] = TOKEN.exec(plain) ?? [];
    if (found === undefined) return undefined;
    if (operator === '(') around = sign;
    else if (operator === ')') around = 1;
    if (symbol !== undefined) {
      const name = SPELLINGS.reduce((spelt, [letter, plainly]) => spelt.replace(letter, plainly), symbol);
      powers.set(name, (powers.get(name) ?? 0) + sign * Number(power));
    }
    sign = operator === '/' || operator === 'per' ? -around : operator === '(' ? sign : around;
  }
  return powers.size === 0 ? undefined : powers;
}

/** The same as a text that does not hang on the order: `m1 s-2`. */
export function unitKey(text: string): string | undefined {
  const powers = unitPowers(text);
  return (
    powers &&
    [...powers]
      .map((part) => part.join(''))
      .sort()
      .join(' ')
  );
}
