import { editionOf } from '../edition/edition.ts';
import { carriedNames, corrected } from '../edition/lock.ts';
import { askedAs, drawnFrom, pointsOf } from '../load/draws.ts';
import type { LoadedCourse } from '../load/loaded.ts';
import type { QuestionSource } from '../load/source.ts';
import type { Course, Item } from '../model/course.ts';
import { questionKey } from '../model/ids.ts';
import type { Question, QuestionType } from '../questions/question.ts';
import { linkQuestion } from '../questions/registry.ts';
import { seal } from './seal.ts';

/**
 * The questions whose answer key was corrected since they were published, by the course's lock file: with their keys, without
 * their texts, so that answers to them can be graded again on any page (`src/runtime/edition`). Where a quiz marks by confidence
 * all of its questions come along, since its points are never below 0 as a whole.
 */
export function correctedQuestions(loaded: LoadedCourse, course: Course): readonly Question[] {
  const { editions, lock } = loaded;
  if (lock === undefined) return [];
  const keys = new Set(corrected(lock, editionOf({ ...loaded, course }), carriedNames(editions)));
  return course.items.flatMap((item) => {
    if (item.kind === 'section' || !item.questions.some(({ key }) => keys.has(key))) return [];
    const isWhole = item.kind === 'quiz' && item.settings?.confidence === true;
    return sourcesOf(item, loaded).flatMap((source) => {
      const key = questionKey(item.id, source.id.value);
      return isWhole || keys.has(key) ? [linkQuestion(source, key, () => '')] : [];
    });
  });
}

function sourcesOf({ id, kind }: Item, { pages, quizzes }: LoadedCourse): readonly QuestionSource[] {
  if (kind === 'module') return pages.get(id)?.questions ?? [];
  const quiz = quizzes.get(id);
  if (quiz === undefined) return [];
  const drawn = drawnFrom(quiz, quizzes).flatMap((draw) =>
    draw.candidates.map((candidate) => askedAs(candidate, pointsOf(draw))),
  );
  return [...quiz.questions, ...drawn];
}

/** A late bundle that holds them, sealed as on pages; `scripts` names the file, beside it, of each type's bundle. */
export function correctionsScript(
  questions: readonly Question[],
  scripts: ReadonlyMap<QuestionType, string>,
  base64: (data: Uint8Array) => string,
): string {
  const types = [...new Set(questions.map(({ type }) => type))].sort();
  const data = {
    sealed: seal(questions, base64),
    scripts: Object.fromEntries(types.flatMap((type) => [[type, scripts.get(type) ?? '']])),
  };
  return `window.coursewrightLate={...window.coursewrightLate,corrections:()=>(${JSON.stringify(data)})};\n`;
}
