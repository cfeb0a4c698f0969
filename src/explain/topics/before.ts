import type { Item, Section } from '../../model/course.ts';
import { count, percent } from '../../model/quantities.ts';
import { type Context, isOrdered, note } from '../context.ts';
import { listed } from '../learners.ts';
import { pointsToHave } from '../points.ts';
import type { Note } from '../types.ts';

/** More than so many items in a row are counted, and only their ends named. */
const MOST = 4;

/** What has to be done before an item opens, from the outermost section inwards. */
export function before(context: Context, item: Item): Note[] {
  const notes = context
    .around(item)
    .toReversed()
    .flatMap((each) => {
      const section = context.parent(each);
      return [
        ...(section && isOrdered(section) ? earlier(context, section, each) : []),
        ...(section?.type === 'static-branching' ? otherBranches(context, section, each) : []),
        ...requirement(context, each, item),
      ];
    });
  const requires = context.around(item).flatMap((each) => each.requires ?? []);
  notes.push(...pointsToHave(context.course, { type: 'all', of: requires }));
  return notes.length > 0 ? notes : [note('nothing', 'Nothing: it is open from the start.')];
}

/** The required items before one in a section that is taken in order. */
function earlier(context: Context, section: Section, item: Item): Note[] {
  const found = section.children
    .slice(0, section.children.indexOf(item.id))
    .flatMap((id) => context.item(id) ?? [])
    .filter((each) => !each.optional);
  if (found.length === 0) return [];
  const named = (each: Item) => `${context.title(each.id)}${condition(section, each)}`;
  const what =
    found.length <= MOST
      ? listed(found.map(named))
      : `${count(found.length, 'entry', 'entries')} from ${context.title(found[0]?.id ?? '')} to ${context.title(found.at(-1)?.id ?? '')}`;
  const special = found.length <= MOST ? [] : found.filter((each) => condition(section, each) !== '');
  const among = special.length === 0 ? '' : `, among them ${listed(special.map(named))}`;
  const text = `In ${context.title(section.id)}: ${what}${among}.`;
  return [note('earlier', text, { items: found.map(({ id }) => id), span: context.span(section) })];
}

/** What is to be known about an item that comes before: that it has to be passed, or is not there for everyone. */
function condition(section: Section, item: Item): string {
  const parts = [
    ...(section.type === 'hurdles' && item.kind === 'quiz' && item.pass !== undefined
      ? [`passed with ${percent(item.pass)}`]
      : []),
    ...(item.when ? ['where it is there'] : []),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function otherBranches(context: Context, section: Section, branch: Item): Note[] {
  const others = section.children.filter((id) => id !== branch.id);
  if (others.length === 0) return [];
  const names = listed(
    others.map((id) => context.title(id)),
    'or',
  );
  const text = `No other branch may be half done: who has begun ${names} has to finish that first.`;
  return [note('branch', text, { items: others, span: context.span(section) })];
}

function requirement(context: Context, each: Item, inner: Item): Note[] {
  if (!each.requires) return [];
  const what = each === inner ? 'It opens' : `${context.title(each.id)} opens`;
  const text = `${what} only for learners who ${context.who(each.requires)}.`;
  return [
    note('requires', text, {
      items: [each.id],
      condition: each.requires,
      span: context.span(each, 'requires'),
    }),
  ];
}
