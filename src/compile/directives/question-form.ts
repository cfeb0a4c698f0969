import type { RootContent } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import type { Fragment } from '../../load/source.ts';
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from '../../load/yaml.ts';
import type { Span } from '../../model/span.ts';
import type { MarkdownForm } from '../../questions/markdown-form.ts';
import { type Context, offsets } from '../markdown/context.ts';
import { finish } from '../markdown/finish.ts';

/** The Markdown of a question as its types look at it, and the tools to write its parts as fields. */
export function markdownForm(
  context: Context,
  state: State,
  blocks: readonly RootContent[],
  type: string | undefined,
  otherwise: Span,
): MarkdownForm {
  const spanOfAll = (nodes: readonly RootContent[]): Span => {
    const placed = nodes.filter((node) => node.position !== undefined);
    if (placed.length === 0) return otherwise;
    return context.span(
      Math.min(...placed.map((node) => offsets(node).start)),
      Math.max(...placed.map((node) => offsets(node).end)),
    );
  };
  return {
    blocks,
    type,
    text: (nodes, span) => textNode(fragment(context, state, nodes, span ?? spanOfAll(nodes))),
    scalar: scalarNode,
    list: (items, span) => ({ kind: 'list', items, span }),
    map: mapNode,
    spanOf: (node) => context.spanOf(node),
    spanOfAll,
    sourceOf(node) {
      const { start, end } = offsets(node);
      return context.source.text.slice(start, end);
    },
  };
}

/** Compiles a part of the question; a single paragraph loses its `<p>`. */
function fragment(context: Context, state: State, nodes: readonly RootContent[], span: Span): Fragment {
  context.inQuestion = true;
  const content = state.wrap(state.all({ type: 'root', children: [...nodes] }));
  context.inQuestion = false;
  return { ...finish(context, content, { unwrap: true, anchors: false }), span };
}

function textNode(fragment: Fragment): YamlScalar {
  const { text, span } = fragment;
  // An image alone has no text and is not empty: the character that stands for an object.
  const value = text === '' && fragment.html !== '' ? '\ufffc' : text;
  return { kind: 'scalar', value, text: value, span, broken: false, fragment, toFile: () => span.start };
}

const NUMBER = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?$/i;

/** A scalar as the core schema of YAML 1.2 reads a plain one. */
export function scalarNode(text: string, span: Span): YamlScalar {
  const value = NUMBER.test(text) ? Number(text) : text === 'true' ? true : text === 'false' ? false : text;
  return {
    kind: 'scalar',
    value,
    text,
    span,
    broken: false,
    toFile: (offset) => Math.min(span.start + offset, span.end),
  };
}

/** A mapping of the fields that have a value; each is shown where its value stands. */
export function mapNode(fields: Readonly<Record<string, YamlNode | undefined>>, span: Span): YamlMap {
  const entries = new Map<string, YamlEntry>();
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined) entries.set(name, { key: value.span, value });
  return { kind: 'map', entries, span };
}
