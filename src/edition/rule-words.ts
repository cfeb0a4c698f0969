import type { Condition } from '../model/condition.ts';
import type { DoneRule, ExhaustedPolicy, Section } from '../model/course.ts';
import { type EditionName, editionName, ownId } from '../model/edition.ts';
import type { ItemId } from '../model/ids.ts';
import { count, duration, percent } from '../model/quantities.ts';
import { describeCondition, english } from '../path/index.ts';
import type { Published } from './diff.ts';
import { inCourseFile } from './name-words.ts';
import type { RuleChange } from './rule-changes.ts';

/** What the words about rules need: titles, and conditions as they were and as they are. */
export interface RuleContext {
  /** The present title of a name, else the last that it had. */
  readonly title: (name: EditionName) => string;
  /** A name as course.yaml takes it. */
  readonly written: (name: EditionName) => string;
  readonly condition: (side: 'old' | 'now', condition: Condition) => string;
}

/** What two editions have to say about their rules, with dates in the author's time zone. */
export function ruleContext(old: Published, now: Published, date: (at: number) => string): RuleContext {
  const courses = { old: old.course, now: now.course };
  return {
    title: (name) => (now.edition.entries.get(name) ?? old.edition.entries.get(name))?.title ?? ownId(name),
    written: (name) => inCourseFile(name, old.edition),
    condition(side, condition) {
      const course = courses[side];
      // Who knows of conditions knows the course.
      return course === undefined ? '' : describeCondition(course, condition, { ...english, date });
    },
  };
}

/** What a changed rule means to learners in the middle: what changed, and who keeps what. One or two plain sentences. */
export function ruleWords(change: RuleChange, context: RuleContext): string {
  const name = (id: EditionName) => quoted(context.title(id));
  const names = (ids: readonly ItemId[]) => LIST.format(ids.map(name));
  const given = (side: 'old' | 'now', condition: Condition | undefined) =>
    condition === undefined
      ? 'no condition'
      : quoted(context.condition(side, condition).replaceAll('“', '‘').replaceAll('”', '’'));
  const conditions = ({ was, is }: { readonly was?: Condition; readonly is?: Condition }) =>
    was === undefined
      ? `${given('now', is)}; there was no condition before`
      : `${given('now', is)} instead of ${given('old', was)}`;
  switch (change.type) {
    case 'pass':
      return passWords(change, name(change.item));
    case 'attempts':
      return attemptWords(change, name(change.item));
    case 'exhausted':
      return `Who has used all attempts at ${name(change.item)} without passing ${POLICIES[change.is ?? 'none']} now; before, they ${POLICIES[change.was ?? 'none']}. Who was let go on stays past it.`;
    case 'review':
      return change.is?.length
        ? `Who has failed ${name(change.item)} goes through ${names(change.is)} again before another attempt.`
        : `Who has failed ${name(change.item)} has nothing to go through again any more before another attempt.`;
    case 'asked': {
      const { was, is } = change;
      const asks = (each = { count: 0, of: 0 }) =>
        each.count === each.of
          ? count(each.count, 'question')
          : `${each.count} of ${count(each.of, 'question')}`;
      return `An attempt at ${name(change.item)} asks ${asks(is)}; it asked ${asks(was)}. Results that were handed in stay as they are.`;
    }
    case 'setting':
      return settingWords(change, name(change.item));
    case 'weights':
      return `An attempt at ${name(change.item)} is worth ${count(change.is ?? 0, 'point')}; it was worth ${count(change.was ?? 0, 'point')}. Results that were handed in keep their percentage.`;
    case 'done':
      return `${name(change.item)} is finished by ${doneWords(change.is)}; it was finished by ${doneWords(change.was)}. Who has finished it stays so; who has only begun goes by the new rule.`;
    case 'optional':
      return change.is
        ? `${name(change.item)} is optional now: nobody has to wait for it any more.`
        : `${name(change.item)} is required now: who has not finished it has more to do.`;
    case 'when':
      return `Who sees ${name(change.item)} hangs on ${conditions(change)}. Who has opened it keeps it.`;
    case 'requires':
      return `What opens ${name(change.item)} is ${conditions(change)}. Who has opened it keeps it open.`;
    case 'moved':
      return `${name(change.item)} has moved from ${name(change.was ?? '')} to ${name(change.is ?? '')}, with all that was done in it.`;
    case 'before':
      return change.then.length === 0
        ? `${names(change.items)}: new and required in ${name(change.section)}.`
        : `${names(change.items)}: new and required before ${names(change.then.slice(0, 3))}${change.then.length > 3 ? ' and what follows' : ''}. Who has opened ${change.then.length === 1 ? 'that keeps it' : 'those keeps them'} open; everybody else goes through the new ${change.items.length === 1 ? 'one' : 'ones'} first.`;
    case 'order':
      return `${name(change.section)} has another order. What was opened or finished stays so; what opens next follows the new order.`;
    case 'shape':
      return `${name(change.section)} is ${SHAPES[change.is ?? 'linear']} now; it was ${SHAPES[change.was ?? 'linear']}. What was opened or finished in it stays so.`;
    case 'finish':
      return change.is === undefined
        ? `${name(change.section)} is cleared by all that is required in it; before, by passing ${name(change.was ?? '')}.`
        : `${name(change.section)} is cleared by passing ${name(change.is)}${change.was === undefined ? ', before by all that is required in it' : `; before, ${name(change.was)}`}.`;
    case 'choose':
      return (change.is ?? 0) > (change.was ?? 0)
        ? `${name(change.section)} asks for ${count(change.is ?? 0, 'option')}; it asked for ${change.was ?? 0}. Who was through has more to choose.`
        : `${name(change.section)} asks for ${count(change.is ?? 0, 'option')}; it asked for ${change.was ?? 0}. Who has finished so many is through.`;
    case 'switch':
      return change.is
        ? `Who has chosen in ${name(change.section)} may change their mind now.`
        : `Who has chosen in ${name(change.section)} cannot take another option any more; what was opened stays open.`;
    case 'route':
      return `The rules that send learners on in ${name(change.section)} have changed. Who has entered it stays on the way that was named then.`;
    case 'options-gone':
      return `${change.options.map(name).join(', ')} cannot be taken in ${name(change.section)} any more. Who was in there is led to what is left.`;
    case 'points':
      return `${name(change.item)} gives ${count(change.is ?? 0, 'point')} instead of ${change.was ?? 0}, also to those who have finished it.`;
    case 'badge':
      return `The badge ${name(editionName('badge', change.badge))} hangs on ${conditions(change)}. Who has it keeps it.`;
    case 'mastery':
      return `${name(editionName('competency', change.competency))} is mastered from ${percent(change.is ?? 0)} on, instead of ${percent(change.was ?? 0)}. Who has mastered it keeps it.`;
    case 'evidence':
      return `${name(editionName('competency', change.competency))} is mastered after ${count(change.is ?? 0, 'question')} at least, instead of ${change.was ?? 0}. Who has mastered it keeps it.`;
    case 'fed':
      return `${name(editionName('competency', change.competency))} is fed by other questions: ${[change.added > 0 && `${change.added} more`, change.removed > 0 && `${change.removed} fewer`].filter(Boolean).join(', ')}. Who has mastered it keeps it; what others have shown is counted anew.`;
    case 'complete':
      return `What finishes the course is ${conditions(change)}. Who has finished it stays so.`;
    case 'certificate':
      return `The certificate hangs on ${conditions(change)}.`;
    case 'certificate-given':
      return change.is
        ? 'There is a certificate now, also for those who have finished.'
        : 'There is no certificate any more, not even for those who had it on their page.';
  }
}

function passWords({ was, is }: RuleChange & { readonly type: 'pass' }, name: string): string {
  if (is === undefined)
    return `${name} has no pass mark any more (it was ${percent(was ?? 0)}). Who passed stays passed; nobody fails it now.`;
  if (was === undefined)
    return `${name} has a pass mark now: ${percent(is)}. Who was past it stays past it, also with less.`;
  return is > was
    ? `The pass mark of ${name} is ${percent(is)}, up from ${percent(was)}. Who passed stays passed; everybody else needs ${percent(is)} now.`
    : `The pass mark of ${name} is ${percent(is)}, down from ${percent(was)}. Whoever reached ${percent(is)} has passed now.`;
}

function attemptWords(
  { was, is, exhausted }: RuleChange & { readonly type: 'attempts' },
  name: string,
): string {
  if (is === undefined)
    return `Attempts at ${name} are not limited any more (they were ${was ?? 0}): who had used them all may try again.`;
  if (was === undefined || is < was) {
    const before = was === undefined ? 'there was no limit' : `there were ${was}`;
    return `${name} has ${count(is, 'attempt')}; ${before}. Attempts made count: those who have made ${is} without passing have none left, and ${POLICIES[exhausted ?? 'none']}.`;
  }
  return `${name} has ${count(is, 'attempt')}; there were ${was}. Who had used them all may try again.`;
}

function settingWords(
  { name: setting, was, is }: RuleChange & { readonly type: 'setting' },
  name: string,
): string {
  switch (setting) {
    case 'time': {
      const limit = (value: number | boolean | undefined) =>
        typeof value === 'number' ? `a limit of ${duration(value)}` : 'no limit of time';
      return `${name} has ${limit(is)}; before, ${limit(was)}. Attempts that are under way follow it, too.`;
    }
    case 'retryMissed':
      return is === true
        ? `Another attempt at ${name} asks only what the last one missed.`
        : `Another attempt at ${name} asks everything again, not only what was missed.`;
    case 'confidence':
      return is === true
        ? `${name} asks how sure learners are, and marks them for it, from the next attempt on.`
        : `${name} does not mark any more how sure learners are. Results that were handed in stay as they are.`;
    case 'shuffle':
    case 'shuffleOptions':
    case 'oneAtATime':
      return `${name} shows its questions in another way.`;
  }
}

function doneWords(rule: DoneRule | undefined): string {
  switch (rule?.type) {
    case undefined:
    case 'view':
      return 'going on from its end';
    case 'video':
      return `playing ${percent(rule.share)} of ${rule.media ? 'its media' : 'a video'}`;
    case 'questions':
      return 'answering all its questions';
    case 'manual':
      return 'marking it as done';
  }
}

const POLICIES: Readonly<Record<ExhaustedPolicy | 'none', string>> = {
  continue: 'may go on all the same',
  review: 'go through the review, and then start anew',
  contact: 'have to ask the instructor',
  none: 'cannot go on',
};

const SHAPES: Readonly<Record<Section['type'], string>> = {
  linear: 'linear',
  hurdles: 'linear with hurdles',
  'random-access': 'open in any order',
  'static-branching': 'a set of branches, one at a time',
  'dynamic-branching': 'a choice of options',
};

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

function quoted(title: string): string {
  return `“${title}”`;
}
