import type { Item } from '../../model/course.ts';
import { type Context, choiceOf, note } from '../context.ts';
import type { Note } from '../types.ts';

/** Whether an item has to be taken to finish the course, and by whom. */
export function required(context: Context, item: Item): Note[] {
  return [...toClear(context, item), ...toFinish(context)];
}

function toClear(context: Context, item: Item): Note[] {
  const around = context.around(item).toReversed();
  const optional = around.find((each) => each.optional && !choiceOf(context.parent(each)));
  if (optional) {
    const text =
      optional === item
        ? 'No: it is optional.'
        : `No: ${context.title(optional.id)}, which it is a part of, is optional.`;
    return [note('optional', text, { items: [optional.id], span: context.span(optional, 'optional') })];
  }
  for (const each of around) {
    const section = context.parent(each);
    if (section?.type !== 'random-access' || section.finish === undefined) continue;
    if (item.id === section.finish || around.some(({ id }) => id === section.finish)) continue;
    if (holds(context, item, section.finish)) continue;
    const text = `No: ${context.title(section.id)} is finished by ${context.title(section.finish)} alone.`;
    return [note('finish', text, { items: [section.finish], span: context.span(section, 'finish') })];
  }
  const some = around.some(({ when }) => when) || around.some((each) => isSelected(context, each));
  return [note('required', some ? 'Yes, for those who get to see or choose it.' : 'Yes, for everyone.')];
}

function holds(context: Context, section: Item, id: string): boolean {
  const inner = context.item(id);
  return inner !== undefined && context.around(inner).includes(section);
}

/** One of several options. */
function isSelected(context: Context, option: Item): boolean {
  const section = context.parent(option);
  if (section?.type !== 'dynamic-branching') return false;
  const choice = choiceOf(section);
  return !choice || choice.count < section.children.length;
}

function toFinish(context: Context): Note[] {
  const { complete } = context.course;
  if (!complete) return [];
  const text = `The course itself is finished for learners who ${context.who(complete)}.`;
  return [note('condition', text, { condition: complete, span: context.span(context.course, 'complete') })];
}
