import type { Page } from './page.ts';
import type { Tools } from './tools.ts';

/** Brings a part of a page up to date; called at the start and after every change. */
export type Show = () => void;

/**
 * What only one kind of page needs, in a bundle of its own (`pages/<kind>.ts`) that runs before the runtime.
 * `finish` says that whatever plays on the page has come to its end.
 */
export type PagePart = (page: Page, tools: Tools, finish: () => void) => Show | undefined;

declare global {
  interface Window {
    /** By the `data-page` of the body. */
    coursewrightPages?: Partial<Record<string, PagePart>>;
  }
}
