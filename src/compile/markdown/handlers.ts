import type { Element, ElementContent } from 'hast';
import type { Blockquote, Code, Html, Image, Paragraph, PhrasingContent, Text } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { InlineMath, Math as MathNode } from 'mdast-util-math';
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast';
import { type CalloutName, callout, calloutTitle } from '../directives/callout.ts';
import { containerDirective, leafDirective, textDirective } from '../directives/handle.ts';
import { escapeHtml } from '../escape.ts';
import { highlight } from '../highlight.ts';
import { renderMath } from '../math.ts';
import { type Context, offsets } from './context.ts';
import { definitionList } from './definition-list.ts';
import { element } from './element.ts';
import { reportLeftovers } from './leftovers.ts';
import { reportRemovedHtml } from './sanitise.ts';

/** What becomes of each kind of Markdown node that remark-rehype does not already do as we want it. */
export function handlersFor(context: Context): Handlers {
  return {
    containerDirective: (state: State, node: ContainerDirective) => containerDirective(context, state, node),
    leafDirective: (_state: State, node: LeafDirective) => leafDirective(context, node),
    textDirective: (state: State, node: TextDirective) => textDirective(context, state, node),
    blockquote: (state: State, node: Blockquote) =>
      alert(context, state, node) ?? defaultHandlers.blockquote(state, node),
    code: (_state: State, node: Code) => codeBlock(context, node),
    html: (state: State, node: Html) => {
      context.hasHtml = true;
      reportRemovedHtml(context, node);
      reportUnclosedComment(context, node);
      return defaultHandlers.html(state, node);
    },
    text: (state: State, node: Text) => {
      reportLeftovers(context, node);
      return defaultHandlers.text(state, node);
    },
    math: (_state: State, node: MathNode) => math(context, node, node.value, true),
    inlineMath: (_state: State, node: InlineMath) => math(context, node, node.value, false),
    paragraph: (state: State, node: Paragraph) =>
      displayMath(context, node) ??
      figure(state, node) ??
      definitionList(state, node) ??
      defaultHandlers.paragraph(state, node),
  };
}

/** A comment that never ends hides all that follows. */
function reportUnclosedComment(context: Context, node: Html): void {
  const open = node.value.lastIndexOf('<!--');
  // `<!-->` is a whole comment, and both signs may share their dashes.
  if (open < 0 || node.value.indexOf('-->', open + 2) >= 0) return;
  const { start } = context.spanIn(node, node.value.slice(open));
  context.report('markdown/unclosed-comment', {}, { file: context.source.file, start, end: start + 4 });
}

/** A fenced or indented code block, with colours where its language is known. */
function codeBlock(context: Context, node: Code): ElementContent {
  context.uses.code = true;
  const language = /^[\w+#.-]+/.exec(node.lang ?? '')?.[0];
  const html =
    (language === undefined ? undefined : highlight(node.value, language)) ?? escapeHtml(node.value);
  const name = language === undefined ? '' : ` language-${escapeHtml(language)}`;
  const end = node.value === '' ? '' : '\n';
  // Long lines scroll inside the block, and what scrolls has to be reachable by keyboard.
  return context.slot(`<pre tabindex="0"><code class="hljs${name}">${html}${end}</code></pre>`);
}

function math(context: Context, node: MathNode | InlineMath, tex: string, display: boolean): ElementContent {
  const result = renderMath(tex, display);
  if ('html' in result) {
    context.uses.math = true;
    return context.slot(display ? `<div class="math" tabindex="0">${result.html}</div>` : result.html, tex);
  }
  context.report('math/invalid', { source: tex, reason: result.reason }, context.spanOf(node));
  const source = `<code class="math-source">${escapeHtml(tex)}</code>`;
  return context.slot(display ? `<pre>${source}</pre>` : source, tex);
}

/** `$$…$$` alone in its paragraph is displayed; the tree does not keep the fence, so the source is asked. */
function displayMath(context: Context, node: Paragraph): ElementContent | undefined {
  const [only, more] = node.children;
  if (more !== undefined || only?.type !== 'inlineMath') return undefined;
  const { start } = offsets(only);
  if (!context.source.text.startsWith('$$', start)) return undefined;
  return math(context, only, only.value, true);
}

const alertTypes: ReadonlyMap<string, { name: CalloutName; title: CalloutName | 'caution' }> = new Map([
  ['NOTE', { name: 'note', title: 'note' }],
  ['TIP', { name: 'tip', title: 'tip' }],
  ['IMPORTANT', { name: 'important', title: 'important' }],
  ['WARNING', { name: 'warning', title: 'warning' }],
  ['CAUTION', { name: 'warning', title: 'caution' }],
]);

/** GitHub's alerts: a quote whose first line is `[!NOTE]`. */
function alert(context: Context, state: State, node: Blockquote): Element | undefined {
  const first = node.children[0];
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (first?.type !== 'paragraph' || text?.type !== 'text') return undefined;
  const match = /^\[!([A-Za-z]+)\][ \t]*(?:\r?\n|\r|$)/.exec(text.value);
  const type = alertTypes.get(match?.[1]?.toUpperCase() ?? '');
  if (match === null || type === undefined) return undefined;
  const rest = text.value.slice(match[0].length);
  const inFirst: PhrasingContent[] = [
    ...(rest === '' ? [] : [{ ...text, value: rest }]),
    ...first.children.slice(1),
  ];
  // `[!NOTE]` and a hard break: the break has nothing to stand after.
  while (inFirst[0]?.type === 'break') inFirst.shift();
  const children = [
    ...(inFirst.length === 0 ? [] : [{ ...first, children: inFirst }]),
    ...node.children.slice(1),
  ];
  return callout(
    type.name,
    [calloutTitle(context, type.title)],
    state.wrap(state.all({ ...node, children }), true),
  );
}

/** An image alone in its paragraph, with a title, is a figure; the title is its caption. */
function figure(state: State, node: Paragraph): Element | undefined {
  const [image, more] = node.children;
  if (more !== undefined || image?.type !== 'image' || !image.title) return undefined;
  const untitled: Image = { ...image, title: null };
  return element('figure', {}, [
    ...state.all({ ...node, children: [untitled] }),
    element('figcaption', {}, [{ type: 'text', value: image.title }]),
  ]);
}
