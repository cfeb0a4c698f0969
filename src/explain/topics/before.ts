import type { Item, Section } from '../../model/course.ts';
import { count, percent } from '../../model/quantities.ts';
import { type Context, isOrdered, note } from '../context.ts';
import { listed } from '../learners.ts';
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
  return notes.length > 0 ? notes : [note('nothing', 'Nothing: it is open from the start.')];
}

/** The required items before one in a section that is taken in order. */
function earlier(context: Context, section: Section, item: Item): Note[] {
  const found = section.children
    .slice(0, section.children.indexOf(item.id))
    .flatMap((id) => context.item(id) ?? [])
    .filter((each) => !each.optional);
  if (found.length === 0) return [];
  const hurdles = found.filter((each) => isHurdle(section, each));
  const conditional = found.filter(({ when }) => when);
  const names = found.map(({ id }) => context.title(id));
  const what =
    found.length <= MOST
      ? listed(names)
      : `${count(found.length, 'entry', 'entries')}, from ${names[0]} to ${names.at(-1)}`;
  const passed =
    hurdles.length === 0
      ? ''
      : `; ${listed(hurdles.map((each) => `${context.title(each.id)} passed${mark(each)}`))}`;
  const some =
    conditional.length === 0
      ? ''
      : `; ${listed(conditional.map(({ id }) => context.title(id)))} only where shown`;
  const text = `In ${context.title(section.id)}, what comes before: ${what}${passed}${some}.`;
  return [note('earlier', text, { items: found.map(({ id }) => id), span: context.span(section) })];
}

function isHurdle(section: Section, item: Item): boolean {
  return section.type === 'hurdles' && item.kind === 'quiz' && item.pass !== undefined;
}

function mark(item: Item): string {
  return item.kind === 'quiz' && item.pass !== undefined ? ` with ${percent(item.pass)}` : '';
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
