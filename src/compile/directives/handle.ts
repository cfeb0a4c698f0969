import type { Element, ElementContent } from 'hast';
import type { Paragraph, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Context } from '../markdown/context.ts';
import { offsets } from '../markdown/context.ts';
import { element } from '../markdown/element.ts';
import { finish } from '../markdown/finish.ts';
import { refPlaceholder } from '../placeholder.ts';
import { openingSpan, readAttributes } from './attributes.ts';
import { callout, calloutTitle } from './callout.ts';
import { audio, download, embed, video } from './media.ts';
import { question } from './question.ts';

type Result = ElementContent | ElementContent[];

/** `:::name … :::` */
export function containerDirective(context: Context, state: State, node: ContainerDirective): Result {
  reportUnclosed(context, node);
  const { label, body } = parts(node);
  switch (node.name) {
    case 'question':
      return question(context, state, node, label, body);
    case 'note':
    case 'tip':
    case 'warning':
    case 'important':
    case 'example':
      readAttributes(context, node);
      return callout(
        node.name,
        titleOf(state, label, calloutTitle(context, node.name)),
        blocks(state, node, body),
      );
    case 'details':
      readAttributes(context, node);
      requireLabel(context, node, label);
      return element('details', {}, [
        element('summary', {}, titleOf(state, label, { type: 'text', value: 'Details' })),
        ...blocks(state, node, body),
      ]);
    case 'tabs':
      readAttributes(context, node);
      return tabs(context, state, node, body);
    case 'tab':
      return misplaced(context, node, 'tabs', blocks(state, node, body));
    default:
      // The tokenizer lets no other name through.
      throw new Error(`container directive without a handler: ${node.name}`);
  }
}

/** `::name[…]{…}` */
export function leafDirective(context: Context, node: LeafDirective): Result {
  const label = textOf(node).trim();
  switch (node.name) {
    case 'hint':
    case 'explanation':
    case 'feedback':
      return misplaced(context, node, 'question', [element('p', {}, [{ type: 'text', value: label }])]);
    case 'video':
      return video(context, node, label);
    case 'audio':
      return audio(context, node, label);
    case 'youtube':
    case 'vimeo':
      return embed(context, node, node.name, label);
    case 'download':
      return download(context, node, label);
    default:
      throw new Error(`leaf directive without a handler: ${node.name}`);
  }
}

/** `:term[word]{term="entry"}` */
export function textDirective(context: Context, state: State, node: TextDirective): Result {
  const attributes = readAttributes(context, node);
  const word = textOf(node);
  const term = attributes.get('term') ?? word.trim();
  const span = attributes.get('term') === undefined ? context.spanIn(node, word) : attributes.span('term');
  const content = finish(context, state.all(node), { unwrap: false, anchors: false });
  const href = refPlaceholder(context.ref('term', term, span));
  return context.slot(`<a class="term" href="${href}">${content.html}</a>`, content.text);
}

/** The label, and what stands between the fences. */
function parts(node: ContainerDirective): { label: Paragraph | undefined; body: RootContent[] } {
  const [first, ...rest] = node.children;
  const isLabel = first?.type === 'paragraph' && first.data?.directiveLabel === true;
  return isLabel ? { label: first, body: rest } : { label: undefined, body: node.children };
}

function titleOf(state: State, label: Paragraph | undefined, fallback: ElementContent): ElementContent[] {
  const content = label === undefined ? [] : state.all(label);
  return content.length === 0 ? [fallback] : content;
}

function blocks(state: State, node: ContainerDirective, body: RootContent[]): ElementContent[] {
  return state.wrap(state.all({ type: 'root', children: body, position: node.position }), true);
}

function requireLabel(context: Context, node: ContainerDirective | LeafDirective, label: unknown): void {
  if (label !== undefined) return;
  context.report('markdown/missing-directive-label', { directive: node.name }, openingSpan(context, node));
}

/** Reports a directive that stands in the wrong place, and keeps its content. */
function misplaced(
  context: Context,
  node: ContainerDirective | LeafDirective,
  needs: string,
  content: ElementContent[],
): ElementContent[] {
  context.report('markdown/misplaced-directive', { directive: node.name, needs }, openingSpan(context, node));
  return content;
}

/** The parser notes the place of the closing fence, and closes what is open at the end of the text without one. */
function reportUnclosed(context: Context, node: ContainerDirective): void {
  const fences: unknown = node.data?.position;
  if (typeof fences === 'object' && fences !== null && 'closing' in fences && fences.closing !== undefined)
    return;
  const { start } = offsets(node);
  const fence = /^:+/.exec(context.source.text.slice(start, start + 100))?.[0] ?? ':::';
  context.report('markdown/unclosed-directive', { name: node.name, fence }, openingSpan(context, node));
}

/**
 * Tabs as a group of `details` with one name: the browser itself closes the others, they work by keyboard and
 * without script, and open in print.
 */
function tabs(context: Context, state: State, node: ContainerDirective, body: RootContent[]): Element {
  context.uses.tabs = true;
  const name = `tabs-${++context.tabGroups}`;
  const outside: RootContent[] = [];
  const panels: Element[] = [];
  for (const child of body) {
    if (child.type !== 'containerDirective' || child.name !== 'tab') {
      outside.push(child);
      continue;
    }
    reportUnclosed(context, child);
    readAttributes(context, child);
    const tab = parts(child);
    requireLabel(context, child, tab.label);
    panels.push(
      element('details', { className: ['tab'], name, ...(panels.length === 0 && { open: true }) }, [
        element('summary', {}, titleOf(state, tab.label, { type: 'text', value: `${panels.length + 1}` })),
        element('div', { className: ['tab-panel'] }, blocks(state, child, tab.body)),
      ]),
    );
  }
  const first = outside[0];
  if (first !== undefined) context.report('markdown/content-outside-tab', {}, context.spanOf(first));
  return element('div', { className: ['tabs'] }, [
    ...state.all({ type: 'root', children: outside, position: node.position }),
    ...state.wrap(panels, true),
  ]);
}
