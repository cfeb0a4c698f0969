import type { Instant } from '../model/condition.ts';
import type { Course, Item, Quiz } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { count, percent } from '../model/quantities.ts';
import { ancestors, describeReason, english, explain, lookup, type Reason, view } from '../path/index.ts';
import type { Moment, Step } from '../proof/index.ts';

/** Dates as the author wrote them: in the course's time zone, without the time of day at midnight. */
export function dateIn(timeZone: string): (at: Instant) => string {
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone });
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone });
  return (at) => {
    const clock = time.format(at);
    return clock === '00:00' ? day.format(at) : `${day.format(at)}, ${clock}`;
  };
}

/** A line of a story; what happens in a row is joined. */
type Line =
  | { readonly type: 'through'; readonly items: readonly ItemId[] }
  | { readonly type: 'score'; readonly quiz: Quiz; readonly shares: readonly number[]; readonly last: number }
  | { readonly type: 'answers'; readonly item: ItemId; readonly right: number; readonly all: number }
  | { readonly type: 'text'; readonly text: string };

/**
 * What a learner does, in plain words, one line a step: runs of ordinary steps become one line. `today`: when the story is told, if
 * that matters.
 */
export function tellStory(
  course: Course,
  steps: readonly Step[],
  date: (at: Instant) => string,
  today?: Instant,
): string[] {
  const lines: Line[] = [];
  const say = (text: string) => lines.push({ type: 'text', text });
  const title = (id: ItemId) => `“${titleOf(course, id)}”`;
  const entered = new Set<ItemId>();
  const attempts = new Map<ItemId, number>();
  const used = usedLater(steps);
  for (const [i, step] of steps.entries()) {
    const item = 'item' in step ? step.item : 'quiz' in step ? step.quiz : undefined;
    if (item !== undefined) for (const line of entering(course, item, entered)) say(line);
    switch (step.type) {
      case 'open': {
        if ((used.get(step.item) ?? -1) <= i) say(`Opens ${title(step.item)}.`);
        break;
      }
      case 'finish': {
        const last = lines.at(-1);
        if (last?.type === 'through')
          lines[lines.length - 1] = { ...last, items: [...last.items, step.item] };
        else lines.push({ type: 'through', items: [step.item] });
        break;
      }
      case 'answer': {
        const last = lines.at(-1);
        const right = step.credit === 1 ? 1 : 0;
        if (last?.type === 'answers' && last.item === step.item)
          lines[lines.length - 1] = { ...last, right: last.right + right, all: last.all + 1 };
        else lines.push({ type: 'answers', item: step.item, right, all: 1 });
        break;
      }
      case 'submit': {
        const quiz = course.items[lookup(course).at.get(step.quiz) ?? -1];
        if (quiz?.kind !== 'quiz') break;
        // After the last attempt only new ones can follow.
        const before = attempts.get(quiz.id) ?? 0;
        const attempt = before === quiz.attempts ? 1 : before + 1;
        attempts.set(quiz.id, attempt);
        const last = lines.at(-1);
        if (last?.type === 'score' && last.quiz === quiz && attempt > 1)
          lines[lines.length - 1] = { ...last, shares: [...last.shares, step.share], last: attempt };
        else lines.push({ type: 'score', quiz, shares: [step.share], last: attempt });
        break;
      }
      case 'review':
        say(`Goes through ${title(step.item)} again.`);
        break;
      case 'unlock':
        attempts.delete(step.quiz);
        say(`Gets new attempts at ${title(step.quiz)} from the instructor.`);
        break;
      case 'wait':
        say(
          today !== undefined && step.until <= today
            ? `Comes after ${date(step.until)}, which has passed.`
            : `Waits until ${date(step.until)}.`,
        );
        break;
    }
  }
  return lines.map((line) => inWords(course, line));
}

/** By item the last step at which something is done in it. */
function usedLater(steps: readonly Step[]): ReadonlyMap<ItemId, number> {
  const used = new Map<ItemId, number>();
  steps.forEach((step, i) => {
    if (step.type !== 'open' && step.type !== 'wait') used.set('quiz' in step ? step.quiz : step.item, i);
  });
  return used;
}

/**
 * What entering an item for the first time decides: the choice of an option, the branch to begin with, the way that a route
 * names. Adds what was entered.
 */
function entering(course: Course, item: ItemId, entered: Set<ItemId>): string[] {
  if (entered.has(item)) return [];
  const way = [...ancestors(course, item), ...itemOf(course, item)];
  const lines = way.flatMap((section, depth) => {
    const child = way[depth + 1];
    if (section.kind !== 'section' || !child || entered.has(child.id)) return [];
    if (section.type === 'static-branching') return [`Begins the branch “${child.title}”.`];
    if (section.type !== 'dynamic-branching') return [];
    return [section.by.type === 'choose' ? `Chooses “${child.title}”.` : `Is sent to “${child.title}”.`];
  });
  for (const { id } of way) entered.add(id);
  return lines;
}

function inWords(course: Course, line: Line): string {
  switch (line.type) {
    case 'text':
      return line.text;
    case 'answers':
      return `Answers ${count(line.all, 'question')} of “${titleOf(course, line.item)}”, ${line.right} rightly.`;
    case 'through': {
      const [first = '', ...rest] = line.items;
      const last = rest.at(-1);
      if (last === undefined) return `Goes through “${titleOf(course, first)}”.`;
      if (rest.length === 1)
        return `Goes through “${titleOf(course, first)}” and “${titleOf(course, last)}”.`;
      return `Goes through “${titleOf(course, first)}” to “${titleOf(course, last)}” (${line.items.length} pages).`;
    }
    case 'score':
      return scoresInWords(line);
  }
}

/** Attempts in a row: those until the best one with their scores; those after it change nothing but that they are used. */
function scoresInWords({ quiz, shares, last }: Extract<Line, { type: 'score' }>): string {
  const same = shares.length > 1 && new Set(shares.map(percent)).size === 1;
  const best = same ? shares.length - 1 : shares.indexOf(Math.max(...shares));
  const told = shares.slice(0, best + 1).map(percent);
  const after = shares.length - told.length;
  const score = same ? `${told[0]} each time` : told.join(', then ');
  const passed = quiz.pass !== undefined && shares.some((share) => share >= (quiz.pass ?? 0) - 1e-9);
  const result = quiz.pass === undefined ? '' : passed ? ': passed' : ': not passed';
  const tries = attemptsInWords(told.length, last - after, quiz.attempts);
  const first = `Scores ${score} in “${quiz.title}”${tries}${result}.`;
  if (after === 0) return first;
  const isUsedUp = last === quiz.attempts;
  if (after === 1)
    return `${first} Tries once more and does no better${isUsedUp ? ': the last attempt' : ''}.`;
  return isUsedUp
    ? `${first} Uses the other ${after} attempts and does no better.`
    : `${first} Tries ${after} times more and does no better.`;
}

/** Which attempts those are: the last `many` up to number `last`, of `limit`. */
function attemptsInWords(many: number, last: number, limit: number | undefined): string {
  if (limit === undefined) return many > 1 ? ` in ${many} attempts` : '';
  if (many > 1) return ` (attempts ${last - many + 1} ${many === 2 ? 'and' : 'to'} ${last} of ${limit})`;
  return limit === 1 ? ' (the only attempt)' : ` (attempt ${last} of ${limit})`;
}

/** The reasons that tell most about what is stuck, the best first. */
const TELLING: readonly Reason['type'][] = [
  'exhausted',
  'review',
  'requires',
  'not-chosen',
  'pass',
  'branch',
];

/** How the story of a trap ends: of what is still required and locked, what the learner reads there. */
export function tellEnd(
  course: Course,
  { state, now }: Moment,
  rest: readonly Step[],
  isStart: boolean,
  date: (at: Instant) => string,
): string[] {
  const seen = view(course, state, now);
  const words = { ...english, date };
  const before =
    rest.length === 0
      ? []
      : [isStart ? 'Does everything that is open.' : 'Does everything else that is open.'];
  const locked = lookup(course).nodes.flatMap(({ item }) => {
    const own = seen.byId.get(item.id);
    const reasons = own?.status === 'locked' && own.required ? explain(seen, item.id) : [];
    const rank = Math.min(...reasons.map(({ type }) => (TELLING.indexOf(type) + 7) % 7));
    return reasons.length > 0 ? [{ item, reasons, rank }] : [];
  });
  const [best] = locked.sort((a, b) => a.rank - b.rank);
  if (best === undefined) return [...before, 'Nothing is left to do, and the course is not finished.'];
  const says = best.reasons.map((reason) => describeReason(course, reason, words)).join(' ');
  return [...before, `Nothing is left to do. At “${best.item.title}” the learner reads: ${says}`];
}

/** Where the story of something closed ends. */
export function tellClosed(course: Course, item: ItemId): string {
  return `Sees “${titleOf(course, item)}”, which is locked for this learner and for everybody else.`;
}

/** Where the story of a gap in a route ends. */
export function tellGap(course: Course, section: ItemId): string {
  return `Comes to “${titleOf(course, section)}”: no rule holds, and nothing opens.`;
}

function itemOf(course: Course, id: ItemId): Item[] {
  const item = course.items[lookup(course).at.get(id) ?? -1];
  return item ? [item] : [];
}

function titleOf(course: Course, id: ItemId): string {
  return itemOf(course, id)[0]?.title ?? id;
}
