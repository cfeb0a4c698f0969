import type { Fragment } from '../load/source.ts';
import type { YamlMap, YamlNode } from '../load/yaml.ts';
import type { Finding, TextEdit } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';
import type { QuestionFindings } from './findings.ts';

/** Where questions are read from, and where what is wrong with them goes. */
export interface QuestionContext {
  readonly findings: Finding[];
  /** The ids of the same file with the places of their questions. */
  readonly taken: Map<string, Span>;
  /** How it is written: messages say what to write. */
  readonly form: 'yaml' | 'markdown';
  /** The place to show for the question as a whole; undefined: its first field. */
  readonly head?: Span;
  /** The value of a field as compiled Markdown; undefined for what is no text. */
  text(node: YamlNode | undefined): Fragment | undefined;
  /** The author's own characters of a place in the file. */
  source(span: Span): string;
  /** The edit that gives a question an id. */
  insertId(map: YamlMap, id: string): TextEdit;
}

/** What a type needs to read its own fields of one question. */
export interface Reading extends QuestionContext {
  readonly id: string;
  readonly prompt: Fragment;
  /** The question as a whole, and the place to show for it. */
  readonly map: YamlMap;
  readonly head: Span;
  report<Rule extends keyof QuestionFindings>(
    rule: Rule,
    args: QuestionFindings[Rule],
    span: Span,
    extra?: Pick<Finding, 'related' | 'fix'>,
  ): void;
}
