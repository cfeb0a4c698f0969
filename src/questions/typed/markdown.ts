import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { YamlScalar } from '../../load/yaml.ts';
import type { Span } from '../../model/span.ts';
import { isTaskList, withFeedback } from '../choice/options.ts';
import type { MarkdownForm } from '../markdown-form.ts';

/** An entry of the task list that tells what may be typed. */
export interface TypedEntry {
  /** What is typed: the text in a code span, or between `*` or `**`; elsewhere as it stands there, for signs such as `*` may be meant. */
  readonly text: YamlScalar;
  /** It holds signs of Markdown that may be meant or not. */
  readonly isMarked: boolean;
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
  // The box is a part of its paragraph.
  const parts = content.flatMap((block) => (block.type === 'paragraph' ? block.children : [block]));
  const span = parts.length === 0 ? form.spanOf(item) : form.spanOfAll(parts);
  const isMarked = content.length > 0 && !isPlain(content, form);
  return {
    text: form.scalar(
      isMarked ? asWritten(parts, form) : textOf({ type: 'root', children: content }).trim(),
      span,
    ),
    isMarked,
    feedback: feedback.length === 0 ? undefined : form.text(feedback),
    span: form.spanOf(item),
  };
}

/** Whether a text means what Markdown makes of it. */
function isPlain(content: readonly RootContent[], form: MarkdownForm): boolean {
  const [block, ...others] = content;
  if (block?.type !== 'paragraph' || others.length > 0) return false;
  const [first, ...rest] = block.children;
  if (first === undefined) return true;
  if (rest.length === 0 && first.type === 'inlineCode') return true;
  // `__init__` is a name.
  if (
    rest.length === 0 &&
    (first.type === 'strong' || first.type === 'emphasis') &&
    form.sourceOf(first).startsWith('*')
  )
    return first.children.every((part) => isText(part, form));
  return block.children.every((part) => isText(part, form));
}

/** Text, a break in it, or what only became a link because it looks like one. */
function isText(part: PhrasingContent, form: MarkdownForm): boolean {
  if (part.type === 'text' || part.type === 'break') return true;
  return part.type === 'link' && textOf(part) === form.sourceOf(part);
}

/** The author's own characters, without the backslashes that keep Markdown from reading them. */
function asWritten(parts: readonly RootContent[], form: MarkdownForm): string {
  return parts
    .map((part) => form.sourceOf(part))
    .join('')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
