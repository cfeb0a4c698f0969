import type { Condition } from '../../model/condition.ts';
import type { Item } from '../../model/course.ts';
import { percent } from '../../model/quantities.ts';
import { type Context, choiceOf, note } from '../context.ts';
import { competencyTitle } from '../learners.ts';
import type { Note } from '../types.ts';

/** How what was open, or in sight, can be lost again by who has not entered it yet. */
export function closes(context: Context, item: Item): Note[] {
  const notes = context
    .around(item)
    .toReversed()
    .flatMap((each) => [
      ...byPlace(context, each),
      ...byCondition(context, item, each, 'when'),
      ...byCondition(context, item, each, 'requires'),
    ]);
  const kept =
    item.kind === 'section'
      ? 'Who has opened something in it keeps it for good.'
      : 'Who has opened it keeps it for good.';
  return [...notes, note('kept', notes.length === 0 ? 'It does not: once open it stays open.' : kept)];
}

function byPlace(context: Context, each: Item): Note[] {
  const section = context.parent(each);
  const choice = choiceOf(section);
  if (!section) return [];
  if (choice) {
    const others = section.children.length - 1;
    if (choice.switch || others < choice.count) return [];
    const text = `Choosing ${choice.count === 1 ? 'another option' : `${choice.count} other options`} in ${context.title(section.id)} closes it: no switching is allowed.`;
    return [
      note('choice', text, {
        items: [each.id],
        span: context.span(section, 'choose') ?? context.span(section),
      }),
    ];
  }
  if (section.type === 'static-branching' && section.children.length > 1) {
    const text = `It stays closed while another branch of ${context.title(section.id)} is begun and not finished.`;
    return [note('branch', text, { items: [each.id], span: context.span(section) })];
  }
  if (section.type === 'dynamic-branching') {
    const text = `What the route of ${context.title(section.id)} names may change until the learner enters it; then it is settled.`;
    return [
      note('route', text, {
        items: [each.id],
        span: context.span(section, 'route') ?? context.span(section),
      }),
    ];
  }
  return [];
}

function byCondition(context: Context, item: Item, each: Item, field: 'when' | 'requires'): Note[] {
  const whole = each[field];
  if (!whole) return [];
  // What was opened stays: to be said at once, or the two sound as if they contradicted each other.
  const until = item.kind === 'section' ? 'Until something in it is opened' : 'Until it is opened';
  const what = field === 'when' ? 'is hidden again' : 'locks again';
  return losing(whole, true).map(({ leaf, holds }) => {
    const text = `${until}, ${context.title(each.id)} ${what} ${inTime(context, leaf, holds)}.`;
    const type = leaf.type === 'before' || leaf.type === 'after' ? 'date' : 'score';
    return note(type, text, {
      items: [each.id],
      condition: leaf,
      span: context.span(leaf) ?? context.span(each, field),
    });
  });
}

/** The simple parts that can take back what a condition gave: a part that can become false, or under `not` true. */
function losing(condition: Condition, holds: boolean): { leaf: Condition; holds: boolean }[] {
  switch (condition.type) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part) => losing(part, holds));
    case 'not':
      return losing(condition.of, !holds);
    case 'before':
    case 'failed':
      return holds
        ? [{ leaf: condition, holds }]
        : condition.type === 'failed'
          ? [{ leaf: condition, holds }]
          : [];
    case 'score':
      if (holds) return condition.below === undefined ? [] : [{ leaf: condition, holds }];
      return condition.from === undefined && condition.below === undefined
        ? []
        : [{ leaf: condition, holds }];
    case 'mastered':
      // More questions may be seen, and answered wrongly.
      return [{ leaf: condition, holds }];
    default:
      return holds ? [] : [{ leaf: condition, holds }];
  }
}

/** What happens to a simple condition: it stops to hold, or (`holds` false) it comes to hold. */
function inTime(context: Context, leaf: Condition, holds: boolean): string {
  if (!holds) {
    if (leaf.type === 'after') return `from ${context.date(leaf.at)} on`;
    return `for those who ${context.who(leaf)}`;
  }
  switch (leaf.type) {
    case 'before':
      return `from ${context.date(leaf.at)} on`;
    case 'failed':
      return `for those who pass ${context.title(leaf.quiz)} after all`;
    case 'mastered':
      return `for those whose later answers bring “${competencyTitle(context.course, leaf.competency)}” below its mark`;
    case 'score':
      return `for those who reach ${percent(leaf.below ?? 1)} in ${context.title(leaf.quiz)}`;
    default:
      return `for those of whom it no longer holds that they ${context.who(leaf)}`;
  }
}
