import type { RootContent as HastContent } from 'hast';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import type { Context } from './context.ts';
import { finish } from './finish.ts';
import { handlersFor } from './handlers.ts';

/** Writes a parsed text as safe HTML with placeholders, and collects what it says into the context. */
export function render(
  context: Context,
  tree: Root,
  options: { readonly unwrap: boolean },
): { html: string; text: string } {
  const hast = toHast(tree, {
    allowDangerousHtml: true,
    handlers: handlersFor(context),
    clobberPrefix: '',
    footnoteLabelProperties: { className: ['visually-hidden'] },
  });
  const content: HastContent[] = hast.type === 'root' ? hast.children : hast.type === 'doctype' ? [] : [hast];
  for (const question of context.questions) context.claimAnchor(question.id.value);
  return finish(context, content, { unwrap: options.unwrap, anchors: context.page });
}
