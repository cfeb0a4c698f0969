import type { YamlNode } from '../yaml.ts';

/** A number with a comma for its decimals, and perhaps a percent sign. */
const DECIMAL_COMMA = /^([-+]?\d+),(\d+)( ?%)?$/;

/** What to write for a value of a wrong kind: `yes` as `true`, `"3"` as `3`, `0,5` as `0.5`, a text alone as a list. */
export function retyped(node: YamlNode, expected: string): string | undefined {
  if (node.kind !== 'scalar') return reshaped(node, expected);
  const value = node.text.trim();
  if (value === '' || value.length > 60) return undefined;
  if (expected === 'true or false') {
    if (/^(yes|y|on|true|x|1)$/i.test(value)) return 'true';
    return /^(no|n|off|false|0)$/i.test(value) ? 'false' : undefined;
  }
  if (expected === 'an option') return `{ text: ${JSON.stringify(value)} }`;
  if (expected === 'a pair') return `{ left: ${flow(value)}, right: … }`;
  if (expected.startsWith('a mapping of `right`')) return `{ wrong: ${flow(value)} }`;
  if (/^a (whole )?number/.test(expected)) return numberMeant(value, /^a whole/.test(expected));
  return /^a list of ([\w ]*)(ids|names|texts|entries|hints|statements|units|numbers)/.test(expected)
    ? `[${flow(value)}]`
    : undefined;
}

/** Pairs as a mapping or as lists of two. */
function reshaped(node: YamlNode, expected: string): string | undefined {
  if (node.kind === 'list' && expected === 'a pair') {
    const [left, right, ...more] = node.items;
    return right !== undefined && more.length === 0 ? pair(shown(left), shown(right)) : undefined;
  }
  if (node.kind === 'map' && expected === 'a list of pairs') {
    const [first, ...others] = [...node.entries].map(([left, { value }]) => pair(flow(left), shown(value)));
    return first === undefined ? undefined : `[${first}${others.length > 0 ? ', …' : ''}]`;
  }
  return undefined;
}

function pair(left: string, right: string): string {
  return `{ left: ${left}, right: ${right} }`;
}

function shown(node: YamlNode | undefined): string {
  return node?.kind === 'scalar' && node.value !== null ? flow(node.text.trim().slice(0, 60)) : '…';
}

/** A text as it can stand between braces and brackets. */
function flow(text: string): string {
  return /^[\p{L}\p{N}][^,:#{}[\]"'&*!|>%@`\r\n]*$/u.test(text) ? text : JSON.stringify(text);
}

/** `1,5` as `1.5`; `2,`, as in `points=2, tags=x`, as `2`. */
function numberMeant(value: string, isWhole: boolean): string | undefined {
  const plain = value.replace(/[,;]$/, '');
  if (/^\d+$/.test(plain) || (!isWhole && /^\d+\.\d+$/.test(plain))) return plain;
  return isWhole ? undefined : withPoint(plain);
}

/** A number with a point for its decimals instead of a comma; undefined for anything else. */
export function withPoint(value: string): string | undefined {
  const [, whole, decimals, percent = ''] = DECIMAL_COMMA.exec(value.trim()) ?? [];
  return whole === undefined || decimals === undefined ? undefined : `${whole}.${decimals}${percent}`;
}

/** What to write for a value that cannot be: `80` where a share is wanted means `80%`; `2026-1-5` means `2026-01-05`. */
export function repaired(value: string, expected: string): string | undefined {
  if (/a share|a number/.test(expected)) {
    const point = withPoint(value);
    if (point !== undefined) return point;
  }
  if (expected.startsWith('a share')) {
    const number = Number(value);
    return number > 1 && number <= 100 ? `${number}%` : undefined;
  }
  const date = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(value);
  if (expected.startsWith('a date') && date !== null) {
    const [, year = '', month = '', day = ''] = date;
    return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  return undefined;
}
