import type { Plan } from './plan.ts';
import { PATHS, type SimulationReport, type Way } from './report.ts';
import { quartiles, wilson } from './statistics.ts';
import type { Attempt, DropReason, Story } from './story.ts';

/** Adds up stories one by one, so that memory does not grow with what learners do. */
export interface Tally {
  add(story: Story): void;
  /** The report about all that were added. */
  report(run: Pick<SimulationReport, 'seed' | 'start'> & { readonly asked: number }): SimulationReport;
}

/** How many took a way, and the minutes of those who finished on it. */
interface Trail {
  learners: number;
  readonly minutes: number[];
}

/** A tally of nothing yet. */
export function tallyOf(plan: Plan): Tally {
  const { index } = plan;
  const { course, nodes } = index;
  let learners = 0;
  const minutes: number[] = [];
  const days: number[] = [];
  const drops = new Map<string, { at: number | undefined; reason: DropReason; learners: number }>();
  const options = new Map<number, Trail>();
  const paths = new Map<string, Trail>();
  const visits = new Uint32Array(nodes.length);
  const quizzes = new Map<number, QuizSums>();
  const mastered = course.competencies.map(() => 0);
  const earned = course.badges.map(() => 0);
  let certified = 0;
  const dynamic = nodes.filter(({ item }) => item.kind === 'section' && item.type === 'dynamic-branching');

  const follow = <Key>(trails: Map<Key, Trail>, key: Key, story: Story): void => {
    const trail = trails.get(key) ?? { learners: 0, minutes: [] };
    trails.set(key, trail);
    trail.learners++;
    if (!story.drop) trail.minutes.push(story.minutes);
  };

  return {
    add(story) {
      const { drop, evaluation } = story;
      learners++;
      if (drop) {
        const key = `${drop.reason} ${drop.at ?? ''}`;
        const known = drops.get(key);
        if (known) known.learners++;
        else drops.set(key, { ...drop, learners: 1 });
      } else {
        minutes.push(story.minutes);
        days.push(story.days);
      }
      for (const at of story.visited) visits[at] = (visits[at] ?? 0) + 1;
      const way = dynamic.flatMap(({ at }) =>
        evaluation.chosen(at).filter((child) => evaluation.opened(child)),
      );
      for (const option of way) follow(options, option, story);
      follow(paths, way.map((option) => nodes[option]?.item.id).join('\n'), story);
      for (const [at, attempts] of story.attempts) addQuiz(quizzes, at, attempts, story.asked.get(at) ?? 0);
      course.competencies.forEach(({ id }, i) => {
        if (evaluation.competency(id)?.mastered) mastered[i] = (mastered[i] ?? 0) + 1;
      });
      course.badges.forEach(({ id }, i) => {
        if (evaluation.badge(id)) earned[i] = (earned[i] ?? 0) + 1;
      });
      const when = course.certificate?.when;
      if (evaluation.finished() && (!when || evaluation.holds(when))) certified++;
    },

    report({ seed, start, asked }) {
      const share = (count: number): number => (learners > 0 ? count / learners : 0);
      const trailOf = ({ learners: count, minutes: times }: Trail) => ({
        learners: count,
        share: share(count),
        finished: times.length,
        minutes: quartiles(times) ?? null,
      });
      const none: Trail = { learners: 0, minutes: [] };
      const ranked = [...paths].sort(
        ([a, one], [b, other]) => other.learners - one.learners || (a < b ? -1 : 1),
      );
      const title = (at: number): string => nodes[at]?.item.title ?? '';
      return {
        version: 1,
        course: { id: course.id, title: course.title },
        seed,
        start,
        dates: index.dates.map((date) => new Date(date).toISOString()),
        learners: { asked, simulated: learners },
        completion: {
          finished: minutes.length,
          share: share(minutes.length),
          interval: wilson(minutes.length, learners),
        },
        minutes: quartiles(minutes) ?? null,
        days: quartiles(days) ?? null,
        drops: [...drops.values()]
          .sort(
            (a, b) =>
              b.learners - a.learners || (a.at ?? -1) - (b.at ?? -1) || (a.reason < b.reason ? -1 : 1),
          )
          .map(({ at, reason, learners: count }) => ({
            item: at === undefined ? null : (nodes[at]?.item.id ?? null),
            title: at === undefined ? '' : title(at),
            reason,
            learners: count,
            share: share(count),
          })),
        choices: dynamic.map(({ item, children, rules }) => {
          const ways = children.map((option): Way => {
            const { id } = nodes[option]?.item ?? { id: '' };
            return { option: id, title: title(option), ...trailOf(options.get(option) ?? none) };
          });
          return {
            section: item.id,
            title: item.title,
            by: rules ? 'route' : 'choose',
            options: ways,
          };
        }),
        paths: ranked.slice(0, PATHS).map(([key, trail]) => ({
          options: key === '' ? [] : key.split('\n'),
          ...trailOf(trail),
        })),
        otherPaths: ranked.slice(PATHS).reduce((sum, [, trail]) => sum + trail.learners, 0),
        quizzes: nodes.flatMap(({ at, item }) => {
          const sums = quizzes.get(at);
          if (item.kind !== 'quiz' || !sums) return [];
          const graded = item.pass !== undefined;
          return {
            item: item.id,
            title: item.title,
            learners: sums.learners,
            graded,
            passedFirst: graded ? sums.passedFirst / sums.learners : null,
            passedLast: graded ? sums.passedLast / sums.learners : null,
            attempts: sums.attempts / sums.learners,
            score: sums.score / sums.learners,
            asked: sums.asked,
          };
        }),
        competencies: course.competencies.map(({ id, title: name }, i) => ({
          id,
          title: name,
          learners: mastered[i] ?? 0,
          share: share(mastered[i] ?? 0),
        })),
        badges: course.badges.map(({ id, title: name }, i) => ({
          id,
          title: name,
          learners: earned[i] ?? 0,
          share: share(earned[i] ?? 0),
        })),
        certificate: course.certificate ? { learners: certified, share: share(certified) } : null,
        neverVisited: plan.leaves
          .filter((at) => visits[at] === 0)
          .map((at) => ({ item: nodes[at]?.item.id ?? '', title: title(at) })),
      };
    },
  };
}

/** What a quiz came to, summed over the learners who handed it in. */
interface QuizSums {
  learners: number;
  passedFirst: number;
  passedLast: number;
  attempts: number;
  score: number;
  asked: number;
}

function addQuiz(
  quizzes: Map<number, QuizSums>,
  at: number,
  attempts: readonly Attempt[],
  asked: number,
): void {
  const first = attempts[0];
  if (!first) return;
  const none = { learners: 0, passedFirst: 0, passedLast: 0, attempts: 0, score: 0, asked: 0 };
  const sums = quizzes.get(at) ?? none;
  quizzes.set(at, sums);
  sums.learners++;
  if (first.passed) sums.passedFirst++;
  if (attempts.at(-1)?.passed) sums.passedLast++;
  sums.attempts += attempts.length;
  sums.score += first.share;
  if (asked > 0) sums.asked++;
}
