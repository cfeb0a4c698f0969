import type { Share } from '../model/condition.ts';
import type { Course, Item } from '../model/course.ts';
import { conditionsOf, type Lookup, leaves, lookup } from '../path/lookup.ts';
import { mentionsOf } from './mentions.ts';

/** What of a learner's past the conditions of a course can tell apart. */
export interface Observed {
  /** Scores that some condition or pass mark names, ascending, by place of the quiz. */
  marks(quiz: number): readonly Share[];
  /** The largest number of attempts that some condition names; 0 where none does. */
  attempts(quiz: number): number;
  /**
   * Whether single answers matter, since they feed a competency that is looked at: `exact`, or only whether all are right
   * at last (`best`), where more mastery can only help and every answer can be given again.
   */
  credits(item: number): 'no' | 'best' | 'exact';
  /** The competencies that are looked at. */
  readonly competencies: ReadonlySet<string>;
  /** Whether some condition names the quiz itself: its score, its attempts, whether it was passed. */
  quiz(quiz: number): boolean;
}

/** Whether its questions can be answered as often as somebody likes. */
function canBeRepeated(item: Item | undefined): boolean {
  return (
    item?.kind === 'module' ||
    (item?.kind === 'quiz' &&
      item.attempts === undefined &&
      item.review.length === 0 &&
      // Another attempt then asks the same questions.
      !(item.draws && item.settings?.retryMissed))
  );
}

/** Collects what conditions look at; `competencies` are looked at besides. */
export function observedBy(course: Course, competencies: readonly string[] = []): Observed {
  const index: Lookup = lookup(course);
  const marks = new Map<number, Set<Share>>();
  const attempts = new Map<number, number>();
  const quizzes = new Set<number>();
  const watched = new Set(competencies);
  const mark = (quiz: number, share: Share | undefined) => {
    const known = marks.get(quiz) ?? new Set();
    if (share !== undefined && share > 0) known.add(share);
    marks.set(quiz, known);
  };
  for (const { at, item } of index.nodes) if (item.kind === 'quiz') mark(at, item.pass);
  for (const condition of conditionsOf(course)) {
    for (const leaf of leaves(condition)) {
      if ('quiz' in leaf) quizzes.add(index.at.get(leaf.quiz) ?? -1);
      if (leaf.type === 'score') {
        const quiz = index.at.get(leaf.quiz) ?? -1;
        mark(quiz, leaf.from);
        mark(quiz, leaf.below);
      }
      if (leaf.type === 'attempts') {
        const quiz = index.at.get(leaf.quiz) ?? -1;
        attempts.set(quiz, Math.max(attempts.get(quiz) ?? 0, leaf.from));
      }
      if (leaf.type === 'mastered') watched.add(leaf.competency);
    }
  }
  const { competencies: read, wavering } = mentionsOf(course);
  const fed = new Map<number, 'best' | 'exact'>();
  for (const id of watched) {
    const tagged = index.competencies.get(id)?.questions ?? [];
    const isBest =
      read.get(id) !== 'any' &&
      tagged.every(({ item }) => {
        const fed = index.nodes[item]?.item;
        // Many attempts at a quiz that draws are taken as one, so nobody may count them.
        const isCounted = attempts.has(item) && fed?.kind === 'quiz' && fed.draws !== undefined;
        return fed && canBeRepeated(fed) && !isCounted && !wavering.has(fed.id);
      });
    for (const { item } of tagged) fed.set(item, isBest && fed.get(item) !== 'exact' ? 'best' : 'exact');
  }
  const sorted = new Map([...marks].map(([quiz, set]) => [quiz, [...set].sort((a, b) => a - b)]));
  return {
    marks: (quiz) => sorted.get(quiz) ?? [],
    attempts: (quiz) => attempts.get(quiz) ?? 0,
    competencies: watched,
    credits: (item) => fed.get(item) ?? 'no',
    quiz: (quiz) => quizzes.has(quiz),
  };
}
