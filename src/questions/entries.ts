import type { List, RootContent } from 'mdast';
import { identifyOptions } from '../load/question.ts';
import { child, items, sitedText } from '../load/read.ts';
import { head } from '../load/schema/check.ts';
import type { Fragment } from '../load/source.ts';
import type { YamlList, YamlNode } from '../load/yaml.ts';
import type { Html } from '../model/question.ts';
import type { Span } from '../model/span.ts';
import type { MarkdownForm } from './markdown-form.ts';
import type { QuestionType } from './question.ts';
import type { Reading } from './reading.ts';

// Lists of texts that are neither right nor wrong: statements to rate, options of a poll, a rubric.

/** One of them, on a page. */
export interface Entry {
  /** The author's id, or a digest of its text: answers outlive a change of order. */
  readonly id: string;
  readonly text: Html;
}

/** The same in its source. */
export interface EntrySource {
  readonly id: string;
  readonly text: Fragment;
  readonly span: Span;
}

/** The items of a list in Markdown as the list of texts that YAML would have. */
export function markdownEntries(list: List, form: MarkdownForm): YamlList {
  const texts = list.children.map((item) => form.text(item.children, form.spanOf(item)));
  return form.list(texts, form.spanOf(list));
}

/** The lists among blocks that have bullets, not numbers. */
export function bulletLists(blocks: readonly RootContent[]): List[] {
  return blocks.filter((block) => block.type === 'list').filter((list) => list.ordered !== true);
}

/** An entry that is ticked: `- [x] …`. */
const TICKED = /^(?:[-*+]|\d+[.)])\s+\[[xX]\]/;

/**
 * Reads a list in which each is a text, or a mapping of `id` and `text`; gives each its id. Reports those that stand
 * there twice, and those that are ticked as if they were right.
 */
export function readEntries(node: YamlNode | undefined, reading: Reading, type: QuestionType): EntrySource[] {
  const drafts = items(node).map((item) => {
    const isMap = item.kind === 'map';
    const id = isMap ? sitedText(child(item, 'id')) : undefined;
    const span = isMap ? head(item) : item.span;
    const text = reading.text(isMap ? child(item, 'text') : item) ?? { html: '', text: '', span };
    if (reading.form === 'markdown' && TICKED.test(reading.source(item.span)))
      reading.report('question/ticked-entry', { id: reading.id, type, text: text.text }, item.span);
    return { ...(id !== undefined && { id }), text, span: item.span };
  });
  const { ids, findings } = identifyOptions(drafts, reading.id);
  reading.findings.push(...findings);
  return drafts.map(({ text, span }, i) => ({ id: ids[i] ?? String(i), text, span }));
}

/** The entries as a page carries them. */
export function linkEntries(entries: readonly EntrySource[], link: (fragment: Fragment) => Html): Entry[] {
  return entries.map(({ id, text }) => ({ id, text: link(text) }));
}

/** Their texts. */
export function entryTexts(entries: readonly EntrySource[]): Fragment[] {
  return entries.map(({ text }) => text);
}
