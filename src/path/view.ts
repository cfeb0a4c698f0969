import type { Instant } from '../model/condition.ts';
import type { Course, Item } from '../model/course.ts';
import type { Fact } from '../model/events.ts';
import type { ItemId } from '../model/ids.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { goOn } from './go-on.ts';
import { lookup, type Node } from './lookup.ts';
import { reasonsFor } from './reasons.ts';
import type { State } from './state.ts';
import { usualOptions } from './time.ts';
import type { ItemView, Reason, Status, View } from './types.ts';

/**
 * What a learner sees: every item with its status and, where it is locked, the reasons; points, badges,
 * mastery, and where to go on. `now` is in milliseconds since 1970. Costs one pass over the course.
 */
export function view(course: Course, state: State, now: Instant): View {
  return viewWith(course, state, now, { reasonsFor, goOn });
}

/** What few ask of a view: worked out when it is asked for. */
export interface Advice {
  /** Why the item at a place is locked (`reasons.ts`). */
  reasonsFor(evaluation: Evaluation, at: number): readonly Reason[];
  /** Where to go on (`go-on.ts`). */
  goOn(evaluation: Evaluation, byId: View['byId']): ItemId | undefined;
}

/** As `view`, for who has the advice from elsewhere: the browser loads what gives it late. */
export function viewWith(course: Course, state: State, now: Instant, advice: Advice): View {
  const index = lookup(course);
  const evaluation = evaluate(index, state, now);
  const items: ItemView[] = [];
  const byId = new Map<ItemId, ItemView>();
  /** By place: the course asks for it; its points can still be earned. */
  const required: boolean[] = [];
  const reachable: boolean[] = [];
  /** By place: like `required`, but of a choice that is still to be made the expected options stand for all. */
  const counted: boolean[] = [];
  /** By place: inside a section that is cleared already. */
  const spared: boolean[] = [];
  let requiredCount = 0;
  let clearedCount = 0;
  let minutesLeft = 0;
  let pointsPossible = 0;
  for (const { at, item, parent } of index.nodes) {
    const open = evaluation.open(at);
    const cleared = evaluation.cleared(at);
    const status: Status = !evaluation.visible(at) ? 'hidden' : !open ? 'locked' : cleared ? 'done' : 'open';
    const dynamic = isDynamic(index.nodes[parent]?.item);
    required[at] =
      at === index.root ||
      (required[parent] === true &&
        evaluation.needed(at) &&
        (!dynamic || evaluation.chosen(parent).includes(at)));
    spared[at] = parent >= 0 && (spared[parent] === true || evaluation.cleared(parent));
    const closed = dynamic && status === 'locked' && evaluation.blocker(at) !== undefined;
    reachable[at] = status !== 'hidden' && !closed && (parent < 0 || reachable[parent] === true);
    if (cleared || reachable[at]) pointsPossible += item.points;
    counted[at] =
      at === index.root ||
      (counted[parent] === true &&
        (dynamic ? awaited(evaluation, parent).includes(at) : evaluation.needed(at)));
    if (item.kind !== 'section' && counted[at] && (cleared || !spared[at])) {
      requiredCount++;
      if (cleared) clearedCount++;
      else minutesLeft += item.minutes;
    }
    const itemView: ItemView = {
      id: item.id,
      status,
      get reasons() {
        return status === 'locked' ? advice.reasonsFor(evaluation, at) : [];
      },
      required: required[at],
      opened: evaluation.opened(at),
      cleared,
      quiz: evaluation.quiz(at),
      chosen: isDynamic(item) ? ids(evaluation, evaluation.chosen(at)) : undefined,
    };
    items.push(itemView);
    byId.set(item.id, itemView);
  }
  const competencies = course.competencies.flatMap(({ id }) => evaluation.competency(id) ?? []);
  return {
    items,
    byId,
    points: evaluation.points(),
    pointsPossible,
    badges: course.badges.filter(({ id }) => evaluation.badge(id)).map(({ id }) => id),
    competencies,
    finished: evaluation.finished(),
    get next() {
      return advice.goOn(evaluation, byId);
    },
    required: requiredCount,
    cleared: clearedCount,
    minutesLeft,
    due: [...due(evaluation), ...kept(evaluation)],
    until: index.dates.find((date) => date > now),
  };
}

/** The options that a dynamic section waits for; while a route is undecided, those that most are sent to. */
function awaited(evaluation: Evaluation, section: number): readonly number[] {
  const { index } = evaluation;
  const node = index.nodes[section];
  // An open route has named what it names, be it nothing.
  return node?.rules && !evaluation.open(section) ? usualOptions(index, node) : evaluation.waitsFor(section);
}

function isDynamic(item: Item | undefined): boolean {
  return item?.kind === 'section' && item.type === 'dynamic-branching';
}

function ids(evaluation: Evaluation, places: readonly number[]): ItemId[] {
  return places.flatMap((at) => evaluation.index.nodes[at]?.item.id ?? []);
}

/**
 * What holds now and should be recorded, so that neither new answers nor a new edition take it back. `nodes`: all that have a route, for
 * those who ask often.
 */
export function due(evaluation: Evaluation, nodes: readonly Node[] = evaluation.index.nodes): Fact[] {
  const { index, state } = evaluation;
  const facts: Fact[] = [];
  for (const { item, at, rules } of nodes) {
    const own = state.items[at];
    if (!rules || !own?.first || own.routed) continue;
    const options = ids(evaluation, evaluation.chosen(at));
    if (options.length > 0) facts.push({ type: 'routed', section: item.id, options });
  }
  for (const id of index.badges.keys())
    if (!state.awarded.includes(id) && evaluation.badge(id)) facts.push({ type: 'awarded', badge: id });
  if (!state.finished && evaluation.finished()) facts.push({ type: 'finished' });
  return facts;
}

/**
 * What holds now by rules that another edition may change: modules and quizzes that were finished, competencies that were mastered. Where
 * nothing else changes the rules these facts add nothing.
 */
function kept({ index, state, cleared, competency }: Evaluation): Fact[] {
  const done = index.nodes.filter(
    ({ at, section }) => !section && state.items[at]?.first && !state.items[at]?.done && cleared(at),
  );
  const mastered = [...index.competencies.keys()].filter(
    (id) => !state.mastered.includes(id) && competency(id)?.mastered,
  );
  return [
    ...done.map(({ item }): Fact => ({ type: 'done', item: item.id })),
    ...mastered.map((id): Fact => ({ type: 'mastered', competency: id })),
  ];
}
