import { asked } from '../../src/assess/draw.ts';
import type { Course, Item, Module, Quiz } from '../../src/model/course.ts';
import type { Event, Fact } from '../../src/model/events.ts';
import { start, step, type View, view } from '../../src/path/index.ts';

/** A learner who moves at random among what is open. */
export interface Learner {
  /** Random numbers from 0 to 1. */
  readonly random: () => number;
  /** The chance of a right answer. */
  readonly skill: number;
  /** From this move on every answer is right: nobody has to stay ignorant. */
  readonly learnsAfter: number;
}

export interface Story {
  readonly view: View;
  readonly events: readonly Event[];
  /** Ids of everything that was opened. */
  readonly opened: ReadonlySet<string>;
}

/** Plays until the course is finished or `moves` are used up. */
export function play(course: Course, learner: Learner, moves: number): Story {
  const { random } = learner;
  const events: Event[] = [];
  const opened = new Set<string>();
  let state = start(course);
  let seen = view(course, state, 0);
  const record = (fact: Fact): void => {
    const event: Event = { ...fact, device: 'learner', n: events.length + 1, at: 0 };
    events.push(event);
    state = step(course, state, event);
    seen = view(course, state, 0);
    for (const due of seen.due) record(due);
  };
  const items = new Map(course.items.map((item) => [item.id, item]));
  for (let move = 0; move < moves && !seen.finished; move++) {
    const right = (): number => (move >= learner.learnsAfter || random() < learner.skill ? 1 : 0);
    const open = openLeaves(course, seen);
    const owed = open.filter(({ id }) => isOwed(seen, id));
    // Mostly on, now and then back to something old.
    const choice = pick(owed.length > 0 && random() < 0.8 ? owed : open, random);
    if (choice === undefined) break;
    for (const option of ancestors(items, choice)) {
      const section = option.parent === undefined ? undefined : items.get(option.parent);
      if (section?.kind !== 'section' || section.type !== 'dynamic-branching') continue;
      if (section.by.type === 'choose' && seen.byId.get(section.id)?.chosen?.includes(option.id) !== true)
        record({ type: 'chose', section: section.id, option: option.id });
    }
    record({ type: 'opened', item: choice.id });
    opened.add(choice.id);
    if (choice.kind === 'module') study(choice, right, seen, record);
    else sit(choice, learner, right, seen, record);
  }
  return { view: seen, events, opened };
}

type Record = (fact: Fact) => void;

function study(module: Module, right: () => number, seen: View, record: Record): void {
  const again = seen.items.some(({ quiz }) => quiz?.toReview.includes(module.id) === true);
  for (const { key } of module.questions)
    record({
      type: 'answered',
      item: module.id,
      question: key,
      response: { type: 'single', option: 'any' },
      credit: right(),
    });
  record({ type: module.done.type === 'manual' ? 'marked' : 'viewed', item: module.id });
  if (again) record({ type: 'reviewed', item: module.id });
}

/** Hands in what one attempt draws; where quizzes mark confidence, without losing by it. */
function sit(quiz: Quiz, { random }: Learner, right: () => number, seen: View, record: Record): void {
  const now = seen.byId.get(quiz.id)?.quiz;
  if (now === undefined || now.exhausted || now.toReview.length > 0) return;
  const drawn = new Set(asked(quiz, Math.floor(random() * 2 ** 32)));
  const questions = quiz.questions.filter(({ key }) => drawn.has(key));
  const credits = Object.fromEntries(questions.map(({ key }) => [key, right()]));
  record({
    type: 'submitted',
    item: quiz.id,
    attempt: now.attempt,
    earned: questions.reduce((sum, { key, points }) => sum + points * (credits[key] ?? 0), 0),
    possible: questions.reduce((sum, { points }) => sum + points, 0),
    credits,
  });
}

function openLeaves(course: Course, seen: View): (Module | Quiz)[] {
  return course.items.filter((item): item is Module | Quiz => {
    const status = seen.byId.get(item.id)?.status;
    return item.kind !== 'section' && (status === 'open' || status === 'done');
  });
}

/** Is there something to gain from it: not done yet, or asked for again? */
function isOwed(seen: View, id: string): boolean {
  return (
    seen.byId.get(id)?.status === 'open' ||
    seen.items.some(({ quiz }) => quiz?.toReview.includes(id) === true)
  );
}

function pick<T>(from: readonly T[], random: () => number): T | undefined {
  return from[Math.floor(random() * from.length)];
}

function* ancestors(items: ReadonlyMap<string, Item>, item: Item): Generator<Item> {
  for (let at: Item | undefined = item; at; at = at.parent === undefined ? undefined : items.get(at.parent))
    yield at;
}
