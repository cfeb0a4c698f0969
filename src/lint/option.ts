import type { Condition } from '../model/condition.ts';
import type { Item, Section } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';

/** The item that a condition asks to be done. */
export function itemOf(part: Condition): ItemId | undefined {
  switch (part.type) {
    case 'completed':
      return part.item;
    case 'passed':
    case 'failed':
    case 'score':
    case 'attempts':
      return part.quiz;
    default:
      return undefined;
  }
}

/** An option that a learner may do without, and the section that it is one of. */
export interface OptionOf {
  readonly option: Item;
  readonly section: Extract<Section, { type: 'dynamic-branching' }>;
  readonly others: readonly ItemId[];
}

/** The option around an item that a learner may do without. */
export function optionAround(id: ItemId, items: ReadonlyMap<ItemId, Item>): OptionOf | undefined {
  for (let child = items.get(id); child?.parent !== undefined; child = items.get(child.parent)) {
    const section = items.get(child.parent);
    if (section?.kind !== 'section' || section.type !== 'dynamic-branching') continue;
    const { by, children } = section;
    const option = child.id;
    const isFree =
      by.type === 'choose'
        ? by.switch || by.count >= children.length
        : by.rules.every(({ to }) => to.includes(option));
    if (!isFree) return { option: child, section, others: children.filter((other) => other !== option) };
  }
  return undefined;
}
