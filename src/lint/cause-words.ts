import type { Condition, Instant } from '../model/condition.ts';
import type { Course, Item } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { count, percent } from '../model/quantities.ts';
import { ancestors } from '../path/index.ts';
import type { ConditionOwner } from './context.ts';
import { saidOfLearners } from './learner.ts';
import { ownerInWords } from './owner.ts';
import { origin, spentHelp } from './spent.ts';
import type { Asked, Cause } from './stuck.ts';
import type { Blocks } from './verdicts.ts';
import { choices, code } from './words.ts';

/** A cause in words: a clause that can follow a colon, and what to do about it. */
export interface CauseWords {
  readonly clause: string;
  readonly help: string;
}

/**
 * What a cause is called, for an author. `date` writes an instant in the course's time zone; `now`: a date before it is told as
 * past.
 */
export function causeInWords(
  course: Course,
  cause: Cause,
  date: (at: Instant) => string,
  now?: Instant,
): CauseWords {
  const wants = ({ owner }: Asked) => lowered(ownerInWords(owner));
  const that = (condition: Condition) => saidOfLearners(course, condition, date);
  switch (cause.type) {
    case 'exhausted':
      return {
        clause: `the quiz ${code(cause.quiz.id)} allows ${count(cause.quiz.attempts ?? 0, 'attempt')}, and nothing says what happens to those who have used them and not passed`,
        help: 'Add `exhausted: continue` (they go on without passing), `exhausted: review` with `review: [ID]` (they go through that again and get new attempts) or `exhausted: contact` (they ask you). Or remove `attempts`.',
      };
    case 'too-hard':
      return {
        clause: `no answers to the quiz ${code(cause.quiz.id)} reach its pass mark`,
        help: 'Lower `pass`, or give its questions points.',
      };
    case 'review':
      return {
        clause: `who fails ${code(cause.quiz.id)} has to go through ${code(cause.item)} again before the next attempt, and cannot enter it`,
        help: `Let ${code('review')} name what is open whenever ${code(cause.quiz.id)} is, such as a module before it.`,
      };
    case 'gap':
      return {
        clause: `no rule of the route of ${code(cause.section.id)} holds for them, so nothing opens there`,
        help: 'End the route with `- { otherwise: OPTION }`, or widen one of its rules.',
      };
    case 'aside': {
      const { asked, target, aside } = cause;
      const where = target === aside.option ? '' : `, which lies in the option ${code(aside.option)}`;
      const others = aside.by === 'choose' ? 'those who chose' : 'those who were sent to';
      const isEnd = asked.owner.type === 'complete';
      return {
        clause: `${wants(asked)} asks for ${code(target)}${where}, and ${others} ${choices(aside.chosen, 'and')} never get there`,
        help: `Ask for the whole section (${code(`completed: ${aside.section}`)}), which every option fulfils, or put work of the other options beside it under ${code('any')}. ${isEnd ? `Or move ${code(target)} out of the option.` : aside.by === 'choose' ? `Or move ${code(target)} out of the option, or let learners take another one with ${code('switch: true')}.` : `Or move ${code(target)} out of the option.`}`,
      };
    }
    case 'hidden': {
      const { asked, target, holder } = cause;
      const which = holder.id === target ? 'which' : `in ${code(holder.id)}, which`;
      const shows = holder.when && that(holder.when);
      const clause = `${wants(asked)} asks for ${code(target)}, ${which} is hidden from them by its ${code('when')}${shows && shows.length < 90 ? `: it shows when ${shows}` : ''}`;
      const keep = `Or do not hide it: remove the ${code('when')} of ${code(holder.id)}.`;
      // The opposite of a `when` often holds from the start: at the end of the course it would let everybody finish at once.
      const end = origin(asked).owner.type === 'complete';
      const help = end
        ? `Ask for ${code(`completed: ${course.pathway}`)} instead: for that everything that is required has to be done, and what is hidden is not required. ${keep}`
        : `Ask for it only where it is there: ${code('any')} of ${code(`completed: ${target}`)} and the opposite of its ${code('when')}. ${keep}`;
      return { clause, help };
    }
    case 'no-mark':
      return {
        clause: `${wants(cause.asked)} asks for the quiz ${code(cause.quiz.id)} to be ${cause.asked.part.type}, and that quiz has no pass mark`,
        help: `Give the quiz ${code('pass: 80%')}, or ask for ${code(`completed: ${cause.quiz.id}`)}.`,
      };
    case 'spent': {
      const { asked, quiz } = cause;
      const limit =
        quiz.attempts === undefined
          ? 'no answers to it bring that'
          : `who has used ${quiz.attempts === 1 ? 'the only attempt' : quiz.attempts === 2 ? 'both attempts' : `all ${quiz.attempts} attempts`} without that cannot try again`;
      return {
        clause: `${wants(asked)} asks that ${that(asked.part)}, and ${limit}`,
        help: spentHelp(asked, quiz),
      };
    }
    case 'settled': {
      const { owner, part } = cause.asked;
      return {
        clause: `${wants(cause.asked)} ${owner.type === 'badge' ? 'can no longer be earned' : 'never holds again'} once ${that(opposite(part))}`,
        help:
          owner.type === 'requires'
            ? `Use the condition under ${code('when')} instead of ${code('requires')}: what it hides is not required. Or make ${code(owner.item.id)} ${code('optional')}.`
            : `What was done is never undone. Do not make anything required wait for this, or give it another way with ${code('any')}.`,
      };
    }
    case 'deadline': {
      const { owner, part } = cause.asked;
      const at = part.type === 'before' ? part.at : undefined;
      const on = at === undefined ? '' : ` on ${date(at)}`;
      const isPast = at !== undefined && now !== undefined && at <= now;
      return {
        clause: isPast
          ? `${wants(cause.asked)} ended${on}, which has passed: whoever begins now is shut out`
          : `${wants(cause.asked)} ends${on} for good, and who comes later is shut out`,
        help: `${isPast ? 'Set a later date, remove it' : 'Remove the deadline'}, make what it closes ${code('optional')}${owner.type === 'requires' ? `, or write ${code('when')} instead of ${code('requires')}: what is hidden after the date is not required any more` : ''}.`,
      };
    }
    case 'points': {
      const { asked, have } = cause;
      const from = asked.part.type === 'points' ? asked.part.from : 0;
      return {
        clause: `${wants(asked)} asks for ${count(from, 'point')}, and who goes this way ends with ${have}`,
        help: `Lower ${code(`from: ${from}`)} to ${have} or less, give the items on this way more ${code('points')}, or make what waits ${code('optional')}.`,
      };
    }
    case 'mastery': {
      const { asked, competency, seen, share } = cause;
      const now =
        seen === 0
          ? 'none of its questions is on this way'
          : `this way ends with ${count(seen, 'question')} seen and ${percent(share)} (it asks for ${competency.evidence} and ${percent(competency.mastery)})`;
      return {
        clause: `${wants(asked)} asks for mastery of ${code(competency.id)}, and ${now}`,
        help: `Put questions on ${code(competency.id)} where everybody meets them and can answer them again, lower its ${code('mastery')} or ${code('evidence')}, or make what waits ${code('optional')}.`,
      };
    }
    case 'deadlock': {
      const { asked, target } = cause;
      const branches = branchesBetween(course, asked.owner, target);
      return {
        clause: `${wants(asked)} asks for ${code(target)}, and ${code(target)} only opens after that: each waits for the other`,
        help:
          branches === undefined
            ? `Wait for something that comes before, or move ${code(target)} up.`
            : `The branches of ${code(branches)} may be taken in any order, and one that is begun has to be finished before another opens. Ask only for what stands in the same branch or before ${code(branches)}, or use a ${code('linear')} section if the order matters.`,
      };
    }
    case 'undone':
      return {
        clause: `nobody can finish the module ${code(cause.module.id)}: its ${code('done')} rule (${cause.module.done.type}) never holds`,
        help: 'Add what the rule asks for, or change it to `done: view`.',
      };
  }
}

function lowered(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** The part of the course that a cause blames, as `LintContext.place` takes it; the first that has a place counts. */
export function blamed(cause: Cause): readonly (readonly [node: object, field?: string])[] {
  switch (cause.type) {
    case 'exhausted':
      return [[cause.quiz, 'attempts'], [cause.quiz]];
    case 'too-hard':
      return [[cause.quiz, 'pass'], [cause.quiz]];
    case 'review':
      return [[cause.quiz, 'review'], [cause.quiz]];
    case 'gap':
      return [[cause.section, 'route'], [cause.section]];
    case 'undone':
      return [[cause.module, 'done'], [cause.module]];
    default:
      return [[cause.asked.part], ...placeOfOwner(cause.asked)];
  }
}

function placeOfOwner({ owner }: Asked): (readonly [object, string?])[] {
  switch (owner.type) {
    case 'when':
    case 'requires':
      return [[owner.item, owner.type]];
    case 'route':
      return [[owner.rule, 'when']];
    case 'badge':
      return [[owner.badge, 'when']];
    case 'certificate':
      return [[owner.certificate, 'when']];
    case 'complete':
      return [];
  }
}

/** Other places that help to see a cause: what is asked for, and what keeps it away. */
export function besides(cause: Cause, items: ReadonlyMap<ItemId, Item>): readonly Beside[] {
  return [...asking(cause), ...nearby(cause, items)];
}

/** A place to show, as `LintContext.place` takes it. */
interface Beside {
  readonly message: string;
  readonly node: object;
  readonly field?: string;
}

/** Of a badge's condition: what waits for that badge. */
function asking(cause: Cause): Beside[] {
  const by = 'asked' in cause ? cause.asked.by : undefined;
  if (by?.part.type !== 'badge') return [];
  const { owner } = by;
  const message = `${lowered(ownerInWords(owner))} waits for the badge ${code(by.part.badge)}`;
  return [{ message, node: by.part }];
}

function nearby(cause: Cause, items: ReadonlyMap<ItemId, Item>): readonly Beside[] {
  switch (cause.type) {
    case 'aside': {
      const section = items.get(cause.aside.section);
      const option = items.get(cause.aside.option);
      return [
        ...(section
          ? [
              {
                message: `learners have one way through ${code(section.id)}`,
                node: section,
                field: cause.aside.by === 'choose' ? 'choose' : 'route',
              },
            ]
          : []),
        ...(option
          ? [
              {
                message: `the option ${code(option.id)}`,
                node: option,
                ...(option.kind === 'section' && { field: 'id' }),
              },
            ]
          : []),
      ];
    }
    case 'hidden':
      return [{ message: `this hides ${code(cause.holder.id)}`, node: cause.holder, field: 'when' }];
    case 'spent':
      return cause.quiz.attempts === undefined
        ? []
        : [{ message: 'the limit of attempts', node: cause.quiz, field: 'attempts' }];
    case 'mastery':
      return [
        { message: `the competency ${code(cause.competency.id)}`, node: cause.competency, field: 'mastery' },
      ];
    default:
      return [];
  }
}

/** What it means for the end of the course that something is dead or closed: a sentence, or nothing. */
export function blocksInWords(blocks: Blocks): string {
  switch (blocks) {
    case 'all':
      return ' So nobody can finish the course.';
    case 'some':
      return ' Learners of whom it is asked can never finish the course.';
    case 'none':
      return '';
  }
}

/** What makes a condition fail for good: of `not` its part, of a failure the pass, of an upper bound the score above it. */
function opposite(part: Condition): Condition {
  if (part.type === 'not') return part.of;
  if (part.type === 'failed') return { type: 'passed', quiz: part.quiz };
  if (part.type === 'score' && part.below !== undefined)
    return { type: 'score', quiz: part.quiz, from: part.below };
  return { type: 'not', of: part };
}

/** The static branching section of which one branch holds what waits and another what it waits for. */
function branchesBetween(course: Course, owner: ConditionOwner, target: ItemId): ItemId | undefined {
  if (owner.type !== 'when' && owner.type !== 'requires') return undefined;
  const mine = new Set(ancestors(course, owner.item.id).map(({ id }) => id));
  const shared = ancestors(course, target).findLast(({ id }) => mine.has(id));
  return shared?.kind === 'section' && shared.type === 'static-branching' ? shared.id : undefined;
}
