import { alwaysAsked, candidatesOf } from '../../model/attempt.ts';
import type { Item, QuestionRef } from '../../model/course.ts';
import type { ItemId } from '../../model/ids.ts';
import { count, percent } from '../../model/quantities.ts';
import { itemNamed } from '../../path/lookup.ts';
import { type Context, isOrdered, note } from '../context.ts';
import { competencyTitle } from '../learners.ts';
import type { Note } from '../types.ts';
import { type Owner, reviewersOf, type Use } from '../uses.ts';

/** What waits for an item, or hangs on it in another way. */
export function waits(context: Context, item: Item): Note[] {
  const notes = [
    ...following(context, item),
    ...finishing(context, item),
    ...context.around(item).flatMap((each) => naming(context, each, item)),
    ...reviewing(context, item),
    ...points(context, item),
    ...competencies(context, item),
  ];
  if (item.id === context.course.pathway && !context.course.complete)
    return [...notes, note('finish', 'The course is finished when all of it is cleared.')];
  return notes.length > 0 ? notes : [note('nothing', 'Nothing.')];
}

/** What comes next in order: of the innermost section that has something after it. */
function following(context: Context, item: Item): Note[] {
  for (const each of context.around(item)) {
    if (each.optional) return [];
    const section = context.parent(each);
    if (!section || !isOrdered(section)) {
      if (section?.type === 'random-access' && section.finish !== undefined && section.finish !== item.id)
        return [];
      continue;
    }
    const next = section.children[section.children.indexOf(each.id) + 1];
    if (next === undefined) continue;
    const what = each === item ? 'it' : `${context.title(each.id)}, of which this is a part`;
    const text = `${context.title(next)} comes next in ${context.title(section.id)} and waits for ${what}.`;
    const following = context.item(next);
    return [note('next', text, { items: [next], span: following && context.span(following) })];
  }
  return [];
}

function finishing(context: Context, item: Item): Note[] {
  return context.course.items.flatMap((section) => {
    if (section.kind !== 'section' || section.type !== 'random-access' || section.finish !== item.id)
      return [];
    const text = `Passing it finishes ${context.title(section.id)}, whatever else is left there.`;
    return [note('finish', text, { items: [section.id], span: context.span(section, 'finish') })];
  });
}

/** The conditions that name an item (`each`: the item explained, or a section around it). */
function naming(context: Context, each: Item, item: Item): Note[] {
  return context.uses
    .filter(({ leaf }) => itemNamed(leaf) === each.id)
    .map((use) => useNote(context, use, each === item ? undefined : each.id));
}

/** What hangs on a condition, in words; `through` is the section by which it concerns the item. */
export function useNote(context: Context, { owner, leaf, whole }: Use, through?: ItemId): Note {
  const by = through === undefined ? '' : ` (this is part of ${context.title(through)})`;
  const text = `${ownerText(context, owner)} learners who ${context.who(whole)}${by}.`;
  const span = context.span(leaf) ?? ownerSpan(context, owner);
  return note('condition', text, { items: ownerItems(owner), condition: whole, span });
}

function ownerText(context: Context, owner: Owner): string {
  switch (owner.type) {
    case 'when':
      return `${context.title(owner.item.id)} is there for`;
    case 'requires':
      return `${context.title(owner.item.id)} opens for`;
    case 'route':
      return `The route of ${context.title(owner.section.id)} sends to ${owner.rule.to.map(context.title).join(' and ')}:`;
    case 'badge':
      return `The badge “${owner.title}” goes to`;
    case 'certificate':
      return 'The certificate goes to';
    case 'complete':
      return 'The course is finished for';
  }
}

function ownerItems(owner: Owner): readonly ItemId[] {
  switch (owner.type) {
    case 'when':
    case 'requires':
      return [owner.item.id];
    case 'route':
      return [owner.section.id, ...owner.rule.to];
    default:
      return [];
  }
}

function ownerSpan(context: Context, owner: Owner) {
  switch (owner.type) {
    case 'when':
    case 'requires':
      return context.span(owner.item, owner.type);
    case 'route':
      return context.span(owner.rule);
    case 'badge': {
      const badge = context.index.badges.get(owner.id);
      return badge && context.span(badge);
    }
    case 'certificate':
      return context.course.certificate && context.span(context.course.certificate);
    case 'complete':
      return context.span(context.course, 'complete');
  }
}

function reviewing(context: Context, item: Item): Note[] {
  return reviewersOf(context.course, item.id).map((quiz) => {
    const text = `A failed attempt at ${context.title(quiz.id)} asks to go through it again.`;
    const source = context.loaded.quizzes.get(quiz.id)?.review.find(({ value }) => value === item.id);
    return note('review', text, { items: [quiz.id], span: source?.span });
  });
}

/** Conditions on points, for what gives some. */
function points(context: Context, item: Item): Note[] {
  if (item.points === 0) return [];
  return context.uses
    .filter(({ leaf }) => leaf.type === 'points')
    .map((use) => {
      const { text, ...rest } = useNote(context, use);
      return {
        ...rest,
        type: 'points' as const,
        text: `Its ${count(item.points, 'point')} count: ${lower(text)}`,
      };
    });
}

/** The competencies that its questions count for. */
function competencies(context: Context, item: Item): Note[] {
  if (item.kind === 'section') return [];
  return context.course.competencies.flatMap((competency) => {
    const isTagged = (question: QuestionRef) => question.competencies.includes(competency.id);
    const draws = (item.kind === 'quiz' && item.draws) || [];
    const drawn = draws.reduce(
      (sum, draw) => sum + Math.min(draw.count, candidatesOf(item, draw).filter(isTagged).length),
      0,
    );
    const tagged = drawn + alwaysAsked(item).filter(isTagged).length;
    if (tagged === 0) return [];
    const title = competencyTitle(context.course, competency.id);
    const counted =
      drawn > 0
        ? `Up to ${count(tagged, 'question of an attempt counts', 'questions of an attempt count')}`
        : count(tagged, 'question in it counts', 'questions in it count');
    const text = `${counted} for the competency “${title}” (mastered at ${percent(competency.mastery)}).`;
    return [note('competency', text, { span: context.span(competency) })];
  });
}

function lower(text: string): string {
  return text.replace(/^The /, 'the ');
}
