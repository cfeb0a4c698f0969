import type { Directives } from 'mdast-util-directive';
import { nearest } from '../../model/nearest.ts';
import type { Span } from '../../model/span.ts';
import { type Context, offsets } from '../markdown/context.ts';
import { type DirectiveShape, shapeOf } from './registry.ts';

/** The attributes of a directive, checked against its shape. */
export interface Attributes {
  get(name: string): string | undefined;
  /** Where an attribute is written: its value if it can be found, else the directive's first line. */
  span(name: string): Span;
}

/** Reads a directive's attributes and reports those that it does not know or lacks. */
export function readAttributes(context: Context, node: Directives): Attributes {
  const shape = shapeOf(node.name);
  const given = new Map<string, string>();
  for (const [name, value] of Object.entries(node.attributes ?? {})) given.set(name, value ?? '');
  if (shape !== undefined) check(context, node, shape, given);
  return {
    get: (name) => {
      const value = given.get(name);
      return value === undefined || value.trim() === '' ? undefined : value.trim();
    },
    span: (name) => attributeSpan(context, node, name, given.get(name) ?? ''),
  };
}

/** What is no attribute of a question, but a line in it. */
const INSTEAD: Readonly<Record<string, string>> = {
  hint: '::hint[…]',
  hints: '::hint[…]',
  tip: '::hint[…]',
  explanation: '::explanation[…]',
  rationale: '::explanation[…]',
  solution: '::explanation[…]',
  feedback: '::feedback[…]{when=wrong}',
  correct: '- [x] …',
  answer: '- [x] …',
  answers: '- [x] …',
  right: '- [x] …',
};

function check(
  context: Context,
  node: Directives,
  shape: DirectiveShape,
  given: ReadonlyMap<string, string>,
): void {
  const meant = new Set<string>();
  for (const [name, value] of given) {
    if (shape.attributes.includes(name)) continue;
    const missing = (shape.required ?? []).filter((each) => !given.has(each));
    // One that it does not know, where one is missing that it needs: `on=wrong`.
    const suggestion = nearest(name, shape.attributes) ?? (missing.length === 1 ? missing[0] : undefined);
    const instead = node.name === 'question' ? INSTEAD[name.toLowerCase()] : undefined;
    if (suggestion !== undefined) meant.add(suggestion);
    context.report(
      'markdown/unknown-directive-attribute',
      {
        directive: node.name,
        attribute: name,
        known: shape.attributes,
        ...(instead === undefined && suggestion !== undefined && { suggestion }),
        ...(instead !== undefined && { instead }),
      },
      attributeSpan(context, node, name, value, 'name'),
    );
  }
  for (const name of shape.required ?? []) {
    if ((given.get(name) ?? '').trim() !== '' || meant.has(name)) continue;
    context.report(
      'markdown/missing-directive-attribute',
      { directive: node.name, attribute: name },
      openingSpan(context, node),
    );
  }
}

/** The first line of a directive: its fence, name, label and attributes. */
export function openingSpan(context: Context, node: Directives): Span {
  const { start, end } = offsets(node);
  const line = context.source.text.slice(start, end).search(/\r|\n/);
  return context.span(start, line < 0 ? end : start + line);
}

/** The parser keeps no positions of attributes, so they are looked up in the directive's first line. */
function attributeSpan(
  context: Context,
  node: Directives,
  name: string,
  value: string,
  part: 'name' | 'value' = 'value',
): Span {
  const { start, end } = offsets(node);
  const source = context.source.text.slice(start, end);
  const line = /^[^\r\n]*/.exec(source)?.[0] ?? '';
  const braces = line.lastIndexOf('{');
  if (braces < 0) return openingSpan(context, node);
  const inside = line.slice(braces);
  const shortcut = name === 'id' ? '#' : name === 'class' ? '.' : undefined;
  const short = shortcut === undefined ? -1 : inside.indexOf(shortcut + value);
  if (short > 0) return context.span(start + braces + short + 1, start + braces + short + 1 + value.length);
  const key = new RegExp(`(?<=[\\s{])${name.replace(/[^\w-]/g, '\\$&')}(?=[\\s=}])`).exec(inside);
  if (key === null) return openingSpan(context, node);
  const from = braces + key.index;
  const assigned = /^[^\s=}]+=(["']?)/.exec(line.slice(from));
  if (part === 'name' || value === '' || assigned === null)
    return context.span(start + from, start + from + name.length);
  const at = from + assigned[0].length;
  // An escaped value (`&quot;`) differs from its source: then the name is shown.
  if (!line.startsWith(value, at)) return context.span(start + from, start + from + name.length);
  return context.span(start + at, start + at + value.length);
}
