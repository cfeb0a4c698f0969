/** What mathjs knows of units. Loaded only for questions that ask for one. */
import { create, createUnitDependencies, unitDependencies } from 'mathjs';

const math = create({ ...unitDependencies, ...createUnitDependencies });

// Usual ones that it does not know.
math.createUnit('cal', { definition: '4.184 J', prefixes: 'short' });
math.createUnit('ha', { definition: '1 hectare' });
math.createUnit('lm', { definition: '1 cd', prefixes: 'short' });
math.createUnit('lx', { definition: '1 lm/m^2', prefixes: 'short' });
math.createUnit('ly', { definition: '9460730472580800 m', prefixes: 'short' });
math.createUnit('pc', { definition: '3.0856775814913673e16 m', prefixes: 'short' });
math.createUnit('rpm', { definition: math.unit(1 / 60, 'Hz') });
// By its dimension a becquerel would be a hertz, and a sievert a gray: each is a measure of its own.
for (const unit of ['Bq', 'Gy', 'Sv', 'kat']) math.createUnit(unit, { prefixes: 'short' });

type Powers = ReadonlyMap<string, number>;

/** A unit as mathjs writes it; only letters get there. */
function written(powers: Powers): string | undefined {
  const parts = [...powers];
  if (parts.some(([symbol]) => !/^[A-Za-z]+$/.test(symbol))) return undefined;
  return parts.map(([symbol, power]) => `${symbol}^${power}`).join(' ');
}

/** Whether every symbol is a unit. */
export function isUnit(powers: Powers): boolean {
  const text = written(powers);
  return text !== undefined && parsed(text) !== undefined;
}

function parsed(text: string) {
  try {
    return math.unit(1, text);
  } catch {
    // mathjs says in no other way that it does not know a symbol.
    return undefined;
  }
}

/** How to convert from one unit to another: (number + shift) × factor. Undefined when they do not measure the same. */
export function conversion(from: Powers, to: Powers): { factor: number; shift: number } | undefined {
  const [source, target] = [written(from), written(to)];
  if (source === undefined || target === undefined) return undefined;
  const one = parsed(source);
  const goal = parsed(target);
  if (one === undefined || goal === undefined || !one.equalBase(goal)) return undefined;
  // All of them are straight lines; only temperatures have their zero elsewhere.
  const zero = math.unit(0, source).toNumber(target);
  const factor = one.toNumber(target) - zero;
  return { factor: rounded(factor), shift: rounded(zero / factor) };
}

/** Without the noise of the calculation in the last digits. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

/** More letters have too many spellings to try, and are words rather than symbols. */
const LONGEST_SYMBOL = 6;

/**
 * What a symbol may be in other letter cases: those spellings that mean the same, and whether one of them means something else (`mPa` is no `MPa`), so that the case
 * has to be heeded.
 */
export function spellings(symbol: string): { readonly same: readonly string[]; readonly isExact: boolean } {
  const own = new Map([[symbol, 1]]);
  if (symbol.length > LONGEST_SYMBOL || !isUnit(own)) return { same: [], isExact: false };
  const cases = [...symbol].reduce<string[]>(
    (starts, letter) =>
      [...new Set([letter.toLowerCase(), letter.toUpperCase()])].flatMap((each) =>
        starts.map((start) => start + each),
      ),
    [''],
  );
  const known = cases.filter((each) => each !== symbol && isUnit(new Map([[each, 1]])));
  const same = known.filter((each) => conversion(new Map([[each, 1]]), own)?.factor === 1);
  return { same, isExact: same.length < known.length };
}
