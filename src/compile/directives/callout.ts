import type { Element, ElementContent } from 'hast';
import { element } from '../markdown/element.ts';

export type CalloutName = 'note' | 'tip' | 'warning' | 'important' | 'example';

/** The title of a callout that its author gave none. */
export const calloutTitles: Readonly<Record<CalloutName, string>> = {
  note: 'Note',
  tip: 'Tip',
  warning: 'Warning',
  important: 'Important',
  example: 'Example',
};

/** A box that stands out from the text. Not an `aside`: a landmark inside of running text helps nobody. */
export function callout(name: CalloutName, title: ElementContent[], body: ElementContent[]): Element {
  return element('div', { className: ['callout', name], role: 'note' }, [
    element('p', { className: ['callout-title'] }, title),
    ...body,
  ]);
}
