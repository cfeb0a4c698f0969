import type { LoadedCourse } from '../load/loaded.ts';
import type { QuestionSource } from '../load/source.ts';
import { type EditionName, editionName } from '../model/edition.ts';
import type { QuestionKey } from '../model/ids.ts';
import type { Span } from '../model/span.ts';

/** Where the things of an edition are written: modules and quizzes in their own files, the rest in course.yaml. */
export function placesOfNames(loaded: LoadedCourse): (name: EditionName) => Span | undefined {
  const { course, pages, quizzes, spans } = loaded;
  const questions = questionsOf(loaded);
  const items = new Map(course?.items.map((item) => [item.id, item]));
  return (name) => {
    const question = questions.get(name);
    if (question) return question.id.span;
    const file = pages.get(name)?.meta.title ?? quizzes.get(name)?.title;
    if (file) return file.span;
    const item = items.get(name);
    if (item) return spans.of(item, 'id') ?? spans.of(item);
    const badge = course?.badges.find(({ id }) => name === editionName('badge', id));
    if (badge) return spans.of(badge);
    const competency = course?.competencies.find(({ id }) => name === editionName('competency', id));
    return competency && spans.of(competency);
  };
}

/** The questions that a course asks, by their keys: with a draw, those that it may take. */
export function questionsOf({
  course,
  pages,
  quizzes,
}: LoadedCourse): ReadonlyMap<QuestionKey, QuestionSource> {
  const inBanks = new Map<string, QuestionSource>();
  for (const [id, { bank, questions }] of quizzes)
    if (bank) for (const source of questions) inBanks.set(`${id}/${source.id.value}`, source);
  const found = new Map<QuestionKey, QuestionSource>();
  for (const item of course?.items ?? []) {
    if (item.kind === 'section') continue;
    const own = (item.kind === 'module' ? pages : quizzes).get(item.id)?.questions ?? [];
    const known = new Map(own.map((source) => [source.id.value, source]));
    for (const { key } of item.questions) {
      const local = key.slice(key.indexOf('#') + 1);
      const source = known.get(local) ?? inBanks.get(local);
      if (source) found.set(key, source);
    }
  }
  return found;
}
