import type { Element, ElementContent } from 'hast';
import type { Context } from '../markdown/context.ts';
import { element } from '../markdown/element.ts';
import { wordPlaceholder } from '../placeholder.ts';

export type CalloutName = 'note' | 'tip' | 'warning' | 'important' | 'example';

/** The title of a callout that its author gave none, in the course's language. */
export function calloutTitle(context: Context, name: CalloutName | 'caution'): ElementContent {
  return context.slot(wordPlaceholder(name));
}

/** A box that stands out from the text. Not an `aside`: a landmark inside of running text helps nobody. */
export function callout(name: CalloutName, title: ElementContent[], body: ElementContent[]): Element {
  return element('div', { className: ['callout', name], role: 'note' }, [
    element('p', { className: ['callout-title'] }, title),
    ...body,
  ]);
}
