import { ID_ATTRIBUTES, idPrefix } from '../../model/portable.ts';
import { all, one } from '../dom.ts';

/** A page as the file stores it. */
export interface StoredPage {
  readonly path: string;
  readonly kind: string;
  /** The module or quiz that it shows. */
  readonly item: string | undefined;
  readonly title: string;
  /** Has the column of contents beside it. */
  readonly framed: boolean;
  /** Makes its elements: those of the page, and of the column after it. */
  make(): { readonly main: DocumentFragment; readonly aside: DocumentFragment };
}

/** Takes the stored pages out of the document: `<noscript>` and `<template>`, which hold them as text and as inert elements. */
export function takePages(): ReadonlyMap<string, StoredPage> {
  const pages = new Map<string, StoredPage>();
  for (const element of all('[data-path]')) {
    const { path = '', kind = '', of: item, name = '' } = element.dataset;
    const framed = 'framed' in element.dataset;
    pages.set(path, { path, kind, item, title: name, framed, make: () => make(path, element) });
    element.remove();
  }
  return pages;
}

function make(path: string, element: HTMLElement) {
  const holder = document.createElement('template');
  // The compiler made and sanitised it.
  holder.innerHTML = element instanceof HTMLTemplateElement ? element.innerHTML : element.textContent;
  const main = document.createDocumentFragment();
  main.append(...(one('section', holder.content)?.childNodes ?? []));
  const beside = holder.content.lastElementChild;
  const aside = beside instanceof HTMLTemplateElement ? beside.content : document.createDocumentFragment();
  for (const part of [main, aside]) ownIds(path, part);
  return { main, aside };
}

/** Stored ids name their page, so that all pages can be read below each other; one page alone needs no such names. */
function ownIds(path: string, part: DocumentFragment): void {
  const prefix = idPrefix(path);
  for (const element of part.querySelectorAll(ID_ATTRIBUTES.map((name) => `[${name}]`).join())) {
    for (const name of ID_ATTRIBUTES) {
      const value = element.getAttribute(name);
      if (value?.includes(prefix)) element.setAttribute(name, value.replaceAll(prefix, ''));
    }
  }
}
