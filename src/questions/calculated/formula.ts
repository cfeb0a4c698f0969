/** Formulas. mathjs only parses them; what may stand in one is listed here. Loaded only for questions that calculate. */
import { create, type MathNode, parseDependencies } from 'mathjs/number';

const math = create({ ...parseDependencies });

/** Gives a number for values of the variables; not finite where there is none. */
export type Formula = (values: ReadonlyMap<string, number>) => number;

export type ParsedFormula =
  | { readonly type: 'formula'; readonly formula: Formula; readonly names: ReadonlySet<string> }
  /** `what` is what may not stand there; undefined when it cannot be parsed at all. */
  | { readonly type: 'problem'; readonly what?: string };

/** The most UTF-16 units, and the most parts, of a formula. */
const LONGEST = 500;
const MOST_NODES = 200;

const log = (value: number, base?: number) =>
  base === undefined ? Math.log(value) : Math.log(value) / Math.log(base);

const FUNCTIONS: ReadonlyMap<string, (...numbers: number[]) => number> = new Map(
  Object.entries({
    abs: Math.abs,
    sign: Math.sign,
    sqrt: Math.sqrt,
    cbrt: Math.cbrt,
    exp: Math.exp,
    ln: Math.log,
    log,
    log10: Math.log10,
    log2: Math.log2,
    sin: Math.sin,
    cos: Math.cos,
    tan: Math.tan,
    asin: Math.asin,
    acos: Math.acos,
    atan: Math.atan,
    atan2: Math.atan2,
    sinh: Math.sinh,
    cosh: Math.cosh,
    tanh: Math.tanh,
    min: Math.min,
    max: Math.max,
    hypot: Math.hypot,
    pow: Math.pow,
    round: (value: number, decimals = 0) => Math.round(value * 10 ** decimals) / 10 ** decimals,
    floor: Math.floor,
    ceil: Math.ceil,
    trunc: Math.trunc,
    mod,
    factorial,
  }),
);

const OPERATORS: ReadonlyMap<string, (a: number, b: number) => number> = new Map(
  Object.entries({
    add: (a: number, b: number) => a + b,
    subtract: (a: number, b: number) => a - b,
    multiply: (a: number, b: number) => a * b,
    divide: (a: number, b: number) => a / b,
    pow: Math.pow,
    mod,
    unaryMinus: (a: number) => -a,
    unaryPlus: (a: number) => a,
    factorial: (a: number) => factorial(a),
  }),
);

/** `sin(30 deg)` is the sine of 30 degrees. */
const CONSTANTS: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['π', Math.PI],
  ['e', Math.E],
  ['deg', Math.PI / 180],
]);

/** Whether a name is taken, so that no variable can have it. */
export function isReserved(name: string): boolean {
  return FUNCTIONS.has(name) || CONSTANTS.has(name);
}

/** The remainder, with the sign of the divisor. */
function mod(a: number, b: number): number {
  return a - b * Math.floor(a / b);
}

function factorial(value: number): number {
  if (!Number.isInteger(value) || value < 0) return Number.NaN;
  // 171! is no double any more.
  if (value > 170) return Number.POSITIVE_INFINITY;
  let product = 1;
  for (let factor = 2; factor <= value; factor++) product *= factor;
  return product;
}

class Refused extends Error {}

/** Reads a formula: numbers, variables, `+ - * / ^ !`, brackets and the functions above; nothing else, and nothing of JavaScript. */
export function parseFormula(text: string): ParsedFormula {
  if (text.length > LONGEST) return { type: 'problem' };
  let node: MathNode;
  try {
    node = math.parse(
      text
        .replace(/[×·⋅∙]/g, '*')
        .replace(/÷/g, '/')
        .replace(/[−–]/g, '-')
        .replaceAll('**', '^'),
    );
  } catch (error) {
    // The parser says so in no other way; too many brackets overflow its stack.
    if (error instanceof SyntaxError || error instanceof RangeError) return { type: 'problem' };
    throw error;
  }
  const names = new Set<string>();
  let nodes = 0;
  const build = (part: MathNode): Formula => {
    if (++nodes > MOST_NODES) throw new Refused('so many parts');
    if (isNode(part, 'ParenthesisNode')) return build(part.content);
    if (isNode(part, 'ConstantNode')) {
      const { value } = part;
      if (typeof value !== 'number') throw new Refused(part.toString());
      return () => value;
    }
    if (isNode(part, 'SymbolNode')) {
      const { name } = part;
      const constant = CONSTANTS.get(name);
      if (constant !== undefined) return () => constant;
      names.add(name);
      return (values) => values.get(name) ?? Number.NaN;
    }
    if (isNode(part, 'OperatorNode')) return applied(OPERATORS.get(part.fn), part.args, part.op);
    if (isNode(part, 'FunctionNode')) {
      const name = isNode(part.fn, 'SymbolNode') ? part.fn.name : '';
      return applied(FUNCTIONS.get(name), part.args, `${part.fn.toString()}(…)`);
    }
    throw new Refused(part.toString());
  };
  const applied = (
    run: ((...numbers: number[]) => number) | undefined,
    args: readonly MathNode[],
    what: string,
  ): Formula => {
    if (run === undefined || args.length === 0) throw new Refused(what);
    const parts = args.map(build);
    return (values) => run(...parts.map((part) => part(values)));
  };
  try {
    return { type: 'formula', formula: build(node), names };
  } catch (error) {
    if (error instanceof Refused) return { type: 'problem', what: error.message };
    throw error;
  }
}

interface Nodes {
  readonly ParenthesisNode: { readonly content: MathNode };
  readonly ConstantNode: { readonly value: unknown };
  readonly SymbolNode: { readonly name: string };
  readonly OperatorNode: { readonly fn: string; readonly op: string; readonly args: MathNode[] };
  readonly FunctionNode: { readonly fn: MathNode; readonly args: MathNode[] };
}

function isNode<Name extends keyof Nodes>(node: MathNode, name: Name): node is MathNode & Nodes[Name] {
  return node.type === name;
}
