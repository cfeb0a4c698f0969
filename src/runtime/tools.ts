/**
 * What the runtime lends to the bundles of pages and question types, so that no page loads it twice. They run
 * before the runtime and are handed these when it starts.
 */
import { parseDraft } from '../model/parse-response.ts';
import { all, button, compiled, fill, h, one, row, setAttribute, setText, slot, steps } from './dom.ts';
import { late, whenHere } from './late.ts';
import { outcomeOf } from './outcome.ts';
import { hrefOf, itemLink, linked } from './page.ts';
import { canGrade, widgetOf } from './question-type.ts';

export const tools = {
  all,
  button,
  canGrade,
  compiled,
  fill,
  h,
  one,
  row,
  setAttribute,
  setText,
  slot,
  steps,
  hrefOf,
  itemLink,
  late,
  linked,
  outcomeOf,
  parseDraft,
  whenHere,
  widgetOf,
};

export type Tools = typeof tools;
