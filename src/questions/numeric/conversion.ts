/** What mathjs knows of units. Loaded only for questions that ask for one. */
import { create, createUnitDependencies, unitDependencies } from 'mathjs';

const math = create({ ...unitDependencies, ...createUnitDependencies });

// Usual ones that it does not know.
math.createUnit('cal', { definition: '4.184 J', prefixes: 'short' });
math.createUnit('ha', { definition: '1 hectare' });

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
