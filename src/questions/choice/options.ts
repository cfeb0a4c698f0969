import type { List, ListItem, RootContent } from 'mdast';
import { identifyOptions, type OptionDraft } from '../../load/question.ts';
import { child, flag, items, sitedText } from '../../load/read.ts';
import { head } from '../../load/schema/check.ts';
import type { Fragment } from '../../load/source.ts';
import type { YamlEntry, YamlMap } from '../../load/yaml.ts';
import type { Html } from '../../model/question.ts';
import type { MarkdownAnswer, MarkdownForm } from '../markdown-form.ts';
import type { Reading } from '../reading.ts';
import type { Option, OptionSource } from './types.ts';

// What the types with options have in common.

/** The task lists of a question as `options`; a quote in an option is its feedback. */
export function markdownOptions(form: MarkdownForm): MarkdownAnswer | undefined {
  const lists = form.blocks.filter(isTaskList);
  const last = lists.at(-1);
  if (last === undefined) return undefined;
  const prompt = form.blocks.filter((block) => !isTaskList(block));
  const options = lists.flatMap((list) => list.children).map((item) => optionOf(item, form));
  return { prompt, answers: lists, fields: { options: form.list(options, form.spanOfAll(lists)) } };
}

/** Whether a block is a list with a box before at least one of its items. */
export function isTaskList(node: RootContent): node is List {
  return node.type === 'list' && node.children.some((item) => typeof item.checked === 'boolean');
}

/** An item of a list, and the quotes in it, which are what is said to who chose it. */
export function withFeedback(item: ListItem): {
  readonly content: RootContent[];
  readonly feedback: RootContent[];
} {
  return {
    content: item.children.filter((child) => child.type !== 'blockquote'),
    feedback: item.children.flatMap((child) => (child.type === 'blockquote' ? child.children : [])),
  };
}

function optionOf(item: ListItem, form: MarkdownForm): YamlMap {
  const { content, feedback } = withFeedback(item);
  const span = form.spanOf(item);
  return form.map(
    {
      text: form.text(content, content.length === 0 ? span : undefined),
      correct: typeof item.checked === 'boolean' ? form.scalar(String(item.checked), span) : undefined,
      feedback: feedback.length === 0 ? undefined : form.text(feedback),
    },
    span,
  );
}

/** Reads `options`; gives each its id, and reports those that stand there twice or have no box. */
export function readOptions(fields: ReadonlyMap<string, YamlEntry>, reading: Reading): OptionSource[] {
  const drafts = items(child(fields, 'options'))
    .filter((item) => item.kind === 'map')
    .map((map) => readOption(map, reading));
  const { ids, findings } = identifyOptions(drafts, reading.id);
  reading.findings.push(...findings);
  return drafts.map(({ id: _, ...draft }, i) => ({ id: ids[i] ?? String(i), ...draft }));
}

/** A box without the blank that makes it one, or with too many: `[x]75`, `[]`, `[ x ]`. */
const BOX = /^\[\s{0,3}[xX]?\s{0,3}\]/;

function readOption(map: YamlMap, reading: Reading): OptionDraft & Omit<OptionSource, 'id'> {
  const id = sitedText(child(map, 'id'));
  const feedback = reading.text(child(map, 'feedback'));
  const text = reading.text(child(map, 'text')) ?? { html: '', text: '', span: head(map) };
  const correct = flag(child(map, 'correct'));
  if (reading.form === 'markdown' && correct === undefined && !BOX.test(text.text))
    reading.report('question/unmarked-option', { id: reading.id, text: text.text }, map.span);
  return {
    ...(id !== undefined && { id }),
    text,
    correct: correct ?? false,
    ...(feedback !== undefined && { feedback }),
    span: map.span,
  };
}

/** The options as a page carries them. */
export function linkOptions(options: readonly OptionSource[], link: (fragment: Fragment) => Html): Option[] {
  return options.map(({ id, text, correct, feedback }) => ({
    id,
    text: link(text),
    correct,
    ...(feedback !== undefined && { feedback: link(feedback) }),
  }));
}

export function optionTexts({ options }: { readonly options: readonly OptionSource[] }): Fragment[] {
  return options.map((option) => option.text);
}
