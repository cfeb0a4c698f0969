import { relative, resolve } from 'node:path';
import { explain, idOfFile, suggestion } from '../../explain/explain.ts';
import { explanationJson } from '../../explain/json.ts';
import { placesIn } from '../../explain/places.ts';
import { shorten } from '../../explain/shorten.ts';
import { explanationText } from '../../explain/text.ts';
import type { Story, Subject } from '../../explain/types.ts';
import { dateIn, tellStory } from '../../lint/story.ts';
import { code } from '../../lint/words.ts';
import type { LoadedCourse } from '../../load/loaded.ts';
import type { Course } from '../../model/course.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { ancestors } from '../../path/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { prove, reach } from '../../proof/index.ts';
import { tally } from '../../report/report.ts';
import { checkFolder } from '../check-folder.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { count } from '../quantities.ts';
import { reportOptions } from '../reporting.ts';
import type { Terminal } from '../terminal.ts';

/** What the search for a way may cost: about a second. Beyond it, ways of simple learners will do. */
const EFFORT = 30_000;

/** Says of one item, badge or competency when it opens, for whom, and what it leads to. */
export async function runExplain(
  name: string,
  dir: string,
  options: { readonly json: boolean; readonly cache: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const { folder, loaded, diagnostics } = await checkFolder(dir, options.cache, terminal);
  const { course } = loaded;
  if (course === undefined) {
    throw new Refusal(
      'course.yaml cannot be read as a course, so there is nothing to explain.',
      'Run `course validate` to see what is wrong with it.',
    );
  }
  const date = dateIn(loaded.settings.timezone);
  // Also a path as seen from here, for those who complete names with the Tab key.
  const path = relative(folder.root, resolve(name)).replaceAll('\\', '/');
  const found = explain(course, loaded, name, date) ?? explain(course, loaded, path, date);
  if (found === undefined) throw unknown(course, loaded, idOfFile(loaded, path) ?? name);
  const { errors } = tally(diagnostics);
  const place = placesIn(loaded.texts);
  const story = storyOf(course, found.subject, diagnostics, date);
  if (options.json) {
    terminal.out(explanationJson(course, errors, found, story, place));
    return EXIT.fine;
  }
  terminal.out(explanationText(found, story, place, reportOptions(dir, terminal)));
  if (errors > 0) {
    terminal.err(
      `\nThe course has ${count(errors, 'error')}, so some of this may be incomplete. See ${errors === 1 ? 'it' : 'them'}: ${terminal.command} validate\n`,
    );
  }
  return EXIT.fine;
}

/** A short way to an item; undefined for what is no item, and where the proof cannot begin. */
function storyOf(
  course: Course,
  subject: Subject,
  diagnostics: readonly Diagnostic[],
  date: (at: number) => string,
): Story | undefined {
  if (subject.kind !== 'module' && subject.kind !== 'quiz' && subject.kind !== 'section') return undefined;
  const has = (rule: string) => diagnostics.some((found) => found.rule === rule);
  if (has('path/circular')) return undefined;
  const steps = reach(course, subject.id, { effort: EFFORT });
  if (steps) return { type: 'reached', steps: tellStory(course, shorten(course, subject.id, steps), date) };
  const around = new Set([...ancestors(course, subject.id).map(({ id }) => id), subject.id]);
  const isDead = prove(course).findings.some(
    (finding) => (finding.type === 'dead-item' || finding.type === 'never-open') && around.has(finding.item),
  );
  return { type: isDead ? 'unreached' : 'unknown' };
}

/** Why there is nothing to explain under a name. */
function unknown(course: Course, loaded: LoadedCourse, name: string): Refusal {
  const id = idOfFile(loaded, name) ?? name;
  const isThere = loaded.pages.has(id) ? 'module' : loaded.quizzes.has(id) ? 'quiz' : undefined;
  if (isThere) {
    return new Refusal(
      `The ${isThere} ${code(id)} stands nowhere in the pathway, so no learner gets to it.`,
      'Name it in course.yaml under the section that it belongs to.',
    );
  }
  if (name === 'certificate') return new Refusal('The course gives no certificate.');
  const near = suggestion(course, name);
  return new Refusal(
    `Nothing in the course is called ${code(name)}.${near === undefined ? '' : ` Did you mean ${code(near)}?`}`,
    'Ids of items, badges and competencies work here, and the words certificate and complete.',
  );
}
