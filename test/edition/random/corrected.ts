import { afterHints } from '../../../src/assess/hints.ts';
import type { EditionDiff } from '../../../src/edition/diff.ts';
import type { Event } from '../../../src/model/events.ts';
import { reaches } from '../../../src/path/attempts.ts';
import { grade } from '../../../src/questions/registry.ts';
import type { Learner } from './learner.ts';
import type { Names } from './names.ts';
import { creditsOf } from './promises.ts';

type Answered = Extract<Event, { type: 'answered' }>;

/**
 * Where corrected keys gave learners something else than the better of what they had and what their answers earn now, worked out
 * here from the answers themselves; and where the comparison said otherwise who gains. Empty when all is well.
 */
export function unfair(compared: EditionDiff, before: Learner, after: Learner, names: Names): string[] {
  const rekeyed = new Map(
    compared.names.flatMap((each) => (each.verdict === 'regraded' ? [[each.name, each] as const] : [])),
  );
  const refs = new Map(
    after.compiled.course.items
      .flatMap((item) => (item.kind === 'section' ? [] : item.questions))
      .map((ref) => [ref.key, ref]),
  );
  const earned = creditsOf(before);
  const earnedNow = creditsOf(after);
  return before.compiled.course.items.flatMap((item) => {
    if (item.kind === 'section') return [];
    const wrong: string[] = [];
    const gained = new Set<string>();
    for (const { key, asks, answer } of item.questions) {
      const to = names.of(key);
      const now = after.compiled.questions.get(to ?? '');
      const had = earned.get(key);
      const has = earnedNow.get(to ?? '');
      if (to === undefined || names.isElsewhere(key) || !now || has === undefined) continue;
      const ref = refs.get(to);
      const isRekeyed = ref?.asks === asks && ref?.answer !== answer;
      if (isRekeyed !== rekeyed.has(key))
        wrong.push(`${key}: another key, and the comparison does not say so`);
      const given = before.events.filter(
        (event): event is Answered =>
          event.type === 'answered' && event.question === key && event.asks === asks,
      );
      // In a quiz answers count once they are handed in.
      const counted = given.filter((event) => item.kind === 'module' || isHandedIn(before, event));
      const worth = counted.map(({ response, hints = 0 }) =>
        isRekeyed ? afterHints(grade(now, response)?.credit ?? 0, now.hints, hints) : 0,
      );
      const best = Math.max(had ?? 0, ...worth);
      // Of what two tabs handed in as one attempt, only the one that counts is graded again.
      if (counted.some((event) => isTwin(before, event))) continue;
      if (Math.abs(best - has) > 1e-9)
        wrong.push(`${key} earned ${had}, is worth ${best} now, and got ${has}`);
      if (best > (had ?? 0) + 1e-9) gained.add(key);
      wrong.push(...foretoldOtherwise(rekeyed.get(key)?.gains, key, counted, before, after, to));
    }
    if (gained.size > 0 && item.kind === 'quiz') wrong.push(...scoreOf(item.id, before, after, names));
    return wrong;
  });
}

function isHandedIn({ events }: Learner, { item, attempt, n, device, question }: Answered): boolean {
  // The last answer before it in the same tab is the one that counts.
  const handedIn = events.find(
    (event) =>
      event.type === 'submitted' &&
      event.item === item &&
      event.attempt === attempt &&
      event.device === device &&
      event.n > n,
  );
  return handedIn?.type === 'submitted' && Object.hasOwn(handedIn.credits, question);
}

function isTwin({ events }: Learner, { item, attempt }: Answered): boolean {
  const handedIn = events.filter(
    (event) => event.type === 'submitted' && event.item === item && event.attempt === attempt,
  );
  return handedIn.length > 1;
}

type Gains = Extract<EditionDiff['names'][number], { verdict: 'regraded' }>['gains'];

/** Of a choice of one, the comparison says of each option whether it earns more now. */
function foretoldOtherwise(
  gains: Gains,
  key: string,
  given: readonly Answered[],
  before: Learner,
  after: Learner,
  to: string,
): string[] {
  const was = before.compiled.questions.get(key);
  const is = after.compiled.questions.get(to);
  if (!gains?.complete || !was || !is) return [];
  const source = before.compiled.sources.get(key);
  return given.flatMap(({ response }) => {
    if (response.type !== 'single') return [];
    const text =
      source?.type === 'single'
        ? source.options.find(({ id }) => id === response.option)?.text.text
        : response.option;
    const isMore = (grade(is, response)?.credit ?? 0) > (grade(was, response)?.credit ?? 0);
    const isForetold = gains.gain.some((each) => each.text === text);
    return text !== undefined && isMore !== isForetold
      ? [`${key}: who gains by “${text}” was foretold wrongly`]
      : [];
  });
}

/** Where a question of a quiz is worth more, no attempt is worth less, and whoever reaches the mark by it has passed. */
function scoreOf(id: string, before: Learner, after: Learner, names: Names): string[] {
  const was = before.view.byId.get(id)?.quiz;
  const is = after.view.byId.get(names.of(id) ?? '')?.quiz;
  const quiz = after.compiled.course.items.find((item) => item.id === names.of(id));
  if (!was || !is || quiz?.kind !== 'quiz') return [];
  const isReached = quiz.pass !== undefined && reaches(is.best ?? 0, quiz.pass);
  return [
    ...((is.best ?? 0) < (was.best ?? 0) - 1e-9 ? [`${id}: the best score fell`] : []),
    ...(isReached && !is.passed ? [`${id}: the mark is reached, and it is not passed`] : []),
  ];
}
