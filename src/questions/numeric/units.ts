import { distance } from 'fastest-levenshtein';
import type { Report } from '../finish.ts';
import type { NumericRules, Unit, UnitTable } from './types.ts';
import { keyOf, unitKey, unitPowers } from './unit.ts';
import { foldName, isUsualUnit, namesOfUnit, symbolNamed, UNIT_NAMES } from './unit-names.ts';

type Powers = ReadonlyMap<string, number>;

/** Words for what is several symbols. */
const WORDS: readonly (readonly [word: string, symbols: Powers])[] = [
  ['mph', new Map([...one('mi'), ['h', -1]])],
  ['kph', new Map([...one('km'), ['h', -1]])],
  ['kmh', new Map([...one('km'), ['h', -1]])],
];

/** Products that are written as one word; `Pas` and `As` are words as well, but no unit. */
const PRODUCTS = /\b([kM]?N)(c?m)\b/g;

/** Shares of a whole, in percent. */
const SHARES: Readonly<Record<string, number>> = { '%': 1, '‰': 0.1, ppm: 1e-4, ppb: 1e-7 };

function one(symbol: string): Map<string, number> {
  return new Map([[symbol, 1]]);
}

/**
 * The table of the accepted units, so that a page needs no library to convert them: mathjs knows the units of the SI and many others, `unit-names.ts` what people write
 * for them. A word that neither knows, such as `€` or `people`, is a unit of its own, and the others are other words for it. Undefined where no unit is asked for.
 */
export async function unitTable(
  id: string,
  { units: written }: NumericRules,
  report: Report,
): Promise<UnitTable | undefined> {
  const [asked, ...others] = written;
  if (asked === undefined) return undefined;
  const { isUnit, conversion, spellings } = await import('./conversion.ts');

  /** The symbol of a name, unless mathjs knows the name as something else. */
  const symbolOf = (name: string): string => {
    const symbol = symbolNamed(foldName(name)) ?? name.replace(/^(.?)L$/, '$1l');
    if (!isUnit(one(name))) return symbol;
    const same = conversion(one(name), one(symbol));
    return same?.factor === 1 && same.shift === 0 ? symbol : name;
  };
  const read = (text: string): Powers | undefined => {
    const powers = unitPowers(text.replace(PRODUCTS, '$1 $2').replace(/^1 ?(?=\/)/, ''));
    const word = powers !== undefined && isWord(powers) ? [...powers.keys()].join('') : undefined;
    const meant = WORDS.find(([each]) => each === word?.toLowerCase());
    if (meant !== undefined) return meant[1];
    const symbols = new Map<string, number>();
    for (const [name, power] of powers ?? []) {
      const symbol = symbolOf(name);
      symbols.set(symbol, (symbols.get(symbol) ?? 0) + power);
    }
    return powers && symbols;
  };

  const units: Unit[] = [];
  const symbols = new Set<string>();
  const add = (powers: Powers, factor: number, shift: number) => {
    const keys = [
      keyOf(powers),
      ...WORDS.filter(([, each]) => keyOf(each) === keyOf(powers)).map(([word]) => `${word}1`),
    ];
    for (const symbol of powers.keys()) {
      symbols.add(symbol);
      // "degrees Celsius" are two words.
      if (/^deg[CF]$/.test(symbol) && isWord(powers)) keys.push(keyOf(new Map([...powers, ['degree', 1]])));
    }
    let isExact = false;
    for (const [symbol, power] of powers) {
      const found = spellings(symbol);
      isExact ||= found.isExact;
      for (const each of found.same) {
        const others = [...powers].map(([name, own]) => [name === symbol ? each : name, own] as const);
        keys.push(keyOf(new Map(others)));
      }
      // `Nm`, unless that is a unit: `ms` is a millisecond.
      const product = [...powers.keys()].join('');
      if (
        power === 1 &&
        powers.size > 1 &&
        !isUnit(one(product)) &&
        [...powers.values()].every((each) => each === 1)
      )
        keys.push(`${product}1`);
    }
    for (const key of keys)
      if (!units.some((unit) => unit.key === key))
        units.push({ key, factor, shift, ...(isExact && { exact: true }) });
  };

  const powers = read(asked.value);
  const isKnown = powers !== undefined && isUnit(powers);
  // What has signs in it is meant as a unit that can be taken apart.
  const isOwn = powers !== undefined && !isKnown && isWord(powers);
  if (!isKnown && !isOwn) report('question/unknown-unit', { id, unit: asked.value }, asked.span);
  if (powers === undefined) units.push({ key: unitKey(asked.value) ?? asked.value, factor: 1, shift: 0 });
  else add(powers, 1, 0);
  const like = isOwn ? likeName(asked.value) : undefined;
  if (like !== undefined)
    report('question/misspelt-unit', { id, unit: asked.value, suggestion: like }, asked.span);
  for (const { value, span } of others) {
    const other = read(value);
    const [whole, share] = [SHARES[asked.value], SHARES[value]];
    if (whole !== undefined && share !== undefined && other !== undefined) {
      add(other, Number((share / whole).toPrecision(12)), 0);
      continue;
    }
    // A thousand of a word, perhaps: as another name for it, 5 kEUR would be 5 EUR.
    if (isOwn && [`${value} ${asked.value}`, `${asked.value} ${value}`].some((both) => PREFIXED.test(both))) {
      report('question/unknown-unit', { id, unit: asked.value, beside: value }, asked.span);
      continue;
    }
    if (other === undefined || (isKnown && !isUnit(other))) {
      report('question/unknown-unit', { id, unit: value }, span);
      continue;
    }
    // Nothing can be converted into a word: as another name for it, 12 m would be 12 of it.
    if (isOwn && isUnit(other) && [...other.keys()].every(isUsualUnit)) {
      report('question/unknown-unit', { id, unit: asked.value, beside: value }, asked.span);
      continue;
    }
    const converted = isKnown ? conversion(other, powers) : { factor: 1, shift: 0 };
    if (converted === undefined)
      report('question/unlike-unit', { id, unit: value, asked: asked.value }, span);
    else add(other, converted.factor, converted.shift);
  }
  return { units, unitNames: namesFor(symbols) };
}

/** A word with one of the prefixes of the SI, and the word. */
const PREFIXED = /^(?:da|[numcdhkMGTµμ])(\S{2,}) \1$/;

/** One word with a power of 1. */
function isWord(powers: Powers): boolean {
  return powers.size === 1 && [...powers.values()][0] === 1;
}

/** What may be written for these symbols. A name that is another of them stays that one. */
function namesFor(symbols: ReadonlySet<string>): Record<string, string> {
  const names: Record<string, string> = {};
  const add = (symbol: string, as: string) => {
    for (const name of namesOfUnit(symbol)) if (!symbols.has(name)) names[name] = as;
  };
  for (const symbol of symbols) add(symbol, symbol);
  if ((symbols.has('degC') || symbols.has('degF')) && !symbols.has('deg')) add('deg', 'degree');
  return names;
}

/** Shorter words are near too many that mean something. */
const SHORTEST = 6;

/** The symbol of a unit of which a word is probably a misspelt name: one letter more, less or other. */
function likeName(word: string): string | undefined {
  const folded = foldName(word);
  const name = folded.length < SHORTEST ? undefined : UNIT_NAMES.find((each) => distance(each, folded) === 1);
  return name === undefined ? undefined : symbolNamed(name);
}
