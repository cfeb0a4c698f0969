import type { Course } from '../model/course.ts';

/** What an item teaches, and what its questions presuppose. Topics are numbers. */
export interface Lesson {
  /** What going through the item teaches. */
  readonly teaches: readonly number[];
  /** For each of its questions: the topics, and how many lessons on each stand before it. */
  readonly asks: readonly (readonly { readonly topic: number; readonly lessons: number }[])[];
}

/**
 * What teaches what: an assumption, since sources do not say it. A module teaches the competencies of its own
 * questions and of the next quiz in reading order, and prepares for that quiz's other questions. A question
 * presupposes what was taught about its competencies before it; one that has none, what stands between its quiz and the
 * quiz before. Linear in the size of the course.
 */
export function lessonsOf(course: Course): { readonly lessons: readonly Lesson[]; readonly topics: number } {
  const topics = new Map(course.competencies.map(({ id }, topic) => [id, topic]));
  const { items } = course;
  /** A topic for each stretch of modules that ends with a quiz. */
  const stretches: number[] = [];
  const taught: (readonly number[])[] = [];
  let count = topics.size;
  let stretch = count++;
  let waiting: number[] = [];
  const competenciesOf = (at: number): number[] => {
    const item = items[at];
    const ids =
      item === undefined || item.kind === 'section' ? [] : item.questions.flatMap((q) => q.competencies);
    return [...new Set(ids)].flatMap((id) => topics.get(id) ?? []);
  };
  const close = (asked: readonly number[]): void => {
    for (const at of waiting) taught[at] = [...new Set([stretch, ...competenciesOf(at), ...asked])];
  };
  items.forEach((item, at) => {
    if (item.kind === 'module') waiting.push(at);
    if (item.kind !== 'quiz') return;
    // A quiz right after another one asks about the same stretch.
    if (waiting.length > 0) {
      close(competenciesOf(at));
      stretches[at] = stretch;
      stretch = count++;
      waiting = [];
    } else stretches[at] = stretch - 1 >= topics.size ? stretch - 1 : stretch;
  });
  close([]);

  const before = new Array<number>(count).fill(0);
  const lessons = items.map((item, at): Lesson => {
    const teaches = taught[at] ?? [];
    for (const topic of teaches) before[topic] = (before[topic] ?? 0) + 1;
    const asks =
      item.kind === 'section'
        ? []
        : item.questions.map(({ competencies }) => {
            const known = competencies
              .flatMap((id) => topics.get(id) ?? [])
              .filter((topic) => (before[topic] ?? 0) > 0);
            const asked = known.length > 0 ? known : [stretches[at] ?? teaches[0] ?? 0];
            return asked.map((topic) => ({ topic, lessons: before[topic] ?? 0 }));
          });
    return { teaches, asks };
  });
  return { lessons, topics: count };
}
