import type { Item } from '../../model/course.ts';
import { between } from '../../model/quantities.ts';
import type { Ways } from '../../path/index.ts';
import { type Context, note, rulesRead } from '../context.ts';
import { listed } from '../learners.ts';
import type { Note } from '../types.ts';

/** Where a branching section leads: the rules of its route, or its branches and options. */
export function inside(context: Context, item: Item, ways: Ways): Note[] {
  if (item.kind !== 'section' || !item.type.endsWith('branching')) return [];
  const long = (id: string) => {
    const { least, most } = ways.of(id);
    return most > 0 ? ` (about ${between(least, most)})` : '';
  };
  const rules = rulesRead(item);
  if (item.type !== 'dynamic-branching' || item.by.type === 'choose')
    return item.children.map((id) => {
      const child = context.item(id);
      const extra = child?.when ? `, for learners who ${context.who(child.when)}` : '';
      const text = `${context.title(id)}${long(id)}${extra}.`;
      return note('children', text, { items: [id], span: child && context.span(child) });
    });
  return rules.map((rule, i) => {
    const to = listed(rule.to.map((id) => `${context.title(id)}${long(id)}`));
    const who = rule.when ? `learners who ${context.who(rule.when)}` : i === 0 ? 'everyone' : 'everyone else';
    const text = `${to}: for ${who}.`;
    return note(rule.when ? 'route' : 'otherwise', text, {
      items: rule.to,
      condition: rule.when,
      span: context.span(rule),
    });
  });
}
