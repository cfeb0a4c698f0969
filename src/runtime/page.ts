import type { Course, Item, Module, Quiz } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import type { View } from '../path/types.ts';
import type { SealedQuestion } from '../questions/question.ts';
import type { Piece } from '../words/sentences.ts';
import { h } from './dom.ts';
import type { Progress } from './progress.ts';
import { foreign } from './words.ts';

declare global {
  interface Window {
    /** Set by `course.js`. */
    coursewright?: {
      readonly course: Course;
      /** `edition`: another one for each course that differs in anything. */
      readonly site: { readonly title: string; readonly version: string; readonly edition?: string };
    };
  }
}

export type PageItem = Module | Quiz;

/** What the parts of one page share. */
export interface Page {
  readonly progress: Progress;
  /** Leads to the site's root: `./`, `../`, … */
  readonly root: string;
  /** The module or quiz that the page shows. */
  readonly item: PageItem | undefined;
  /** The questions of the page with their keys; none when it has none or they cannot be read. */
  readonly questions: readonly SealedQuestion[];
  /** Says something to people who do not see the page change. */
  readonly announce: (text: string) => void;
  /**
   * Aborted when the page is left for another one in the same document (portable edition). So a page serves as the
   * options of what listens to the window or the document, which ends with it.
   */
  readonly signal?: AbortSignal;
}

/** The way from this page to the site's root, as a relative address. */
export function rootOf(body: HTMLElement): string {
  return body.dataset.root || './';
}

/** `course dev` shows every page, also those that a learner cannot enter yet: its script says so on the root element. */
export function isPreview(): boolean {
  return document.documentElement.hasAttribute('data-preview');
}

export function isPageItem(item: Item | undefined): item is PageItem {
  return item !== undefined && item.kind !== 'section';
}

/** The modules and quizzes in an item: itself, or all below a section in course order. */
export function leaves(progress: Progress, id: ItemId): PageItem[] {
  const item = progress.items.get(id);
  if (!item) return [];
  return item.kind === 'section' ? item.children.flatMap((child) => leaves(progress, child)) : [item];
}

/**
 * The page that shows an item. A section has no page: its first item that can be entered stands for it,
 * else its first visible one. Undefined when nothing in it can be seen.
 */
export function hrefOf(page: Page, id: ItemId, view: View = page.progress.view): string | undefined {
  const visible = leaves(page.progress, id).filter((leaf) => {
    const status = view.byId.get(leaf.id)?.status;
    return status !== undefined && status !== 'hidden';
  });
  const leaf = visible.find((found) => view.byId.get(found.id)?.status !== 'locked') ?? visible[0];
  return leaf && page.root + leaf.href;
}

/** A link to an item, or its title alone when it has no page to show, or when that is this page. */
export function itemLink(
  page: Page,
  id: ItemId,
  attributes: { readonly class?: string } = {},
  text?: string,
): HTMLElement {
  const href = hrefOf(page, id);
  const title = text ?? page.progress.title(id);
  const { language } = page.progress.course;
  // A title among words of another language.
  const lang = text === undefined && foreign(language) ? language : undefined;
  const isHere = page.item !== undefined && href === page.root + page.item.href;
  return href === undefined || isHere
    ? h('span', { lang }, title)
    : h('a', { href, lang, ...attributes }, title);
}

/** A text with links to the items that it names. */
export function linked(page: Page, pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : itemLink(page, piece.item)));
}
