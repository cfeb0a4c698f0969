import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCourse } from '../../src/cli/course.ts';
import { memoryCache } from '../../src/compile/cache.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { openCourseFolder } from '../../src/platform/course-files.ts';

/** The example course is sound, and each of its rules is there for a reason: change one line, and the tool says what breaks. */

const folder = openCourseFolder(join(import.meta.dirname, '../../example-course'));
const text = (path: string): string => new TextDecoder().decode(folder.read(path));
/** What was compiled once is the same in every broken course. */
const cache = memoryCache();

/** What `course validate` says about the example course with one line changed. */
async function withLine(file: string, line: string, changed: string): Promise<readonly Diagnostic[]> {
  const original = text(file);
  expect(original.split(line), `${line} stands once in ${file}`).toHaveLength(2);
  const broken = new TextEncoder().encode(original.replace(line, changed));
  const files = folder
    .list()
    .map((entry) => (entry.path === file ? { ...entry, bytes: broken.length, modified: 0 } : entry));
  const read = (path: string): Uint8Array => (path === file ? broken : folder.read(path));
  return (await checkCourse({ ...folder, list: () => files, read }, cache)).diagnostics;
}

interface Broken {
  readonly name: string;
  readonly file: string;
  /** A line of that file, or a part of one, and what becomes of it. */
  readonly line: string;
  readonly changed: string;
  /** The rule that has to speak, and what it has to say. */
  readonly rule: string;
  readonly says: string;
  /** The file that it names, where that is another one, and what stands in the line. */
  readonly in?: string;
  readonly at: string;
}

const cases: readonly Broken[] = [
  {
    name: 'a hurdle is given two attempts and no word on what follows',
    file: 'quizzes/discussion-check.yaml',
    line: 'pass: 60%\n',
    changed: 'pass: 60%\nattempts: 2\n',
    rule: 'path/trap',
    says: '`discussion-check` allows 2 attempts, and nothing says what happens',
    at: 'attempts: 2',
  },
  {
    name: 'nobody says what follows the last attempt at the final quiz',
    file: 'quizzes/final-quiz.yaml',
    line: 'exhausted: review\n',
    changed: '',
    rule: 'path/trap',
    says: 'who has used all 3 attempts without that cannot try again',
    in: 'course.yaml',
    at: 'complete: { passed: final-quiz }',
  },
  {
    name: 'a hurdle closes after three attempts',
    file: 'quizzes/shapes-check.yaml',
    line: 'exhausted: review\n',
    changed: '',
    rule: 'path/trap',
    says: '`shapes-check` allows 3 attempts, and nothing says what happens',
    at: 'attempts: 3',
  },
  {
    name: 'a hurdle in one of three branches closes after three attempts',
    file: 'quizzes/video-check.yaml',
    line: 'exhausted: continue\n',
    changed: '',
    rule: 'path/trap',
    says: '`video-check` allows 3 attempts, and nothing says what happens',
    at: 'attempts: 3',
  },
  {
    name: 'a route asks for less than the hurdle before it',
    file: 'course.yaml',
    line: '{ score: shapes-check, below: 80% }',
    changed: '{ score: shapes-check, below: 60% }',
    rule: 'path/dead-route',
    says: 'has passed `shapes-check` with at least 60',
    at: 'below: 60%',
  },
  {
    name: 'a route has no word for those in between',
    file: 'course.yaml',
    line: '            - { otherwise: open-ground }\n',
    changed: '',
    rule: 'path/route-gap',
    says: 'For some learners no rule of the route of `tailored` holds',
    at: 'below: 80%',
  },
  {
    name: 'a page waits for a failure that nobody can have any more',
    file: 'course.yaml',
    line: 'when: { mastered: shapes }, points: 20',
    changed: 'when: { failed: learning-check }, points: 20',
    rule: 'path/never-open',
    says: 'No learner can ever enter the module `after-launch`',
    at: 'item: after-launch',
  },
  {
    name: 'a page waits for the section it stands in',
    file: 'course.yaml',
    line: 'requires: { completed: gamification }',
    changed: 'requires: { completed: toolbox }',
    rule: 'path/circular',
    says: 'waits for `toolbox`',
    at: 'item: certificates',
  },
  {
    name: 'a failed quiz asks for a page that only some learners have',
    file: 'quizzes/learning-check.yaml',
    line: 'review: [learning-that-lasts]',
    changed: 'review: [shapes-inside-shapes]',
    rule: 'quiz/review-closed',
    says: '`open-ground`, which holds it, is an option that they may not have',
    at: 'review: [shapes-inside-shapes]',
  },
  {
    name: 'a required page waits for another option than most were sent to',
    file: 'course.yaml',
    line: '        - plan-your-course\n',
    changed: '        - { item: plan-your-course, requires: { completed: worked-examples } }\n',
    rule: 'path/needs-hidden',
    says: 'plan-your-course',
    at: 'item: plan-your-course',
  },
];

describe('one changed line of the example course', () => {
  it.each(cases)(
    '$name',
    async ({ file, line, changed, rule, says, in: named = file, at }) => {
      const found = await withLine(file, line, changed);
      const lines = (named === file ? text(file).replace(line, changed) : text(named)).split('\n');
      const told = found.map((finding) => ({
        rule: finding.rule,
        file: finding.file,
        line: finding.file === named ? (lines[finding.start.line - 1] ?? '') : '',
        message: finding.message,
      }));
      expect(told).toContainEqual({
        rule,
        file: named,
        line: expect.stringContaining(at),
        message: expect.stringContaining(says),
      });
    },
    60_000,
  );

  it('is what it takes: as it is, nothing is wrong', async () => {
    expect(await withLine('course.yaml', 'version: "1.0"', 'version: "1.1"')).toEqual([]);
  }, 60_000);
});
