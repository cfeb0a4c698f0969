import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CheckedCourse, checkCourse } from '../../src/cli/course.ts';
import { memoryCache } from '../../src/compile/cache.ts';
import { editionOf } from '../../src/edition/edition.ts';
import { editionText } from '../../src/edition/file.ts';
import { carriedNames, nextLock } from '../../src/edition/lock.ts';
import type { QuestionSource } from '../../src/load/source.ts';
import type { Course } from '../../src/model/course.ts';
import { openCourseFolder } from '../../src/platform/course-files.ts';
import { kinds, questionKinds } from '../../src/questions/registry.ts';
import { optionsOf } from '../questions/options.ts';
import { type Learner, play } from './learner.ts';

/** The example course is what people judge the tool by, so its promises are tested like code. */

const KIB = 1024;
const MOVES = 2000;

let checked: CheckedCourse;
let course: Course;
let questions: readonly { readonly file: string; readonly question: QuestionSource }[];

beforeAll(async () => {
  checked = await checkCourse(
    openCourseFolder(join(import.meta.dirname, '../../example-course')),
    memoryCache(),
  );
  if (!checked.loaded.course) throw new Error('The example course cannot be loaded.');
  course = checked.loaded.course;
  questions = [...checked.loaded.pages.values(), ...checked.loaded.quizzes.values()].flatMap((source) =>
    source.questions.map((question) => ({ file: source.file, question })),
  );
}, 60_000);

const text = (path: string): string => new TextDecoder().decode(checked.folder.read(path));
const ids = (kind: 'module' | 'quiz'): string[] =>
  course.items.filter((item) => item.kind === kind).map(({ id }) => id);

describe('the course', () => {
  it('has nothing to complain about', () => {
    expect(checked.diagnostics).toEqual([]);
  });

  // After a change: `node bin/course.js lock example-course`.
  it('has written down in its lock what it publishes', () => {
    const { loaded } = checked;
    const now = editionOf({ ...loaded, course });
    expect(editionText(nextLock(loaded.lock, now, carriedNames(loaded.editions)))).toBe(
      text('course-lock.json'),
    );
  });

  it('uses every shape, both ways to branch dynamically, and autoplay', () => {
    const sections = course.items.filter((item) => item.kind === 'section');
    expect(new Set(sections.map(({ type }) => type))).toEqual(
      new Set(['linear', 'hurdles', 'random-access', 'static-branching', 'dynamic-branching']),
    );
    expect(
      new Set(sections.flatMap((section) => (section.type === 'dynamic-branching' ? section.by.type : []))),
    ).toEqual(new Set(['route', 'choose']));
    expect(sections.some((section) => section.type === 'linear' && section.autoplay)).toBe(true);
  });

  it('leaves no page outside the pathway', () => {
    expect([...checked.loaded.pages.keys()].sort()).toEqual(ids('module').sort());
    const drawnFrom = [...checked.loaded.quizzes.values()].flatMap(({ draws }) =>
      draws.flatMap(({ from }) => from.map(({ value }) => value)),
    );
    expect(drawnFrom.length).toBeGreaterThan(0);
    expect(new Set(checked.loaded.quizzes.keys())).toEqual(new Set([...ids('quiz'), ...drawnFrom]));
  });

  it('asks enough questions of each competency to claim mastery', () => {
    for (const { id, evidence } of course.competencies) {
      const asked = questions.filter(({ question }) =>
        question.competencies.some(({ value }) => value === id),
      );
      expect(asked.length, id).toBeGreaterThanOrEqual(evidence);
    }
  });
});

describe('its questions', () => {
  it('are of every type, most of them in Markdown and in YAML', () => {
    const used = new Set(questions.map(({ question }) => question.type));
    expect(used).toEqual(new Set(kinds.map(({ type }) => type)));
    const forms = new Set(questions.map(({ file, question }) => `${file.split('.').pop()} ${question.type}`));
    expect(forms.size).toBeGreaterThan(1.5 * used.size);
  });

  it('answer every answer, and offer a hint', () => {
    for (const { file, question } of questions) {
      const place = `${file}#${question.id.value}`;
      if (!questionKinds[question.type].graded) continue;
      if (question.type !== 'hotspot')
        for (const option of optionsOf(question)) expect(option.feedback?.text, place).toBeTruthy();
      expect(question.hints.length, place).toBeGreaterThan(0);
    }
  });

  it('use what quizzes can be told: draws, confidence, time, shuffling, one at a time, retrying what was missed', () => {
    const quizzes = course.items.filter((item) => item.kind === 'quiz');
    const settings = new Set(quizzes.flatMap((quiz) => Object.keys(quiz.settings ?? {})));
    expect(settings).toEqual(
      new Set(['shuffle', 'shuffleOptions', 'oneAtATime', 'time', 'retryMissed', 'confidence']),
    );
    const asking = checked.loaded.quizzes.get('learning-check')?.draws ?? [];
    expect(asking.some(({ tags, difficulties }) => tags.length > 0 && difficulties.length > 0)).toBe(true);
  });

  it('do not give the key away by its length', () => {
    const single = questions.filter(({ question }) => question.type === 'single');
    const longest = single.filter(({ question }) => {
      const key = optionsOf(question).find(({ correct }) => correct);
      return optionsOf(question).every(
        (option) => option === key || option.text.text.length < (key?.text.text.length ?? 0),
      );
    });
    // Among three options chance alone makes the key the longest in a third of the questions.
    expect(longest.length / single.length).toBeLessThan(1 / 3);
  });

  it('do not give the key away by its place', () => {
    const single = questions.filter(
      ({ question }) => question.type === 'single' && optionsOf(question).length === 3,
    );
    const places = [0, 1, 2].map(
      (place) =>
        single.filter(({ question }) => optionsOf(question)[place]?.correct === true).length / single.length,
    );
    expect(Math.max(...places)).toBeLessThan(0.5);
    expect(Math.min(...places)).toBeGreaterThan(0.2);
  });

  it('never offer “all of the above”', () => {
    for (const { question } of questions)
      for (const option of optionsOf(question))
        expect(option.text.text).not.toMatch(/(all|none) of (the above|these)/i);
  });
});

describe('its media', () => {
  it('is light enough for the lines that the course talks about', () => {
    const files = checked.folder.list().filter(({ path }) => path.startsWith('assets/'));
    for (const { path, bytes } of files) expect(bytes, path).toBeLessThan(700 * KIB);
    expect(files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(3 * KIB * KIB);
  });

  it.each(['welcome', 'five-shapes'])(
    'has captions in order, and a transcript with the same words: %s',
    (name) => {
      const blocks = text(`assets/media/${name}.vtt`).trim().split('\n\n').slice(1);
      const cues = blocks.map((block) => {
        const [times = '', ...words] = block.split('\n');
        const [start = Number.NaN, end = Number.NaN] = times.split(' --> ').map(seconds);
        return { start, end, words: words.join(' ') };
      });
      const transcript = text(`assets/media/${name}-transcript.md`);
      let before = 0;
      for (const { start, end, words } of cues) {
        expect(start, words).toBeGreaterThanOrEqual(before);
        expect(end, words).toBeGreaterThan(start);
        expect(transcript).toContain(words);
        before = end;
      }
      expect(cues.length).toBeGreaterThan(5);
      const film = mp4(checked.folder.read(`assets/media/${name}.mp4`));
      expect(film.boxes.indexOf('moov')).toBeLessThan(film.boxes.indexOf('mdat'));
      expect(film.seconds).toBeGreaterThan(before);
    },
  );
});

/**
 * The top-level boxes of an MP4 file and its length, from version 0 of the movie header (ISO/IEC 14496-12). An
 * index (`moov`) before the data (`mdat`) lets a browser begin before all has arrived. Throws for a file that is cut off.
 */
function mp4(bytes: Uint8Array): { readonly boxes: readonly string[]; readonly seconds: number } {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = (at: number): string => String.fromCharCode(...bytes.subarray(at + 4, at + 8));
  const boxes: string[] = [];
  let length = Number.NaN;
  let at = 0;
  while (at < bytes.length) {
    const size = data.getUint32(at);
    if (size < 8 || at + size > bytes.length) throw new Error(`The box at byte ${at} is cut off.`);
    boxes.push(name(at));
    // The movie header is the first box inside `moov`; after 8 bytes of head, 4 of version and 8 of dates.
    if (name(at) === 'moov') length = data.getUint32(at + 32) / data.getUint32(at + 28);
    at += size;
  }
  return { boxes, seconds: length };
}

/** Seconds of a WebVTT time such as `01:02.500`. */
function seconds(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

describe('its learners', () => {
  const learners: fc.Arbitrary<Learner> = fc
    .record({
      seed: fc.integer({ min: 1, max: 0x7ffffffe }),
      skill: fc.double({ min: 0, max: 1, noNaN: true }),
      learnsAfter: fc.integer({ min: 0, max: 200 }),
    })
    .map(({ seed, skill, learnsAfter }) => ({ random: parkMiller(seed), skill, learnsAfter }));

  it('finish, whatever they open and however often they fail before they understand', () => {
    fc.assert(
      fc.property(learners, (learner) => {
        expect(play(course, learner, MOVES).view.finished).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('reach, taken together, every page, quiz, badge and option', () => {
    const stories = Array.from({ length: 60 }, (_, i) =>
      play(course, { random: parkMiller(i + 1), skill: [1, 0.8, 0.5][i % 3] ?? 1, learnsAfter: 100 }, MOVES),
    );
    expect(new Set(stories.flatMap(({ opened }) => [...opened]))).toEqual(
      new Set([...ids('module'), ...ids('quiz')]),
    );
    expect(new Set(stories.flatMap(({ view }) => view.badges))).toEqual(
      new Set(course.badges.map(({ id }) => id)),
    );
  });

  it('never get through without passing the final quiz', () => {
    const story = play(course, { random: parkMiller(7), skill: 0, learnsAfter: MOVES }, 500);
    expect(story.view.finished).toBe(false);
    expect(story.view.byId.get('choosing-a-shape')?.status).not.toBe('hidden');
    expect(story.view.byId.get('presence')?.status).toBe('locked');
  });
});

/** Park and Miller's minimal generator: a stream of numbers from 0 to 1 that a seed repeats. */
function parkMiller(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 0x7fffffff;
    return state / 0x7fffffff;
  };
}
