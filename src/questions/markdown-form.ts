import type { Nodes, RootContent, TableCell } from 'mdast';
import type { YamlList, YamlMap, YamlNode, YamlScalar } from '../load/yaml.ts';
import type { Span } from '../model/span.ts';

/** The Markdown of one question, and what it takes to write its parts as the fields that YAML would have. */
export interface MarkdownForm {
  /** What stands between the fences; hints, explanation and feedback apart. */
  readonly blocks: readonly RootContent[];
  /** The type that the author names. */
  readonly type: string | undefined;
  /** Nodes as a text: compiled, a single paragraph without its `<p>`. Its plain text is its value. */
  text(nodes: readonly RootContent[], span?: Span): YamlScalar;
  /** A value that is not Markdown: a number, an answer to be typed, a formula. Read as YAML reads it: `9.81` is a number. */
  scalar(text: string, span: Span): YamlScalar;
  list(items: readonly YamlNode[], span: Span): YamlList;
  /** Fields that are undefined are left out. */
  map(fields: Readonly<Record<string, YamlNode | undefined>>, span: Span): YamlMap;
  spanOf(node: { readonly position?: Nodes['position'] }): Span;
  /** The smallest span that holds all of them. */
  spanOfAll(nodes: readonly RootContent[]): Span;
  /** The author's own characters of a node. */
  sourceOf(node: { readonly position?: Nodes['position'] }): string;
}

/** What a type found. */
export interface MarkdownAnswer {
  readonly prompt: readonly RootContent[];
  /** The blocks that hold the answers: nothing of the prompt should stand after them. */
  readonly answers: readonly RootContent[];
  /** As in YAML. */
  readonly fields: Readonly<Record<string, YamlNode | undefined>>;
  /** Entries among the answers that should have a box and have none: they are reported. */
  readonly unmarked?: readonly RootContent[];
  /** Texts to be typed with signs of Markdown in them that may be meant or not: they are reported. */
  readonly marked?: readonly YamlScalar[];
  /** Cells in columns that mean nothing: the first with a text is reported. */
  readonly extra?: readonly TableCell[];
}
