import type { ListItem } from 'mdast';
import { identifyOptions } from '../../load/question.ts';
import { child, sitedText, text } from '../../load/read.ts';
import { head } from '../../load/schema/check.ts';
import type { Fragment, Sited } from '../../load/source.ts';
import type { YamlEntry, YamlNode } from '../../load/yaml.ts';
import type { Html } from '../../model/question.ts';
import type { Span } from '../../model/span.ts';
import type { Assessed } from '../assessed.ts';
import { withFeedback } from '../choice/options.ts';
import type { EmptyPart } from '../findings.ts';
import type { MarkdownForm } from '../markdown-form.ts';
import type { QuestionType } from '../question.ts';
import type { Reading } from '../reading.ts';
import { isSeen } from '../typed/seen.ts';
import type { Part, PartSource, PartsCredit } from './types.ts';

/** A part before it has its id. */
export interface PartDraft {
  readonly id?: Sited<string>;
  readonly text: Fragment;
  readonly feedback?: Fragment;
  readonly span: Span;
}

/** An item of a list in Markdown as YAML has it: a text, or `text` and `feedback`. */
export function markdownPart(item: ListItem, form: MarkdownForm): YamlNode {
  const { content, feedback } = withFeedback(item);
  const span = form.spanOf(item);
  // One without a text lacks the field: `readPart` says so.
  const text = content.length === 0 ? undefined : form.text(content);
  if (text !== undefined && feedback.length === 0) return text;
  return form.map({ text, feedback: feedback.length === 0 ? undefined : form.text(feedback) }, span);
}

/** Reads a part: a text, or a mapping with the text in `field`, and `id` and `feedback`. Reports one without a text. */
export function readPart(node: YamlNode, field: string, part: EmptyPart, reading: Reading): PartDraft {
  const isMap = node.kind === 'map';
  const id = isMap ? sitedText(child(node, 'id')) : undefined;
  const written = isMap ? child(node, field) : node;
  const span = written?.span ?? (isMap && reading.form === 'yaml' ? head(node) : node.span);
  const found = reading.text(written);
  const isEmpty =
    found === undefined || !(isSeen(found.text) || /<(?:img|math|video|audio|svg|code)\b/.test(found.html));
  // A field that is not there, or empty, in YAML is the schema's to report.
  if (isEmpty && (found !== undefined || reading.form === 'markdown'))
    reading.report('question/empty-part', { id: reading.id, part }, span);
  const feedback = isMap ? reading.text(child(node, 'feedback')) : undefined;
  return {
    ...(id !== undefined && { id }),
    text: found ?? { html: '', text: '', span },
    ...(feedback !== undefined && { feedback }),
    span: node.span,
  };
}

/** Gives each part its id, and reports those that stand there twice. Of several that are empty none is. */
export function identifyParts<T extends PartDraft>(drafts: readonly T[], reading: Reading): string[] {
  const named = drafts.map((draft) => ({
    ...draft,
    text: { ...draft.text, text: nameOf(draft.text, reading) },
  }));
  const { ids, findings } = identifyOptions(named, reading.id);
  reading.findings.push(...findings);
  return drafts.map((_, i) => ids[i] ?? String(i));
}

/** The plain text of a part; of an image, which has none, what the author wrote. */
export function nameOf({ text, html, span }: Fragment, reading: Reading): string {
  return text !== '' || html === '' ? text.trim() : reading.source(span).trim();
}

/** Reads a list of parts. */
export function readParts(nodes: readonly YamlNode[], part: EmptyPart, reading: Reading): PartSource[] {
  const drafts = nodes.map((node) => readPart(node, 'text', part, reading));
  const ids = identifyParts(drafts, reading);
  return drafts.map(({ id: _, ...draft }, i) => ({ ...draft, id: ids[i] ?? String(i) }));
}

/** Reports a question that has too little to be one. */
export function reportTooFew(
  reading: Reading,
  type: QuestionType,
  part: EmptyPart,
  found: number,
  node: YamlNode | undefined,
): void {
  // What is not there at all is the schema's to report, or that of the rule about forms.
  if (node === undefined || found >= 2) return;
  // Nor what is no list, or a list of something else.
  if (node.kind !== 'list' || (found < node.items.length && node.items.length >= 2)) return;
  reading.report('question/too-few-parts', { id: reading.id, type, part, found }, reading.head);
}

export function readCredit(fields: ReadonlyMap<string, YamlEntry>): { readonly credit?: PartsCredit } {
  const value = text(child(fields, 'credit'));
  return value === 'partial' || value === 'all-or-nothing' ? { credit: value } : {};
}

/** A part as a page carries it. */
export function linkPart({ id, text, feedback }: PartSource, link: (fragment: Fragment) => Html): Part {
  return { id, text: link(text), ...(feedback !== undefined && { feedback: link(feedback) }) };
}

/** In an order that says nothing about the answer: by their texts, the same on every machine. */
export function sortedByText<T extends { readonly text: Fragment }>(things: readonly T[]): T[] {
  const key = ({ text }: T) => text.text.normalize('NFC').toLowerCase();
  return [...things].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** Whether a text is all there is to see of a fragment: a menu can show nothing else. */
export function isOnlyText({ html, text }: Fragment): boolean {
  return text !== '' && !html.includes('<');
}

/** A wrong answer is known where every part says something to who answers it. */
export function assessedParts(parts: readonly PartSource[]): Assessed {
  return parts.every(({ feedback }) => feedback !== undefined) ? {} : { open: true };
}
