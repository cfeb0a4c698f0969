import type { List, ListItem } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { YamlScalar } from '../../load/yaml.ts';
import type { Span } from '../../model/span.ts';
import { isTaskList, withFeedback } from '../choice/options.ts';
import type { MarkdownForm } from '../markdown-form.ts';

/** An entry of the task list that tells what may be typed. */
export interface TypedEntry {
  /** As plain text: what the Markdown says, not its signs. */
  readonly text: YamlScalar;
  readonly feedback: YamlScalar | undefined;
  readonly span: Span;
}

/** What may be typed: a task list, in which `[x]` is accepted and `[ ]` a mistake with its feedback in a quote. */
export interface TypedList {
  readonly list: List;
  readonly right: readonly TypedEntry[];
  readonly wrong: readonly TypedEntry[];
  /** Entries without a box. */
  readonly unmarked: readonly ListItem[];
}

/** The last task list of a question; undefined where there is none. */
export function typedList(form: MarkdownForm): TypedList | undefined {
  const list = form.blocks.filter(isTaskList).at(-1);
  if (list === undefined) return undefined;
  const entries = (checked: boolean) =>
    list.children.filter((item) => item.checked === checked).map((item) => entryOf(item, form));
  return {
    list,
    right: entries(true),
    wrong: entries(false),
    unmarked: list.children.filter(({ checked }) => typeof checked !== 'boolean'),
  };
}

function entryOf(item: ListItem, form: MarkdownForm): TypedEntry {
  const { content, feedback } = withFeedback(item);
  const span = content.length === 0 ? form.spanOf(item) : form.spanOfAll(content);
  return {
    text: form.scalar(textOf({ type: 'root', children: content }).trim(), span),
    feedback: feedback.length === 0 ? undefined : form.text(feedback),
    span: form.spanOf(item),
  };
}
