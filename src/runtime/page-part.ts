import type { Next } from './next.ts';
import type { Page } from './page.ts';
import type { Tools } from './tools.ts';

/** Brings a part of a page up to date; called at the start and after every change. */
export type Show = () => void;

/**
 * What only one kind of page needs, in a bundle of its own (`pages/<kind>.ts`) that runs before the runtime.
 * `next` is the way on from a module or a quiz.
 */
export type PagePart = (page: Page, tools: Tools, next: Next | undefined) => Show | undefined;

declare global {
  interface Window {
    /** By the `data-page` of the body. */
    coursewrightPages?: Partial<Record<string, PagePart>>;
  }
}
