import type { Share } from '../model/condition.ts';
import type { Course, Item as CourseItem } from '../model/course.ts';
import type { QuestionKey } from '../model/ids.ts';
import { type Lookup, lookup, type Node, ways } from '../path/index.ts';
import { leaves as conditionLeaves, conditionsOf } from '../path/lookup.ts';
import { type Lesson, lessonsOf } from './lessons.ts';
import { type Item, itemOf } from './response.ts';

/** What is the same for every learner of a course: made once. Everything is by place in `Course.items`. */
export interface Plan {
  readonly index: Lookup;
  /** The sections that send learners on by rules. */
  readonly routed: readonly Node[];
  /** Modules and quizzes in reading order. */
  readonly leaves: readonly number[];
  /** The questions of each item, as the item response model sees them. */
  readonly questions: readonly (readonly Item[])[];
  readonly lessons: readonly Lesson[];
  /** How many topics lessons have. */
  readonly topics: number;
  /** The minutes that a learner expects: half way from the shortest to the longest way. At least one. */
  readonly estimate: number;
  /** Quizzes and practice whose result some condition asks for: worth taking again. */
  readonly mentioned: readonly boolean[];
  /** For quizzes: how many attempts some condition asks for. */
  readonly attempts: readonly number[];
  /** Some condition asks whether it was chosen. */
  readonly choices: readonly boolean[];
  /** Some condition asks for a competency. */
  readonly asksMastery: boolean;
}

/** Prepares a course. `guessing` gives the chances of blind guessing (`guessingOf`); without it nobody guesses. */
export function planOf(
  course: Course,
  seed: number,
  guessing: ReadonlyMap<QuestionKey, readonly Share[]> = new Map(),
): Plan {
  const index = lookup(course);
  const { nodes } = index;
  const mentioned = nodes.map(() => false);
  const attempts = nodes.map(() => 0);
  const choices = nodes.map(() => false);
  let asksMastery = false;
  for (const leaf of conditionsOf(course).flatMap(conditionLeaves)) {
    if (leaf.type === 'mastered') {
      asksMastery = true;
      for (const { item } of index.competencies.get(leaf.competency)?.questions ?? []) mentioned[item] = true;
    } else if (leaf.type === 'chosen') {
      const at = index.at.get(leaf.option);
      if (at !== undefined) choices[at] = true;
    } else if ('quiz' in leaf) {
      const at = index.at.get(leaf.quiz) ?? -1;
      if (at < 0) continue;
      mentioned[at] = true;
      if (leaf.type === 'attempts') attempts[at] = Math.max(attempts[at] ?? 0, leaf.from);
    }
  }
  return {
    index,
    routed: nodes.filter(({ rules }) => rules),
    leaves: nodes.filter(({ item }) => item.kind !== 'section').map(({ at }) => at),
    questions: course.items.map((item) =>
      questionsOf(item).map((question) => itemOf(question, seed, guessing.get(question.key))),
    ),
    ...lessonsOf(course),
    estimate: estimateOf(course),
    mentioned,
    attempts,
    choices,
    asksMastery,
  };
}

function estimateOf(course: Course): number {
  const { least, most } = ways(course).of(course.pathway);
  return Math.max(1, (least + most) / 2);
}

/** The questions of a module or quiz. */
export function questionsOf(item: CourseItem | undefined) {
  return item === undefined || item.kind === 'section' ? [] : item.questions;
}
