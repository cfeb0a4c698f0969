import { alwaysAsked } from '../model/attempt.ts';
import type { Share } from '../model/condition.ts';
import type { Course, Module, Quiz } from '../model/course.ts';
import { clearedAsHurdle, reaches } from '../path/attempts.ts';
import { type Lookup, lookup, type QuizView, start } from '../path/index.ts';
import { TIME } from './effects.ts';
import { type Observed, observedBy } from './observed.ts';
import { distinctAttempts, likeness, type Outcome, outcomeOfEach } from './scores.ts';
import { beginning, factsOf, type Learner, record } from './steps.ts';
import type { Step } from './types.ts';

/** A step, and the place of the module or quiz (or `TIME`) whose step it is. */
export interface Move {
  readonly unit: number;
  readonly step: Step;
}

/** The states of a course and what leads from one to the next, with states that no condition can tell apart taken as one. */
export interface Space {
  readonly course: Course;
  readonly index: Lookup;
  readonly observed: Observed;
  begin(): Learner;
  take(learner: Learner, step: Step): Learner;
  /** Every step that a learner may take now, one of each kind that makes a difference. */
  moves(learner: Learner): Move[];
  movesOf(learner: Learner, unit: number): Move[];
  /** The same text for learners who have the same future. */
  key(learner: Learner): string;
  /** Whether nothing that this unit can still do makes a difference to anything. */
  isSpent(learner: Learner, unit: number): boolean;
}

/** More different attempts at one quiz than this are not tried. */
const MOST_ATTEMPTS = 2000;

/** Thrown where a quiz has too many different outcomes to look at: the search is given up. */
export class TooMany extends Error {
  readonly quiz: string;
  constructor(quiz: string) {
    super(`The quiz ${quiz} has too many different outcomes.`);
    this.quiz = quiz;
  }
}

/**
 * The state space of a course, explored with the engine itself. `competencies` are looked at besides those that conditions
 * name; with attempts by `score`, of all answers with the same score one is tried.
 */
export function spaceOf(
  course: Course,
  competencies: readonly string[] = [],
  attemptsBy: 'score' | 'answers' = 'answers',
): Space {
  const index = lookup(course);
  const { nodes, dates } = index;
  const observed = observedBy(course, competencies);
  const reviewers = nodes.map((): number[] => []);
  for (const { at, review } of nodes) for (const other of review) reviewers[other]?.push(at);
  /** The quizzes that let go only when passed. */
  const hurdles = nodes.map(({ item, parent }) => {
    const section = nodes[parent]?.item;
    if (item.kind !== 'quiz' || section?.kind !== 'section') return false;
    if (section.type === 'random-access' && section.finish === item.id) return true;
    return section.type !== 'linear' && section.type !== 'random-access';
  });
  const outcomes = new Map<number, readonly Outcome[]>();

  /** How many of the marks of a quiz a score reaches. */
  function grade(at: number, share: number): number {
    let reached = 0;
    for (const mark of observed.marks(at)) if (reaches(share, mark)) reached++;
    return reached;
  }

  /** One outcome for each set of marks that can be reached: the best of those that reach no more. */
  function grades(at: number, quiz: Quiz): readonly Outcome[] {
    const known = outcomes.get(at);
    if (known) return known;
    const isRepeated = quiz.draws !== undefined && observed.credits(at) === 'best';
    const found = outcomeOfEach(quiz, (share) => grade(at, share), isRepeated);
    outcomes.set(at, found);
    return found;
  }

  function attempts(at: number, quiz: Quiz, { state, evaluation }: Learner): readonly Outcome[] {
    if (observed.credits(at) !== 'exact' || attemptsBy === 'score') {
      // Whatever is no better than the best so far has the same effect.
      const best = evaluation.quiz(at)?.best;
      const before = best === undefined ? -1 : grade(at, best);
      const all = grades(at, quiz);
      const worse = all.findLastIndex(({ share }) => grade(at, share) <= before);
      return worse < 1 ? all : all.slice(worse);
    }
    const credits = state.items[at]?.credits;
    const found = distinctAttempts(
      quiz,
      quiz.questions.map((_, place) => credits?.[place]),
      MOST_ATTEMPTS,
    );
    if (!found) throw new TooMany(quiz.id);
    return found;
  }

  const creditsLeft = (at: number, item: Module | Quiz, { state }: Learner): boolean =>
    observed.credits(at) !== 'no' &&
    item.questions.some(
      ({ outcomes }, place) => (state.items[at]?.credits?.[place] ?? -1) < (outcomes.at(-1) ?? 0),
    );

  /** No attempt can change anything any more, or none can be made. */
  function quizSpent(at: number, quiz: Quiz, view: QuizView, learner: Learner): boolean {
    if (view.submissions === 0) return false;
    if (view.attemptsLeft === 0 && (quiz.pass === undefined || view.passed)) return true;
    if (view.exhausted && !(quiz.exhausted === 'contact' || (quiz.exhausted === 'review' && hasReview(at))))
      return true;
    if (creditsLeft(at, quiz, learner) || view.submissions < observed.attempts(at)) return false;
    if (hurdles[at] && !clearedAsHurdle(quiz, view)) return false;
    return !observed.quiz(at) || grade(at, view.best ?? 0) >= top(at, quiz);
  }

  const hasReview = (at: number): boolean => (nodes[at]?.review.length ?? 0) > 0;
  const top = (at: number, quiz: Quiz): number => grade(at, grades(at, quiz).at(-1)?.share ?? 0);

  /** Not entered, and shut out for good by a choice or a route that was made. */
  function shutOut({ evaluation, state }: Learner, unit: number): boolean {
    for (let at = unit; at >= 0; at = nodes[at]?.parent ?? -1) {
      if (evaluation.opened(at)) return false;
      const section = nodes[nodes[at]?.parent ?? -1];
      if (section?.item.kind !== 'section' || section.item.type !== 'dynamic-branching') continue;
      const { by } = section.item;
      if (by.type === 'route') {
        const routed = state.items[section.at]?.routed;
        if (routed && !routed.some(({ options }) => options.includes(at))) return true;
      } else if (!by.switch && evaluation.chosen(section.at).length >= by.count) return true;
    }
    return false;
  }

  function isSpent(learner: Learner, unit: number): boolean {
    if (unit === TIME) return learner.now >= (dates.at(-1) ?? -Infinity);
    const item = nodes[unit]?.item;
    if (!item || item.kind === 'section') return true;
    const { evaluation } = learner;
    if (!evaluation.opened(unit)) return shutOut(learner, unit);
    if (reviewers[unit]?.some((quiz) => needsReview(learner, quiz))) return false;
    if (item.kind === 'module') return evaluation.cleared(unit) && !creditsLeft(unit, item, learner);
    const view = evaluation.quiz(unit);
    return view !== undefined && quizSpent(unit, item, view, learner);
  }

  const needsReview = (learner: Learner, quiz: number): boolean => {
    const item = nodes[quiz]?.item;
    const view = learner.evaluation.quiz(quiz);
    if (item?.kind !== 'quiz' || !view || item.pass === undefined || view.passed) return false;
    return !(learner.evaluation.opened(quiz) && quizSpent(quiz, item, view, learner));
  };

  function movesOf(learner: Learner, unit: number): Move[] {
    const { evaluation, now } = learner;
    if (unit === TIME) {
      const until = dates.find((date) => date > now);
      return until === undefined ? [] : [{ unit, step: { type: 'wait', until } }];
    }
    const item = nodes[unit]?.item;
    if (!item || item.kind === 'section') return [];
    if (!evaluation.opened(unit))
      return evaluation.open(unit) ? [{ unit, step: { type: 'open', item: item.id } }] : [];
    const isOwed =
      reviewers[unit]?.some((quiz) => evaluation.quiz(quiz)?.toReview.includes(item.id)) === true;
    const steps: Step[] = [];
    if (item.kind === 'module') {
      if (!evaluation.cleared(unit)) steps.push({ type: 'finish', item: item.id });
      else if (isOwed) steps.push({ type: 'review', item: item.id });
      if (creditsLeft(unit, item, learner)) {
        const isExact = observed.credits(unit) === 'exact' && attemptsBy === 'answers';
        item.questions.forEach((question, place) => {
          const before = learner.state.items[unit]?.credits?.[place] ?? -1;
          for (const credit of question.outcomes)
            if (credit > before && (isExact || credit === question.outcomes.at(-1)))
              steps.push({ type: 'answer', item: item.id, question: question.key, credit });
        });
      }
    } else {
      const view = evaluation.quiz(unit);
      if (view?.exhausted && item.exhausted === 'contact') steps.push({ type: 'unlock', quiz: item.id });
      if (view && view.attemptsLeft !== 0 && view.toReview.length === 0) {
        for (const { share, credits } of attempts(unit, item, learner))
          steps.push({ type: 'submit', quiz: item.id, share, credits });
      }
    }
    return steps.map((step) => ({ unit, step }));
  }

  function answersOf(learner: Learner, at: number, item: Module | Quiz): string {
    const credits = learner.state.items[at]?.credits;
    switch (observed.credits(at)) {
      case 'no':
        return '';
      case 'best': {
        const missing = item.questions.filter(
          ({ outcomes }, place) => (credits?.[place] ?? -1) < (outcomes.at(-1) ?? 0),
        );
        // A quiz is handed in as a whole: what counts is whether all is right.
        return item.kind === 'quiz' ? `c${missing.length > 0}` : `c${missing.length}`;
      }
      case 'exact':
        return `c${answersIn(item, credits ?? [])}`;
    }
  }

  /** Of what is drawn only how many of each kind were answered how well: which of them, nobody can tell. */
  function answersIn(item: Module | Quiz, credits: readonly (Share | undefined)[]): string {
    const fixed = item.kind === 'quiz' ? alwaysAsked(item).length : item.questions.length;
    const single = item.questions.slice(0, fixed).map((_, place) => credits[place] ?? '');
    const counts = new Map<string, number>();
    item.questions.slice(fixed).forEach((question, i) => {
      const best = credits[fixed + i];
      if (best === undefined) return;
      const name = likeness(question, best);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    });
    return `${single}${[...counts].sort().join()}`;
  }

  function digest(learner: Learner, at: number): string {
    const { evaluation, state } = learner;
    const item = nodes[at]?.item;
    if (item?.kind === 'section') {
      const routed = state.items[at]?.routed;
      return routed ? `r${routed[0]?.options.join('+')}` : '';
    }
    if (!item) return '';
    if (!evaluation.opened(at)) return '0';
    const credits = answersOf(learner, at, item);
    if (item.kind === 'module') return (evaluation.cleared(at) ? '2' : '1') + credits;
    const view = evaluation.quiz(at);
    if (!view || view.submissions === 0) return `1${credits}`;
    // A quiz that another one sends back to has to be handed in again.
    const again =
      item.attempts !== undefined && (reviewers[at]?.length ?? 0) > 0 ? `l${view.attemptsLeft}` : '';
    const isHurdle = hurdles[at] === true;
    if (
      !observed.quiz(at) &&
      observed.credits(at) === 'no' &&
      (isHurdle ? clearedAsHurdle(item, view) : true)
    )
      return `2${again}`;
    const spent = quizSpent(at, item, view, learner);
    const open = spent ? 'x' : `${view.attemptsLeft ?? ''}r${view.toReview.map((id) => index.at.get(id))}`;
    const made = Math.min(
      view.submissions,
      Math.max(observed.attempts(at), isHurdle ? countsAttempts(item) : 0),
    );
    return `g${grade(at, view.best ?? 0)}a${made}o${open}${credits}${again}`;
  }

  /** Where the number of attempts lets go. */
  const countsAttempts = (quiz: Quiz): number => (quiz.exhausted === 'continue' ? (quiz.attempts ?? 0) : 0);

  function key(learner: Learner): string {
    const { state, now } = learner;
    let text = `${dates.filter((date) => date <= now).length}${state.finished ? 'f' : ''}${state.awarded.join()}`;
    for (let at = 0; at < nodes.length; at++) text += `|${digest(learner, at)}`;
    return text;
  }

  return {
    course,
    index,
    observed,
    begin: () => record(course, { state: start(course), now: beginning(course), n: 0 }, []),
    take(learner, taken) {
      const now = taken.type === 'wait' ? taken.until : learner.now;
      // Answers that nobody looks at need not be carried along.
      const isBare = taken.type === 'submit' && observed.credits(index.at.get(taken.quiz) ?? -1) === 'no';
      const facts = factsOf(course, isBare ? { ...taken, credits: {} } : taken, learner.state);
      return record(course, { ...learner, now }, facts);
    },
    moves: (learner) => [TIME, ...nodes.keys()].flatMap((unit) => movesOf(learner, unit)),
    movesOf,
    key,
    isSpent,
  };
}
