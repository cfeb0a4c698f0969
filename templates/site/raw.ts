/// <reference types="mdast-util-to-hast" />
import type { Nodes, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Html } from '../../src/model/question.ts';

/** HTML that was compiled and sanitised before, as a node of a template. */
export function raw(html: Html): { type: 'raw'; value: string } {
  return { type: 'raw', value: html };
}

/** A template's tree as HTML. */
export function html(tree: Nodes | readonly RootContent[]): Html {
  return toHtml(isList(tree) ? { type: 'root', children: [...tree] } : tree, OPTIONS);
}

const OPTIONS = { allowDangerousHtml: true, characterReferences: { useNamedReferences: false } } as const;

function isList(tree: Nodes | readonly RootContent[]): tree is readonly RootContent[] {
  return Array.isArray(tree);
}

const BLOCK =
  /<(?:p|pre|ul|ol|dl|table|div|figure|blockquote|h[1-6]|details|hr|section|aside|address|article|form|fieldset)[\s>]/;

/** Whether HTML may stand where only running text is allowed. */
export function isPhrasing(html: Html): boolean {
  return !BLOCK.test(html);
}
