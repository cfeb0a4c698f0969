import type { LoadedCourse } from '../load/loaded.ts';
import type { QuestionSource, QuizSource } from '../load/source.ts';
import type { Course, Item, QuestionRef } from '../model/course.ts';
import {
  type Edition,
  type EditionEntry,
  type EditionName,
  editionName,
  type PublishedQuestion,
} from '../model/edition.ts';
import { wordsToRead } from '../questions/registry.ts';
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

function makeEdition(loaded: LoadedCourse & { readonly course: Course }): Edition {
  const { course } = loaded;
  const entries = new Map<EditionName, EditionEntry>();
  const sources = bankQuestions(loaded);
  for (const item of course.items) {
    entries.set(item.id, itemEntry(item, loaded));
    if (item.kind === 'section') continue;
    const own = item.kind === 'module' ? loaded.pages.get(item.id) : loaded.quizzes.get(item.id);
    const known = new Map(own?.questions.map((source) => [source.id.value, source]));
    for (const ref of item.questions) {
      const name = ref.key.slice(ref.key.indexOf('#') + 1);
      const source = known.get(name) ?? sources.get(name);
      if (source) entries.set(ref.key, questionEntry(ref, source));
    }
    for (const { from } of (item.kind === 'quiz' && loaded.quizzes.get(item.id)?.draws) || [])
      for (const { value } of from) {
        const bank = loaded.quizzes.get(value);
        if (bank?.bank) entries.set(value, bankEntry(bank));
      }
  }
  for (const { id, title } of course.badges)
    entries.set(editionName('badge', id), { kind: 'badge', title: shortened(title) });
  for (const { id, title } of course.competencies)
    entries.set(editionName('competency', id), { kind: 'competency', title: shortened(title) });
  return { course: course.id, title: shortened(course.title), language: course.language, entries };
}

function itemEntry(item: Item, { pages }: LoadedCourse): EditionEntry {
  const page = item.kind === 'module' ? pages.get(item.id) : undefined;
  const found = page && sketch(`${page.meta.title.value} ${page.excerpt}`);
  return { kind: item.kind, title: shortened(item.title), ...(found !== undefined && { sketch: found }) };
}

function bankEntry({ title, questions }: QuizSource): EditionEntry {
  return { kind: 'bank', title: shortened(title.value), holds: questions.map(({ id }) => id.value).sort() };
}

function questionEntry({ asks = '', answer = '' }: QuestionRef, source: QuestionSource): PublishedQuestion {
  const found = sketch(wordsToRead(source));
  return {
    kind: 'question',
    type: source.type,
    title: shortened(source.prompt.text),
    asks,
    answers: [answer],
    ...(found !== undefined && { sketch: found }),
  };
}

/** The questions of banks as quizzes name them: `BANK/ID`. */
function bankQuestions({ quizzes }: LoadedCourse): Map<string, QuestionSource> {
  const found = new Map<string, QuestionSource>();
  for (const [id, { bank, questions }] of quizzes)
    if (bank) for (const source of questions) found.set(`${id}/${source.id.value}`, source);
  return found;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= TITLE ? line : `${line.slice(0, line.lastIndexOf(' ', TITLE) + 1 || TITLE).trim()} …`;
}
