/** Formulas. mathjs only parses them; what may stand in one is listed here. Loaded only for questions that calculate. */
import { create, type MathNode, parseDependencies } from 'mathjs/number';

const math = create({ ...parseDependencies });

/** Gives a number for values of the variables; not finite where there is none. */
export type Formula = (values: ReadonlyMap<string, number>) => number;

export type ParsedFormula =
  | { readonly type: 'formula'; readonly formula: Formula; readonly names: ReadonlySet<string> }
  | ({ readonly type: 'problem' } & FormulaProblem);

/** `what` is what may not stand there, undefined when it cannot be parsed at all; `why` says why not, undefined for what has no meaning here. */
interface FormulaProblem {
  readonly what?: string;
  /** It can be read in two ways; or a function has too many or too few numbers. */
  readonly why?: 'unclear' | 'arguments';
}

/** The most UTF-16 units, and the most parts, of a formula. */
const LONGEST = 500;
const MOST_NODES = 200;

const log = (value: number, base?: number) =>
  base === undefined ? Math.log(value) : Math.log(value) / Math.log(base);

/**
 * Half a unit in the last place is rounded away from zero, as at school: 2.5 to 3, −2.5 to −3. What stands there in decimals counts, not the double: 1.005 with
 * two decimals is 1.01, and 28.499999999999996, which was to be 28.5, is 29.
 */
function round(value: number, decimals = 0): number {
  const [digits, power = '0'] = Math.abs(value).toPrecision(15).split('e');
  const shifted = Number(`${digits}e${Number(power) + decimals}`);
  // Not a number of decimals, or more than there are.
  if (!Number.isInteger(decimals)) return Number.NaN;
  if (!Number.isFinite(shifted) || !Number.isFinite(value)) return value;
  const [rounded, exponent = '0'] = String(Math.round(shifted)).split('e');
  return Math.sign(value) * Number(`${rounded}e${Number(exponent) - decimals}`);
}

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
    round,
    floor: Math.floor,
    ceil: Math.ceil,
    trunc: Math.trunc,
    mod,
    factorial,
  }),
);

/** How many numbers the functions take that do not take exactly one: at least, at most. */
const ARGUMENTS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['log', [1, 2]],
  ['round', [1, 2]],
  ['atan2', [2, 2]],
  ['pow', [2, 2]],
  ['mod', [2, 2]],
  ['min', [1, MOST_NODES]],
  ['max', [1, MOST_NODES]],
  ['hypot', [1, MOST_NODES]],
]);

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

class Refused extends Error {
  readonly why: FormulaProblem['why'];
  constructor(what: string, why?: FormulaProblem['why']) {
    super(what);
    this.why = why;
  }
}

/** Reads a formula: numbers, variables, `+ - * / ^ !`, brackets and the functions above; nothing else, and nothing of JavaScript. */
export function parseFormula(text: string): ParsedFormula {
  if (text.length > LONGEST) return { type: 'problem' };
  // mathjs takes one for a share or a remainder, the other for the start of a comment.
  const sign = /[%#]/.exec(text)?.[0];
  if (sign !== undefined) return { type: 'problem', what: sign };
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
    if (isUnclear(part)) throw new Refused(part.toString({ implicit: 'hide' }), 'unclear');
    if (isNode(part, 'OperatorNode')) return applied(OPERATORS.get(part.fn), part.args, part.op);
    if (isNode(part, 'FunctionNode')) {
      const name = isNode(part.fn, 'SymbolNode') ? part.fn.name : '';
      const [least, most] = ARGUMENTS.get(name) ?? [1, 1];
      const count = part.args.length;
      if (FUNCTIONS.has(name) && (count < least || count > most))
        throw new Refused(part.toString(), 'arguments');
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
    if (error instanceof Refused)
      return { type: 'problem', what: error.message, ...(error.why !== undefined && { why: error.why }) };
    throw error;
  }
}

/** `1/2x` is a half of x to some and one over 2x to others: a division next to a multiplication without a sign. */
function isUnclear(node: MathNode): boolean {
  if (!isNode(node, 'OperatorNode')) return false;
  const [first, second] = node.args;
  const isProduct = (part: MathNode | undefined) =>
    part !== undefined && isNode(part, 'OperatorNode') && part.fn === 'multiply' && part.implicit;
  const isQuotient = (part: MathNode | undefined): boolean =>
    part !== undefined &&
    isNode(part, 'OperatorNode') &&
    (part.fn === 'divide' || (part.fn === 'multiply' && isQuotient(part.args[0])));
  if (node.fn === 'divide') return isProduct(second);
  return isProduct(node) && isQuotient(first);
}

interface Nodes {
  readonly ParenthesisNode: { readonly content: MathNode };
  readonly ConstantNode: { readonly value: unknown };
  readonly SymbolNode: { readonly name: string };
  readonly OperatorNode: {
    readonly fn: string;
    readonly op: string;
    readonly args: MathNode[];
    readonly implicit: boolean;
  };
  readonly FunctionNode: { readonly fn: MathNode; readonly args: MathNode[] };
}

function isNode<Name extends keyof Nodes>(node: MathNode, name: Name): node is MathNode & Nodes[Name] {
  return node.type === name;
}
