import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { starterFiles } from '../../../src/cli/init/starter.ts';
import type { Cache } from '../../../src/compile/cache.ts';
import { compileCourse } from '../../../src/compile/project.ts';
import { rulesById } from '../../../src/lint/registry.ts';
import { askedAs, drawnFrom, pointsOf } from '../../../src/load/draws.ts';
import type { LoadedCourse } from '../../../src/load/loaded.ts';
import type { QuestionSource } from '../../../src/load/source.ts';
import type { Course } from '../../../src/model/course.ts';
import type { Finding } from '../../../src/model/diagnostic.ts';
import { type QuestionKey, questionKey } from '../../../src/model/ids.ts';
import type { Question } from '../../../src/questions/question.ts';
import { digestsOf, outcomes } from '../../../src/questions/registry.ts';
import { pageQuestions } from '../../../src/site/sealed.ts';
import type { CourseFolder } from '../../fixtures/harness/complete.ts';
import { readFolder } from '../../fixtures/harness/disk.ts';
import { memoryFiles } from '../../fixtures/harness/memory.ts';

/** An edition of a course: its sources and what came of them. */
export interface Compiled {
  readonly folder: CourseFolder;
  readonly loaded: LoadedCourse;
  readonly course: Course;
  /** Every question that can be asked, by its key, as its page carries it. */
  readonly questions: ReadonlyMap<QuestionKey, Question>;
  /** The same as written. */
  readonly sources: ReadonlyMap<QuestionKey, QuestionSource>;
}

const ROOT = new URL('../../../', import.meta.url);

const shapes = ['linear', 'hurdles', 'random-access', 'static-branching', 'dynamic-branching'] as const;

/** Folders of real courses: the example, what `course init` copies, and those that the browser tests take. */
export const COURSES = [
  'example-course',
  ...shapes.map((shape) => `templates/course/${shape}` as const),
  'test/browser/course',
  'test/browser/kurs',
  'test/browser/quizzes',
  'test/browser/questions/course',
] as const;

/** Files that are remembered: those of the courses as they are, and of a few edits. */
const MOST = 2000;
const entries = new Map<string, string>();
const cache: Cache = {
  get: (key) => entries.get(key),
  set: (key, value) => {
    if (entries.size < MOST) entries.set(key, value);
  },
};

/** Compiled files are kept by their text: of an edited course only what was edited is compiled again. */
function digest(data: Uint8Array | string): string {
  return createHash('sha1').update(data).digest('hex');
}

/** The files of one of `COURSES`: of a starter as `course init` would write them. */
export function sourcesOf(name: (typeof COURSES)[number]): CourseFolder {
  const shape = shapes.find((found) => name === `templates/course/${found}`);
  const files = shape
    ? starterFiles(
        { title: 'Started', shape, id: 'started', language: 'en' },
        { root: fileURLToPath(ROOT), version: '1.0.0', way: '.' },
      ).flatMap(({ path, content, course }) => (course ? [[path, content] as const] : []))
    : Object.entries(readFolder(fileURLToPath(new URL(`${name}/`, ROOT))));
  return Object.fromEntries(
    files
      .filter(([path]) => path !== 'README.md')
      .map(([path, content]) => [path, /\.(md|yaml)$/.test(path) ? textOf(content) : content]),
  );
}

function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

const isError = ({ rule }: Finding) => rulesById.get(rule)?.severity === 'error';

/** Compiles an edition; undefined when something is so wrong in it that no site would be built. */
export async function compile(folder: CourseFolder): Promise<Compiled | undefined> {
  const loaded = await compileCourse(memoryFiles(folder), {
    cache,
    digest,
    outcomes: outcomesOf,
    digests: digestsOf,
  });
  const { course } = loaded;
  if (!course || loaded.findings.some(isError)) return undefined;
  const sources = sourcesIn(loaded, course);
  const questions = [...sources].flatMap(([key, source]) =>
    pageQuestions(key.slice(0, key.indexOf('#')), [source], (html) => html),
  );
  return { folder, loaded, course, sources, questions: new Map(questions.map((each) => [each.key, each])) };
}

function outcomesOf(source: QuestionSource): readonly number[] {
  const [question] = pageQuestions('', [source], (html) => html);
  return question === undefined ? [0, 1] : outcomes(question);
}

function sourcesIn(loaded: LoadedCourse, { items }: Course): Map<QuestionKey, QuestionSource> {
  const found = new Map<QuestionKey, QuestionSource>();
  for (const { id, kind } of items) {
    if (kind === 'section') continue;
    const quiz = loaded.quizzes.get(id);
    const drawn = quiz ? drawnFrom(quiz, loaded.quizzes) : [];
    const sources = [
      ...(loaded.pages.get(id)?.questions ?? quiz?.questions ?? []),
      ...drawn.flatMap((draw) => draw.candidates.map((candidate) => askedAs(candidate, pointsOf(draw)))),
    ];
    for (const source of sources) found.set(questionKey(id, source.id.value), source);
  }
  return found;
}
