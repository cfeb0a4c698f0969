import type { LoadedCourse } from '../load/loaded.ts';
import type { QuestionSource, QuizSource } from '../load/source.ts';
import type { Course } from '../model/course.ts';
import type { Edition, EditionEntry, EditionName, PublishedQuestion } from '../model/edition.ts';
import { wordsToRead } from '../questions/registry.ts';
import { editionOfCourse } from './course-edition.ts';
import { questionsOf } from './place.ts';
import { sketch } from './sketch.ts';

/** Of a prompt or a title, for people. */
const TITLE = 100;

/** What a course publishes: everything that its pathway uses. Worked out once for each course, since sketching 1,000 pages takes a moment. */
export function editionOf(loaded: LoadedCourse & { readonly course: Course }): Edition {
  const made = known.get(loaded.course) ?? makeEdition(loaded);
  known.set(loaded.course, made);
  return made;
}

const known = new WeakMap<Course, Edition>();

/** What the manifest says, with the texts of the sources. */
function makeEdition(loaded: LoadedCourse & { readonly course: Course }): Edition {
  const { course, pages, quizzes } = loaded;
  const base = editionOfCourse(course);
  const questions = questionsOf(loaded);
  const entries = new Map<EditionName, EditionEntry>();
  for (const [name, entry] of base.entries) {
    const { kind } = entry;
    if (kind === 'bank') continue;
    if (kind === 'question') {
      const source = questions.get(name);
      if (source) entries.set(name, withWords(entry, source));
      continue;
    }
    const page = kind === 'module' ? pages.get(name) : undefined;
    const found = page && sketch(`${page.meta.title.value} ${page.excerpt}`);
    entries.set(name, {
      ...entry,
      title: shortened(entry.title),
      ...(found !== undefined && { sketch: found }),
    });
  }
  // Also those of which no draw takes anything now.
  for (const item of course.items)
    for (const { from } of (item.kind === 'quiz' && quizzes.get(item.id)?.draws) || [])
      for (const { value } of from) {
        const bank = quizzes.get(value);
        if (bank?.bank) entries.set(value, bankEntry(bank));
      }
  return { ...base, title: shortened(course.title), entries };
}

function bankEntry({ title, questions }: QuizSource): EditionEntry {
  return { kind: 'bank', title: shortened(title.value), holds: questions.map(({ id }) => id.value).sort() };
}

function withWords(entry: PublishedQuestion, source: QuestionSource): PublishedQuestion {
  const found = sketch(wordsToRead(source));
  return {
    ...entry,
    type: source.type,
    title: shortened(source.prompt.text),
    ...(found !== undefined && { sketch: found }),
  };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= TITLE ? line : `${line.slice(0, line.lastIndexOf(' ', TITLE) + 1 || TITLE).trim()} …`;
}
