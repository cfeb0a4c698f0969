/**
 * What the runtime lends to the bundles of pages and question types, so that no page loads it twice. They run
 * before the runtime and are handed these when it starts.
 */
import { all, compiled, fill, h, one, setAttribute, slot } from './dom.ts';
import { outcomeOf } from './outcome.ts';
import { itemLink } from './page.ts';
import { widgetOf } from './question-type.ts';
import { percent } from './words.ts';

export const tools = {
  all,
  compiled,
  fill,
  h,
  one,
  setAttribute,
  slot,
  itemLink,
  outcomeOf,
  percent,
  widgetOf,
};

export type Tools = typeof tools;
