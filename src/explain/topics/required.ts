import type { Item } from '../../model/course.ts';
import { itemNamed, leaves, rulesOf } from '../../path/lookup.ts';
import { type Context, choiceOf, isOrdered, note } from '../context.ts';
import type { Note } from '../types.ts';

/** Whether an item has to be taken to finish the course, and by whom. */
export function required(context: Context, item: Item): Note[] {
  const notes = toClear(context, item);
  const isAsked = notes.some(({ type }) => type === 'required');
  return isAsked && !leadsToTheEnd(context, item) ? [...notes, ...toFinish(context)] : notes;
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
  const seen = around.some((each) => each.when || isRouted(context, each));
  const chosen = around.some((each) => isChosen(context, each));
  const whose = [...(seen ? ['see'] : []), ...(chosen ? ['choose'] : [])].join(' and ');
  return [note('required', whose === '' ? 'Yes, for everyone.' : `Yes, for those who ${whose} it.`)];
}

function holds(context: Context, section: Item, id: string): boolean {
  const inner = context.item(id);
  return inner !== undefined && context.around(inner).includes(section);
}

function isRouted(context: Context, option: Item): boolean {
  const section = context.parent(option);
  return rulesOf(section) !== undefined;
}

/** One of several options that a learner chooses from. */
function isChosen(context: Context, option: Item): boolean {
  const section = context.parent(option);
  const choice = choiceOf(section);
  return choice !== undefined && choice.count < (section?.children.length ?? 0);
}

/** What the end of the course asks for, or a part of it, or what comes before that in order: there is nothing more to say then. */
function leadsToTheEnd(context: Context, item: Item): boolean {
  const around = context.around(item).map(({ id }) => id);
  return leaves(context.course.complete).some((leaf) => {
    const named = context.item(itemNamed(leaf) ?? '');
    if (!named) return false;
    if (around.includes(named.id)) return true;
    return context.around(named).some((each) => {
      const section = context.parent(each);
      const earlier = section && isOrdered(section) ? section.children : [];
      return (
        each.id === item.id || earlier.slice(0, earlier.indexOf(each.id)).some((id) => around.includes(id))
      );
    });
  });
}

function toFinish(context: Context): Note[] {
  const { complete } = context.course;
  if (!complete) return [];
  const text = `The course itself is finished for learners who ${context.who(complete)}.`;
  return [note('condition', text, { condition: complete, span: context.span(context.course, 'complete') })];
}
