import type { LoadedCourse } from '../load/loaded.ts';
import { minutes as learningTime } from '../path/time.ts';

/** What a build made, in numbers. */
export interface Summary {
  readonly modules: number;
  readonly quizzes: number;
  readonly questions: number;
  readonly words: number;
  /** The estimated time for everything in the pathway. */
  readonly minutes: number;
  /** Of these, what a learner has to take: without what is optional, conditional or not chosen. */
  readonly required: number;
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
    questions += source?.questions.length ?? 0;
    words += source?.words ?? 0;
    minutes += item.minutes;
  }
  const required = loaded.course ? learningTime(loaded.course).required : 0;
  return { modules, quizzes, questions, words, minutes, required };
}
