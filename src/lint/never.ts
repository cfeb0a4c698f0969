import type { Condition } from '../model/condition.ts';
import type { Course, Item, Quiz } from '../model/course.ts';
import { percent } from '../model/quantities.ts';
import { ancestors } from '../path/index.ts';
import { blame } from './blame.ts';
import type { LintContext } from './context.ts';
import { saidOfLearners } from './learner.ts';
import { itemOf, optionAround } from './option.ts';
import { dateIn } from './story.ts';
import { choices, code } from './words.ts';

/** Why nobody ever meets a condition: a clause, and what to do where that is known. */
export interface Never {
  readonly why: string;
  readonly help?: string;
}

/**
 * Why a condition of which the proof found that nobody ever meets it fails: what it waits for never happens, or the way to it
 * leads past a quiz that has to be passed first.
 * @param item what waits, or the section of a route
 * @param what what an author can remove: the item, or a rule
 */
export function whyNever(
  context: LintContext,
  course: Course,
  condition: Condition,
  item?: Item,
  what = item && code(item.id),
): Never {
  const reached = context.reached();
  if (reached && !reached.holds(condition)) {
    const reasons = blame(condition, reached, context.items, item);
    if (reasons.length > 0) return { why: reasons.join('; ') };
  }
  const apart = excluding(course, context.items, condition);
  if (apart !== undefined) return apart;
  const late = closedBefore(context, course, condition);
  if (late !== undefined) return late;
  const hurdle = item && passedBefore(course, context.items, condition, item);
  if (hurdle) {
    return {
      why: `whoever gets there has passed ${code(hurdle.id)} with at least ${percent(hurdle.pass ?? 0)}`,
      help: `A hurdle lets nobody by who has not passed: remove ${what}. Or let learners by: put ${code(hurdle.id)} into a ${code('linear')} section, where it holds nobody back, or give it ${code('attempts')} and ${code('exhausted: continue')}.`,
    };
  }
  const date = dateIn(context.loaded.settings.timezone);
  const when = saidOfLearners(course, condition, date);
  return { why: `it waits until ${when}, and no way through the course leads to that` };
}

/** The quiz that everyone who comes to the item has passed, though the condition wants a lower result. */
function passedBefore(
  course: Course,
  items: ReadonlyMap<string, Item>,
  condition: Condition,
  item: Item,
): Quiz | undefined {
  const parts = condition.type === 'all' ? condition.of : [condition];
  for (const part of parts) {
    if (part.type !== 'failed' && part.type !== 'score') continue;
    const quiz = items.get(part.quiz);
    if (quiz?.kind !== 'quiz' || quiz.pass === undefined || quiz.exhausted === 'continue') continue;
    if (part.type === 'score' && (part.below ?? 2) > quiz.pass + 1e-9) continue;
    const section = items.get(quiz.parent ?? '');
    if (section?.kind !== 'section' || section.type !== 'hurdles') continue;
    if (course.items.indexOf(quiz) < course.items.indexOf(item)) return quiz;
  }
  return undefined;
}

/** Two things that have to be done, each in another option of one section, of which a learner has only one. */
function excluding(
  course: Course,
  items: ReadonlyMap<string, Item>,
  condition: Condition,
): Never | undefined {
  const found = new Map<string, { readonly asked: string; readonly option: string }>();
  for (const part of together(course, condition, new Set())) {
    const asked = part.type === 'chosen' ? part.option : itemOf(part);
    const around = asked === undefined ? undefined : optionAround(asked, items);
    if (asked === undefined || around === undefined) continue;
    const option = around.option.id;
    const before = found.get(around.section.id);
    const isOne = around.section.by.type === 'route' || around.section.by.count === 1;
    if (before && before.option !== option && isOne) {
      const both = choices([before.asked, asked], 'and');
      return {
        why: `it asks for ${both}, which lie in two options of ${code(around.section.id)}, and a learner has only one of them`,
        help: `Let one of them be enough (${code('any')}), or ask for the whole section (${code(`completed: ${around.section.id}`)}), which every option fulfils.`,
      };
    }
    found.set(around.section.id, { asked, option });
  }
  return undefined;
}

/** What has to hold together, the conditions of badges that are asked for included. */
function together(course: Course, condition: Condition, badges: Set<string>): readonly Condition[] {
  if (condition.type === 'all') return condition.of.flatMap((part) => together(course, part, badges));
  if (condition.type !== 'badge' || badges.has(condition.badge)) return [condition];
  badges.add(condition.badge);
  const badge = course.badges.find(({ id }) => id === condition.badge);
  return badge ? together(course, badge.when, badges) : [condition];
}

/** A deadline that has passed before what is asked for can open. */
function closedBefore(context: LintContext, course: Course, condition: Condition): Never | undefined {
  const date = dateIn(context.loaded.settings.timezone);
  const all = together(course, condition, new Set());
  const end = Math.min(...all.map((part) => (part.type === 'before' ? part.at : Number.POSITIVE_INFINITY)));
  for (const part of all) {
    const asked = itemOf(part);
    if (asked === undefined) continue;
    for (const item of [...ancestors(course, asked), context.items.get(asked)]) {
      const own = [item?.when, item?.requires].flatMap((each) =>
        each === undefined ? [] : together(course, each, new Set()),
      );
      const begin = own.find((each) => each.type === 'after' && each.at >= end);
      if (item && begin?.type === 'after')
        return {
          why: `it closes on ${date(end)}, and ${code(item.id)}, which it asks for, opens only on ${date(begin.at)}`,
          help: 'Correct one of the dates.',
        };
    }
  }
  return undefined;
}
