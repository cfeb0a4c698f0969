import type { LoadedCourse } from '../load/loaded.ts';
import { countAsked } from '../model/attempt.ts';
import { type LearningTime, ways } from '../path/ways.ts';

/** What a build made, in numbers. */
export interface Summary {
  readonly modules: number;
  readonly quizzes: number;
  readonly questions: number;
  readonly words: number;
  /** The estimated time for everything in the pathway. */
  readonly minutes: number;
  /** The shortest and the longest way to the end of the course. */
  readonly way: LearningTime;
}

/** Counts what the pathway holds; pages that it does not use are left out. */
export function summarise(loaded: LoadedCourse): Summary {
  let modules = 0;
  let quizzes = 0;
  let questions = 0;
  let words = 0;
  let minutes = 0;
  for (const item of loaded.course?.items ?? []) {
    if (item.kind === 'section') continue;
    if (item.kind === 'module') modules++;
    else quizzes++;
    const source = item.kind === 'module' ? loaded.pages.get(item.id) : loaded.quizzes.get(item.id);
    questions += item.kind === 'module' ? item.questions.length : countAsked(item);
    words += source === undefined ? 0 : source.words + ('questionWords' in source ? source.questionWords : 0);
    minutes += item.minutes;
  }
  const way = loaded.course ? ways(loaded.course).course : { least: 0, most: 0 };
  return { modules, quizzes, questions, words, minutes, way };
}
