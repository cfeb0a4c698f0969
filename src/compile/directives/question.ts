import type { ElementContent } from 'hast';
import type { Nodes, Paragraph, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import { toString as textOf } from 'mdast-util-to-string';
import { found } from '../../load/findings.ts';
import type { YamlList, YamlNode } from '../../load/yaml.ts';
import type { Span } from '../../model/span.ts';
import { isTaskList } from '../../questions/choice/options.ts';
import type { MarkdownAnswer, MarkdownForm } from '../../questions/markdown-form.ts';
import { readQuestion } from '../../questions/read.ts';
import { kinds } from '../../questions/registry.ts';
import { typeMeant } from '../../questions/type-names.ts';
import { type Context, offsets } from '../markdown/context.ts';
import { startsLine } from '../markdown/leftovers.ts';
import { questionPlaceholder } from '../placeholder.ts';
import { type Attributes, openingSpan, readAttributes } from './attributes.ts';
import { mapNode, markdownForm, scalarNode } from './question-form.ts';
import { directiveShapes } from './registry.ts';
import { unreadAnswers } from './unread.ts';

/**
 * A question: its type says which blocks hold the answers, what stands before them is the prompt. It is written as the fields that
 * YAML would have and read as those are. The page gets a placeholder, the question itself goes to the context.
 */
export function question(
  context: Context,
  state: State,
  node: ContainerDirective,
  label: Paragraph | undefined,
  body: readonly RootContent[],
): ElementContent[] {
  const head = openingSpan(context, node);
  if (!context.page || context.inQuestion) {
    context.report('markdown/misplaced-directive', { directive: 'question', needs: 'page' }, head);
    return [];
  }
  const inner = body.find((child) => child.type === 'containerDirective' && child.name === 'question');
  const isOpen = inner !== undefined && fenceAt(context, inner) >= fenceAt(context, node);
  if (isOpen) {
    const fence = ':'.repeat(fenceAt(context, node));
    const args = { name: 'question', fence, before: openingOf(context, inner) };
    context.report('markdown/unclosed-directive', args, head);
  }
  const attributes = readAttributes(context, node);
  const extras = body.filter(isExtra);
  const blocks = body.filter((child) => !isExtra(child) && !(isOpen && child === inner));
  const type = attributes.get('type');
  const form = markdownForm(context, state, blocks, type && (typeMeant(type) ?? type), head);
  const named = kinds.find(({ type }) => type === form.type);
  const found = named === undefined ? answersIn(form) : named.markdown(form);
  const { prompt, answers, fields } = found ?? { prompt: blocks, answers: [], fields: {} };
  const promptNodes = label === undefined ? prompt : [{ ...label, data: {} }, ...prompt];
  const span = context.spanOf(node);
  const more = extraFields(context, extras, form);
  const map = mapNode(
    {
      ...attributeFields(attributes),
      prompt: promptNodes.length === 0 ? undefined : form.text(promptNodes),
      ...fields,
      ...more,
      feedback: bothFeedbacks(context, fields.feedback, more.feedback),
    },
    span,
  );
  const list: YamlList = { kind: 'list', items: [map], span };
  const written = readQuestion(mapNode({ questions: list }, span), ['questions', '0'], map, {
    findings: context.findings,
    taken: new Map(context.questions.map((each) => [each.id.value, each.id.span])),
    form: 'markdown',
    head,
    text: (part) => (part?.kind === 'scalar' ? part.fragment : undefined),
    source: ({ start, end }) =>
      context.source.text.slice(start - context.span(0, 0).start, end - context.span(0, 0).start),
    insertId: (_, id) => insertId(context, node, id),
  });
  if (named !== undefined && found === undefined) {
    const { what, write } = unreadAnswers(form) ?? {};
    const args = {
      id: written.id.value,
      type: named.type,
      form: named.markdownForm,
      ...(what !== undefined && write !== undefined && { unread: { what, write } }),
    };
    context.findings.push({ rule: 'question/missing-form', args, span: head });
  }
  if (found === undefined && form.type === undefined) {
    const unread = unreadAnswers(form);
    if (unread !== undefined) {
      const { what, write, span } = unread;
      context.findings.push({
        rule: 'question/unread-answers',
        args: { id: written.id.value, what, write },
        span,
      });
    }
  }
  const stray = strayQuotes(blocks, answers);
  for (const quote of stray) {
    const args = { id: written.id.value, text: textOf(quote).trim() };
    context.findings.push({ rule: 'question/stray-feedback', args, span: context.spanOf(quote) });
  }
  const after = afterAnswers(
    // What looks like a block of its own has a finding of its own, and so has a quote.
    prompt.filter((block) => !stray.has(block) && !/^:{3,}/.test(form.sourceOf(block))),
    answers,
  );
  if (after !== undefined)
    context.findings.push({
      rule: 'question/content-after-options',
      args: { id: written.id.value },
      span: context.spanOf(after),
    });
  for (const { text, span } of found?.marked ?? [])
    context.findings.push({
      rule: 'question/marked-up-answer',
      args: { id: written.id.value, text },
      span,
    });
  for (const entry of found?.unmarked ?? []) {
    const text = form.sourceOf(entry);
    // What looks like a box has a finding of its own.
    if (/^[-*+\d.)\s]+\[\s{0,3}[xX]?\s{0,3}\]/.test(text)) continue;
    const args = { id: written.id.value, text: form.text([entry]).text };
    context.findings.push({ rule: 'question/unmarked-option', args, span: context.spanOf(entry) });
  }
  const [extra] = (found?.extra ?? []).filter((cell) => cell.children.length > 0);
  if (extra !== undefined) {
    const args = { id: written.id.value, text: textOf(extra).trim() };
    context.findings.push({ rule: 'question/extra-column', args, span: form.spanOfAll(extra.children) });
  }
  reportMisspeltOptions(context, written.id.value, node);
  context.questions.push(written);
  return [context.slot(questionPlaceholder(context.questions.length - 1))];
}

/** The answers as the first type finds them that finds any. */
function answersIn(form: MarkdownForm): MarkdownAnswer | undefined {
  for (const kind of kinds) {
    const found = kind.markdown(form);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Quotes right behind a list of answers, which should stand in it: they say what was said of an answer before it is given. */
function strayQuotes(blocks: readonly RootContent[], answers: readonly RootContent[]): Set<RootContent> {
  const own = new Set(answers);
  const isOrdered = (node: RootContent) => node.type === 'list' && node.ordered === true;
  const inOrder = answers.some(isOrdered);
  const stray = blocks.filter((block, i) => {
    const before = blocks[i - 1];
    // The model answer of a reflection is a quote, too.
    if (block.type !== 'blockquote' || before === undefined || own.has(block)) return false;
    return (
      (before.type === 'list' && own.has(before)) || isTaskList(before) || (inOrder && isOrdered(before))
    );
  });
  return new Set(stray);
}

/** How many colons open a block. */
function fenceAt(context: Context, node: Nodes): number {
  const { start } = offsets(node);
  return /^:*/.exec(context.source.text.slice(start, start + 100))?.[0].length ?? 0;
}

/** The line that opens a block. */
function openingOf(context: Context, node: Nodes): string {
  const { start } = offsets(node);
  return /^[^\r\n]*/.exec(context.source.text.slice(start, start + 200))?.[0].trim() ?? '';
}

/** What of the prompt stands behind the answers. */
function afterAnswers(
  prompt: readonly RootContent[],
  answers: readonly RootContent[],
): RootContent | undefined {
  const last = Math.max(-1, ...answers.map((node) => offsets(node).start));
  return answers.length === 0 ? undefined : prompt.find((node) => offsets(node).start > last);
}

type Extra = LeafDirective & { readonly name: 'hint' | 'explanation' | 'feedback' };

function isExtra(node: RootContent): node is Extra {
  return (
    node.type === 'leafDirective' &&
    (node.name === 'hint' || node.name === 'explanation' || node.name === 'feedback')
  );
}

/** Attributes that hold several values, separated by commas (those of ids by blanks, too). */
const LISTS: Readonly<Record<string, RegExp>> = {
  competencies: /[\s,]+/,
  competency: /[\s,]+/,
  see: /[\s,]+/,
  tags: /\s*,\s*/,
  units: /\s*,\s*/,
  match: /\s*,\s*/,
  scale: /\s*,\s*/,
};

/** The attributes as fields: `points=2` as `points: 2`. Several under `competency` are `competencies`. */
function attributeFields(attributes: Attributes): Record<string, YamlNode> {
  const fields: Record<string, YamlNode> = {};
  for (const name of directiveShapes.question.attributes) {
    const value = attributes.get(name);
    if (value === undefined) continue;
    const span = attributes.span(name);
    const parts =
      LISTS[name] === undefined ? [value] : value.split(LISTS[name]).filter((part) => part !== '');
    const isOne = LISTS[name] === undefined || (name === 'competency' && parts.length < 2);
    const field = name === 'competency' && !isOne ? 'competencies' : name;
    fields[field] = isOne
      ? scalarNode(value, span)
      : { kind: 'list', items: parts.map((part) => scalarNode(part, span)), span };
  }
  return fields;
}

/** Hints, the explanation and general feedback: the directives within the question. */
function extraFields(
  context: Context,
  extras: readonly Extra[],
  form: MarkdownForm,
): Record<string, YamlNode | undefined> {
  const hints: YamlNode[] = [];
  const feedback: Record<string, YamlNode> = {};
  let explanation: YamlNode | undefined;
  for (const extra of extras) {
    const span = context.spanOf(extra);
    const attributes = readAttributes(context, extra);
    const text = form.text([paragraph(extra)], span);
    const cost = attributes.get('cost');
    const when = attributes.get('when');
    const repeated = (what: string) =>
      context.report('question/repeated-directive', { what, of: extra.name }, span);
    if (extra.name === 'explanation') {
      if (explanation === undefined) explanation = text;
      else repeated('::explanation[…]');
    } else if (extra.name === 'hint')
      hints.push(
        cost === undefined ? text : mapNode({ text, cost: scalarNode(cost, attributes.span('cost')) }, span),
      );
    else if (when === 'right' || when === 'partly' || when === 'wrong') {
      if (feedback[when] === undefined) feedback[when] = text;
      else repeated(`::feedback[…]{when=${when}}`);
    } else if (when !== undefined)
      context.report(
        'markdown/invalid-directive-attribute',
        { directive: extra.name, attribute: 'when', value: when, expected: '`right`, `partly` or `wrong`' },
        attributes.span('when'),
      );
  }
  const [first] = extras;
  const span = first === undefined ? context.span(0, 0) : context.spanOf(first);
  return {
    hints: hints.length === 0 ? undefined : { kind: 'list', items: hints, span: spanOfHints(hints, span) },
    explanation,
    feedback: Object.keys(feedback).length === 0 ? undefined : mapNode(feedback, span),
  };
}

/** General feedback from among the answers and from directives. What says the same outcome twice is reported. */
function bothFeedbacks(
  context: Context,
  answers: YamlNode | undefined,
  directives: YamlNode | undefined,
): YamlNode | undefined {
  if (answers?.kind !== 'map' || directives?.kind !== 'map') return directives ?? answers;
  for (const [outcome, { key }] of directives.entries) {
    if (!answers.entries.has(outcome)) continue;
    const fields = ['> …', `::feedback[…]{when=${outcome}}`];
    context.findings.push(found('schema/conflict', key, { owner: 'a question', fields }));
  }
  return { ...answers, entries: new Map([...directives.entries, ...answers.entries]) };
}

function spanOfHints(hints: readonly YamlNode[], otherwise: Span): Span {
  const [first] = hints;
  return first?.span ?? otherwise;
}

function paragraph(node: LeafDirective): Paragraph {
  return { type: 'paragraph', children: node.children, ...(node.position && { position: node.position }) };
}

/** A box without the blank that makes it one, or with too many: `[x]75`, `[]`, `[ x ]`. */
const BOX = /^\[[ \t]{0,3}[xX]?[ \t]{0,3}\]/;

/** A list mark and a box without a blank between them, at the start of a line. */
const GLUED_MARK = /(^|[\r\n])([ \t>]*)([-*+]\[[ \t]{0,3}[xX]?[ \t]{0,3}\])/g;

/** What was meant as an option and is text, for want of a blank: `-[x] 75 °C`, `- [x]75 °C`, `- [] 75 °C`. */
function reportMisspeltOptions(context: Context, id: string, node: ContainerDirective): void {
  const report = (from: number, to: number, correct: boolean) => {
    const padded = /\[\s+[xX]|[xX]\s+\]|\[\s{2,}\]/.test(context.source.text.slice(from, to));
    const args = { id, correct, ...(padded && { padded }) };
    context.report('question/misspelt-option', args, context.span(from, to));
  };
  const visit = (parent: Nodes, inItem: boolean): void => {
    if (parent.type === 'text') {
      const { start, end } = offsets(parent);
      const source = context.source.text.slice(start, end);
      const box = inItem ? BOX.exec(source)?.[0] : undefined;
      if (box !== undefined) report(start, start + box.length, /x/i.test(box));
      for (const match of source.matchAll(GLUED_MARK)) {
        const [, newline = '', indent = '', mark = ''] = match;
        if (newline === '' && !startsLine(context.source.text, start)) continue;
        const from = start + match.index + newline.length + indent.length;
        report(from, from + mark.length, /x/i.test(mark));
      }
      return;
    }
    if (!('children' in parent)) return;
    parent.children.forEach((child, index) => {
      const opens = parent.type === 'listItem' || (parent.type === 'paragraph' && inItem);
      visit(child, opens && index === 0);
    });
  };
  visit(node, false);
}

function insertId(context: Context, node: ContainerDirective, id: string): { span: Span; text: string } {
  const { start, end } = offsets(node);
  const line = /^[^\r\n]*/.exec(context.source.text.slice(start, end))?.[0] ?? '';
  const brace = line.lastIndexOf('{');
  const isAttributes = brace > 0 && line.trimEnd().endsWith('}');
  const at = start + (isAttributes ? brace + 1 : line.trimEnd().length);
  return { span: context.span(at, at), text: isAttributes ? `#${id} ` : `{#${id}}` };
}
