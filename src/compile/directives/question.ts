import type { ElementContent } from 'hast';
import type { BlockContent, DefinitionContent, List, ListItem, Nodes, Paragraph, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import { toString as textOf } from 'mdast-util-to-string';
import { identifyOptions, identifyQuestion } from '../../load/question.ts';
import type { Fragment, QuestionSource, Sited } from '../../load/source.ts';
import { nearest } from '../../model/nearest.ts';
import type { Span } from '../../model/span.ts';
import { type Context, offsets } from '../markdown/context.ts';
import { finish } from '../markdown/finish.ts';
import { startsLine } from '../markdown/leftovers.ts';
import { questionPlaceholder } from '../placeholder.ts';
import { type Attributes, openingSpan, readAttributes } from './attributes.ts';

const types = ['single', 'multiple'] as const;

/**
 * A question: everything before the task list is its prompt, the list its options, a quote in an option its
 * feedback. The page gets a placeholder, the question itself goes to the context.
 */
export function question(
  context: Context,
  state: State,
  node: ContainerDirective,
  label: Paragraph | undefined,
  body: readonly RootContent[],
): ElementContent[] {
  if (!context.page || context.inQuestion) {
    context.report(
      'markdown/misplaced-directive',
      { directive: 'question', needs: 'page' },
      openingSpan(context, node),
    );
    return [];
  }
  const attributes = readAttributes(context, node);
  const lists = body.filter(isOptions);
  const lastOption = lists.at(-1);
  const extras = body.filter(isExtra);
  const prompt = body.filter((child) => !isOptions(child) && !isExtra(child));
  const id = idOf(context, node, attributes, [label, ...prompt]);
  const after = prompt.find(
    (child) => lastOption !== undefined && offsets(child).start > offsets(lastOption).start,
  );
  if (after !== undefined) {
    context.report('question/content-after-options', { id: id.value }, context.spanOf(after));
  }
  reportMisspeltOptions(context, id.value, node);
  const write = (nodes: readonly RootContent[], span: Span): Fragment =>
    fragment(context, state, nodes, span);
  const promptNodes = label === undefined ? prompt : [{ ...label, data: {} }, ...prompt];
  const options = readOptions(context, id.value, lists, write);
  const explanation = extras.find((extra) => extra.name === 'explanation');
  for (const extra of extras) readAttributes(context, extra);
  const result: QuestionSource = {
    type: typeOf(context, attributes, options.filter((option) => option.correct).length),
    id,
    prompt: write(promptNodes, spanOfAll(context, promptNodes, openingSpan(context, node))),
    options,
    hints: extras
      .filter((extra) => extra.name === 'hint')
      .map((hint) => write([asParagraph(hint)], context.spanOf(hint))),
    ...(explanation !== undefined && {
      explanation: write([asParagraph(explanation)], context.spanOf(explanation)),
    }),
    points: pointsOf(context, attributes),
    competencies: competenciesOf(attributes),
    span: context.spanOf(node),
  };
  context.questions.push(result);
  return [context.slot(questionPlaceholder(context.questions.length - 1))];
}

function isOptions(node: RootContent): node is List {
  return node.type === 'list' && node.children.some((item) => typeof item.checked === 'boolean');
}

function isExtra(node: RootContent): node is LeafDirective {
  return node.type === 'leafDirective' && (node.name === 'hint' || node.name === 'explanation');
}

function asParagraph(node: LeafDirective): Paragraph {
  return { type: 'paragraph', children: node.children, ...(node.position && { position: node.position }) };
}

/** Compiles a part of the question; a single paragraph loses its `<p>`. */
function fragment(context: Context, state: State, nodes: readonly RootContent[], span: Span): Fragment {
  context.inQuestion = true;
  const content = state.wrap(state.all({ type: 'root', children: [...nodes] }));
  context.inQuestion = false;
  return { ...finish(context, content, { unwrap: true, anchors: false }), span };
}

function readOptions(
  context: Context,
  question: string,
  lists: readonly List[],
  write: (nodes: readonly RootContent[], span: Span) => Fragment,
): QuestionSource['options'] {
  const drafts = lists
    .flatMap((list) => list.children)
    .map((item) => {
      const { content, feedback } = splitOption(item);
      const span = context.spanOf(item);
      const text = write(content, spanOfAll(context, content, span));
      if (typeof item.checked !== 'boolean' && !BOX.test(text.text)) {
        context.report('question/unmarked-option', { id: question, text: text.text }, span);
      }
      const said = feedback.length === 0 ? undefined : write(feedback, spanOfAll(context, feedback, span));
      return { text, correct: item.checked === true, ...(said !== undefined && { feedback: said }), span };
    });
  const { ids, findings } = identifyOptions(drafts, question);
  context.findings.push(...findings);
  return drafts.map((draft, index) => ({ id: ids[index] ?? String(index), ...draft }));
}

/** A box without the blank that makes it one: `[x]75`, `[]`. */
const BOX = /^\[[ xX]?\]/;

/** A list mark and a box without a blank between them, at the start of a line. */
const GLUED_MARK = /(^|[\r\n])([ \t>]*)([-*+]\[[ xX]?\])/g;

/** What was meant as an option and is text, for want of a blank: `-[x] 75 °C`, `- [x]75 °C`, `- [] 75 °C`. */
function reportMisspeltOptions(context: Context, id: string, node: ContainerDirective): void {
  const report = (from: number, to: number, correct: boolean) =>
    context.report('question/misspelt-option', { id, correct }, context.span(from, to));
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

function splitOption(item: ListItem): { content: RootContent[]; feedback: RootContent[] } {
  const content: (BlockContent | DefinitionContent)[] = [];
  const feedback: (BlockContent | DefinitionContent)[] = [];
  for (const child of item.children) {
    if (child.type === 'blockquote') feedback.push(...child.children);
    else content.push(child);
  }
  return { content, feedback };
}

/** The smallest span that holds all nodes; `otherwise` for none. */
function spanOfAll(context: Context, nodes: readonly RootContent[], otherwise: Span): Span {
  const placed = nodes.filter((node) => node.position !== undefined);
  if (placed.length === 0) return otherwise;
  return context.span(
    Math.min(...placed.map((node) => offsets(node).start)),
    Math.max(...placed.map((node) => offsets(node).end)),
  );
}

function typeOf(context: Context, attributes: Attributes, correct: number): QuestionSource['type'] {
  const given = attributes.get('type');
  const guess = correct > 1 ? 'multiple' : 'single';
  if (given === undefined) return guess;
  const known = types.find((type) => type === given);
  if (known !== undefined) return known;
  const suggestion = nearest(given, types);
  context.report(
    'question/unknown-type',
    { type: given, known: types, ...(suggestion !== undefined && { suggestion }) },
    attributes.span('type'),
  );
  return guess;
}

function pointsOf(context: Context, attributes: Attributes): number {
  const value = attributes.get('points');
  if (value === undefined) return 1;
  const points = /^\d{1,6}(\.\d{1,3})?$/.test(value) ? Number(value) : Number.NaN;
  if (points > 0) return points;
  context.report(
    'markdown/invalid-directive-attribute',
    { directive: 'question', attribute: 'points', value, expected: 'a number above 0' },
    attributes.span('points'),
  );
  return 1;
}

function competenciesOf(attributes: Attributes): Sited<string>[] {
  return (['competency', 'competencies'] as const).flatMap((name) =>
    (attributes.get(name) ?? '')
      .split(/[\s,]+/)
      .filter((id) => id !== '')
      .map((value) => ({ value, span: attributes.span(name) })),
  );
}

/** The author's id, or one made from the prompt so that the rest of the course can be checked. */
function idOf(
  context: Context,
  node: ContainerDirective,
  attributes: Attributes,
  prompt: readonly (RootContent | undefined)[],
): Sited<string> {
  const value = attributes.get('id');
  const written = value === undefined ? undefined : { value, span: attributes.span('id') };
  const taken = new Map(context.questions.map((each) => [each.id.value, each.id.span]));
  const text = prompt.map((each) => (each === undefined ? '' : textOf(each))).join(' ');
  const { id, findings } = identifyQuestion(written, text, openingSpan(context, node), taken);
  for (const finding of findings) {
    const missing = finding.rule === 'question/missing-id';
    context.findings.push(missing ? { ...finding, fix: [insertId(context, node, id.value)] } : finding);
  }
  return id;
}

function insertId(context: Context, node: ContainerDirective, id: string): { span: Span; text: string } {
  const { start, end } = offsets(node);
  const line = /^[^\r\n]*/.exec(context.source.text.slice(start, end))?.[0] ?? '';
  const brace = line.lastIndexOf('{');
  const isAttributes = brace > 0 && line.trimEnd().endsWith('}');
  const at = start + (isAttributes ? brace + 1 : line.trimEnd().length);
  return { span: context.span(at, at), text: isAttributes ? `#${id} ` : `{#${id}}` };
}
