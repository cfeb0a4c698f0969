import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain, suggestion } from '../../src/explain/explain.ts';
import { explanationJson } from '../../src/explain/json.ts';
import { placesIn } from '../../src/explain/places.ts';
import { explanationText } from '../../src/explain/text.ts';
import { TOPICS, type Topic } from '../../src/explain/types.ts';
import type { LoadedCourse } from '../../src/load/loaded.ts';
import { english, start, view } from '../../src/path/index.ts';
import { plain } from '../../src/report/report.ts';
import { loadFolder } from '../load/folder.ts';
import { arbitraryCourse, RUNS } from '../path/arbitrary.ts';

const YAML = `id: bread
title: Bread
pathway:
  type: hurdles
  items:
    - flour
    - basics
    - { item: more, when: { score: basics, below: 90% } }
    - type: dynamic-branching
      id: level
      title: Your level
      route:
        - { when: { score: basics, from: 90% }, to: sour }
        - { when: { failed: entry }, to: sour }
        - { otherwise: plain }
      options:
        - { id: sour, title: Sourdough, items: [starter] }
        - { id: plain, title: Plain bread, items: [loaf] }
        - { id: nobody, title: For nobody, items: [ghost] }
    - type: static-branching
      id: crafts
      title: Crafts
      branches:
        - { id: hand, title: By hand, items: [knead] }
        - { id: machine, title: By machine, items: [mixer] }
    - type: dynamic-branching
      id: choice
      title: A choice
      choose: 1
      options:
        - { id: rye, title: Rye, items: [rye-page] }
        - { id: spelt, title: Spelt, items: [spelt-page], when: { mastered: dough } }
    - type: random-access
      id: tools
      title: Tools
      finish: tools-quiz
      items:
        - scale
        - { item: oven, requires: { completed: scale } }
        - { item: advent, when: { before: 2026-12-24 } }
        - tools-quiz
    - type: linear
      id: last
      title: The last stretch
      items:
        - entry
        - { item: history, optional: true }
        - final
        - afterword
competencies:
  dough: { title: Know dough, mastery: 75%, evidence: 2 }
badges:
  baker: { title: Baker, when: { all: [{ passed: final }, { points: { from: 50 } }] } }
certificate: { title: A baker, when: { badge: baker } }
complete: { passed: final }
`;

const quiz = (rest: string, points = 1) => `title: The quiz
${rest}
questions:
${[1, 2, 3, 4, 5].map((n) => `  - { id: q${n}, prompt: "Is it ${n}?", points: ${points}, competency: dough, options: [{ text: Yes, correct: true }, { text: No }] }`).join('\n')}
`;
const page = (title: string, rest = '') => `---\ntitle: ${title}\nminutes: 5\n${rest}---\n`;

const loaded = loadFolder({
  'course.yaml': YAML,
  'modules/flour.md': page('Flour'),
  'modules/more.md': page('More practice', 'done: manual\n'),
  'modules/starter.md': page('A starter', 'done: { video: 90% }\n'),
  'modules/loaf.md': page('A loaf'),
  'modules/ghost.md': page('A ghost'),
  'modules/knead.md': page('Knead'),
  'modules/mixer.md': page('Mix'),
  'modules/rye-page.md': page('About rye'),
  'modules/spelt-page.md': page('About spelt'),
  'modules/scale.md': page('A scale'),
  'modules/oven.md': page('An oven'),
  'modules/advent.md': page('Advent'),
  'modules/history.md': page('History'),
  'modules/afterword.md': page('Afterword'),
  'modules/unused.md': page('Unused'),
  'quizzes/basics.yaml': quiz('pass: 70%\nattempts: 2\nexhausted: review\nreview: [flour]').replace(
    'The quiz',
    'Basics',
  ),
  'quizzes/tools-quiz.yaml': quiz('pass: 80%\nattempts: 1').replace('The quiz', 'Tools quiz'),
  'quizzes/entry.yaml': quiz('pass: 50%').replace('The quiz', 'Entry'),
  'quizzes/final.yaml': quiz('').replace('The quiz', 'Final'),
});
const date = (at: number) => new Date(at).toISOString().slice(0, 10);

function found(name: string) {
  if (loaded.course === undefined) throw new Error('The course does not load.');
  const explanation = explain(loaded.course, loaded, name, date);
  if (explanation === undefined) throw new Error(`Nothing is called ${name}.`);
  return explanation;
}

const said = (name: string, topic: Topic) =>
  found(name).notes[topic].map(({ text, span }) => {
    const written = span && loaded.texts.get(span.file)?.text.slice(span.start, span.end);
    return written === undefined ? text : `${text} «${written.split('\n')[0]}»`;
  });

describe('an explanation', () => {
  const rows: [id: string, topic: Topic, expected: string[]][] = [
    ['flour', 'sees', ['Everyone.']],
    ['flour', 'before', ['Nothing: it is open from the start.']],
    ['flour', 'clears', ['Reading it and going on from its end.']],
    ['flour', 'closes', ['It does not: once open it stays open.']],
    [
      'flour',
      'waits',
      [
        '“Basics” comes next in “Bread” and waits for it. «basics»',
        'A failed attempt at “Basics” asks to go through it again. «flour»',
        'Its 10 points count: the badge “Baker” goes to learners who have passed “Final” and have at least 50 points. «points: { from: 50 }»',
      ],
    ],
    [
      'more',
      'sees',
      ['Learners who have a best score below 90 % in “Basics”. «{ score: basics, below: 90% }»'],
    ],
    ['more', 'clears', ['Marking it as done.']],
    ['more', 'required', ['Yes, for those who see it.']],
    [
      'more',
      'closes',
      [
        'Until it is opened, “More practice” is hidden again for those who reach 90 % in “Basics”. «score: basics»',
        'Who has opened it keeps it for good.',
      ],
    ],
    [
      'basics',
      'clears',
      [
        'Passing it with 70 %: at least 4 of 5 points. «70%»',
        'After a failed attempt “Flour” has to be gone through again before the next. «flour»',
        'It may be tried 2 times. «2»',
        'Who has used them all without passing gets new attempts by that review (exhausted: review). «2»',
      ],
    ],
    [
      'starter',
      'sees',
      [
        'Learners who have scored at least 90 % in “Basics”: the route of “Your level” sends them to “Sourdough”. «{ when: { score: basics, from: 90% }, to: sour }»',
        'Also learners for whom no rule above holds and who have handed in “Entry” without passing: the route of “Your level” sends them to “Sourdough”. «{ when: { failed: entry }, to: sour }»',
      ],
    ],
    ['starter', 'clears', ['Watching 90 % of its video.']],
    [
      'starter',
      'before',
      ['In “Bread”: “Flour”, “Basics” (passed with 70 %) and “More practice” (where it is there). «type»'],
    ],
    [
      'loaf',
      'sees',
      [
        'Learners for whom no rule above holds: the route of “Your level” sends them to “Plain bread” (otherwise). «{ otherwise: plain }»',
      ],
    ],
    [
      'ghost',
      'sees',
      [
        'Nobody: no rule of “Your level” names “For nobody”. «- { when: { score: basics, from: 90% }, to: sour }»',
      ],
    ],
    [
      'level',
      'inside',
      [
        '“Sourdough” (about 5 min): for learners who have scored at least 90 % in “Basics”. «{ when: { score: basics, from: 90% }, to: sour }»',
        '“Sourdough” (about 5 min): for learners who have handed in “Entry” without passing. «{ when: { failed: entry }, to: sour }»',
        '“Plain bread” (about 5 min): for everyone else. «{ otherwise: plain }»',
      ],
    ],
    [
      'knead',
      'before',
      [
        'In “Bread”: “Flour”, “Basics” (passed with 70 %), “More practice” (where it is there) and “Your level”. «type»',
        'No other branch may be half done: who has begun “By machine” has to finish that first. «crafts»',
      ],
    ],
    ['crafts', 'inside', ['“By hand” (about 5 min). «hand»', '“By machine” (about 5 min). «machine»']],
    [
      'spelt-page',
      'sees',
      [
        'Everyone sees it; it is for learners who choose “Spelt” in “A choice” (1 of 2 options). «1»',
        'Learners who have mastered “Know dough”, since “Spelt” is there for them only. «{ mastered: dough }»',
      ],
    ],
    ['spelt-page', 'required', ['Yes, for those who see and choose it.']],
    [
      'rye-page',
      'closes',
      [
        'Choosing another option in “A choice” closes it: no switching is allowed. «1»',
        'Who has opened it keeps it for good.',
      ],
    ],
    [
      'scale',
      'before',
      [
        'In “Bread”: 6 entries from “Flour” to “A choice”, among them “Basics” (passed with 70 %) and “More practice” (where it is there). «type»',
      ],
    ],
    [
      'oven',
      'before',
      [
        expect.stringMatching(/^In “Bread”: 6 entries/),
        'It opens only for learners who have finished “A scale”. «{ completed: scale }»',
      ],
    ],
    ['oven', 'required', ['No: “Tools” is finished by “Tools quiz” alone. «tools-quiz»']],
    ['final', 'required', ['Yes, for everyone.']],
    [
      'afterword',
      'required',
      [
        'Yes, for everyone.',
        'The course itself is finished for learners who have passed “Final”. «{ passed: final }»',
      ],
    ],
    [
      'plain',
      'sees',
      [
        'Learners for whom no rule above holds: the route of “Your level” sends them here (otherwise). «{ otherwise: plain }»',
      ],
    ],
    [
      'scale',
      'waits',
      [
        '“An oven” opens for learners who have finished “A scale”. «completed: scale»',
        expect.stringMatching(/^Its 10 points/),
      ],
    ],
    [
      'advent',
      'closes',
      [
        'Until it is opened, “Advent” is hidden again from 2026-12-24 on. «before: 2026-12-24»',
        'Who has opened it keeps it for good.',
      ],
    ],
    [
      'tools-quiz',
      'clears',
      [
        'Passing it with 80 %: at least 4 of 5 points. «80%»',
        'It may be tried 1 time. «1»',
        'Who has used them all without passing can never pass it any more: nothing stands under exhausted. «1»',
      ],
    ],
    ['tools', 'clears', ['“Tools quiz” alone: the rest may be skipped. «tools-quiz»']],
    [
      'entry',
      'clears',
      [
        'Handing it in: in a linear section a quiz holds nobody back. It is passed with 50 %. «50%»',
        'It may be tried as often as learners like.',
      ],
    ],
    ['final', 'clears', ['Handing it in: it has no pass mark, so nobody fails.']],
    ['history', 'required', ['No: it is optional. «true»']],
    ['history', 'waits', [expect.stringMatching(/^Its 10 points count/)]],
    ['choice', 'clears', ['Finishing 1 of its 2 options: what is chosen stays chosen. «1»']],
    ['last', 'clears', ['Clearing all 3 required entries in it (1 more is optional), in order. «last»']],
    [
      'baker',
      'sees',
      [
        'Learners who have passed “Final” and have at least 50 points. «{ all: [{ passed: final }, { points: { from: 50 } }] }»',
        'Who finishes the course has at least 130 points; nobody can have more than 190.',
      ],
    ],
    ['baker', 'waits', ['The certificate goes to learners who have the badge “Baker”. «badge: baker»']],
    [
      'dough',
      'sees',
      [
        'Learners who have seen at least 2 of its 20 questions and earned 75 % of their points, the best answer to each. «75%»',
      ],
    ],
    ['dough', 'waits', ['“Spelt” is there for learners who have mastered “Know dough”. «mastered: dough»']],
    [
      'certificate',
      'sees',
      ['Learners who have finished the course and have the badge “Baker”. «{ badge: baker }»'],
    ],
    [
      'complete',
      'sees',
      ['The course is finished for learners who have passed “Final”. «{ passed: final }»'],
    ],
  ];
  // Percent signs stand apart by a narrow space that authors' YAML has not.
  const loosely = (text: unknown) => (typeof text === 'string' ? text.replace(/(\d) %/g, '$1\u202f%') : text);
  it.each(rows)('of %s: %s', (id, topic, expected) => {
    expect(said(id, topic)).toEqual(expected.map(loosely));
  });

  it('knows the way to an item and the minutes before it', () => {
    expect(found('starter').path.map(({ title }) => title)).toEqual([
      'Bread',
      'Your level',
      'Sourdough',
      'A starter',
    ]);
    expect(found('basics').time).toMatchObject({ until: { least: 5, most: 5 } });
    expect(found('level')).toMatchObject({
      what: 'dynamic-branching section, rules choose',
      time: { own: { least: 5, most: 5 } },
    });
    expect(found('sour').what).toBe('hurdles option');
    expect(found('hand').what).toBe('hurdles branch');
    expect(found('pathway').path).toHaveLength(1);
  });

  it('is found by id, by file, and with its kind', () => {
    expect(found('modules/flour.md').subject).toEqual({ kind: 'module', id: 'flour' });
    expect(found('quizzes/final.yaml').subject).toEqual({ kind: 'quiz', id: 'final' });
    expect(found('badge:baker').subject).toEqual({ kind: 'badge', id: 'baker' });
    expect(found('competency:dough').subject).toEqual({ kind: 'competency', id: 'dough' });
  });

  it.each([
    '',
    'nothing',
    'unused',
    '__proto__',
    'badge:flour',
    'competency:',
    'a\nb',
    '\u001b[31m',
    'x'.repeat(5000),
  ])('is not made up for %j', (name) => {
    if (loaded.course === undefined) throw new Error('The course does not load.');
    expect(explain(loaded.course, loaded, name, date)).toBeUndefined();
  });

  it.each([
    ['flower', 'flour'],
    ['The last stretch', 'last'],
    ['Bakr', 'baker'],
    ['certificat', 'certificate'],
    ['something else', undefined],
  ])('suggests for %s: %s', (name, expected) => {
    if (loaded.course === undefined) throw new Error('The course does not load.');
    expect(suggestion(loaded.course, name)).toBe(expected);
  });
});

describe('the page', () => {
  const options = { width: 80, palette: plain, prefix: 'my-course/' };
  const place = placesIn(loaded.texts);

  it('fits an 80 column terminal and names places', () => {
    const text = explanationText(
      found('starter'),
      { type: 'reached', steps: ['Goes through “Flour”.', 'Waits.'] },
      place,
      options,
    );
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(text).toContain('my-course/course.yaml:14:11');
    expect(text).toMatch(/One way to it\n {2}1\. Goes through “Flour”\.\n {2}2\. Waits\.\n$/u);
    expect(text).toContain('Who sees it\n  - Learners who');
  });

  it('is JSON for programs, with 1-based places', () => {
    const { course } = loaded;
    if (course === undefined) throw new Error('The course does not load.');
    const json = JSON.parse(explanationJson(course, 2, found('more'), undefined, place));
    expect(json).toMatchObject({
      version: 1,
      course: { id: 'bread', title: 'Bread', errors: 2 },
      subject: { kind: 'module', id: 'more' },
      file: 'course.yaml',
      start: { line: 8, column: 15 },
      sees: [
        {
          type: 'when',
          items: ['more'],
          condition: { type: 'score', quiz: 'basics', below: 0.9 },
          file: 'course.yaml',
        },
      ],
      time: { own: { least: 5, most: 5 } },
      story: null,
    });
    expect(Object.keys(json)).toEqual(expect.arrayContaining([...TOPICS]));
  });
});

describe('on random courses', () => {
  it('says something of every item, and never more is open at the start than it says', () => {
    let opened = 0;
    fc.assert(
      fc.property(arbitraryCourse, (course) => {
        const unread: LoadedCourse = { ...loaded, course, spans: { of: () => undefined } };
        const first = view(course, start(course), 0);
        for (const { id, kind } of course.items) {
          const found = explain(course, unread, id, english.date);
          if (!found) throw new Error(`Nothing on ${id}`);
          for (const { text } of TOPICS.flatMap((topic) => found.notes[topic]))
            expect(text).toMatch(/^(?!.*(undefined|\[object| {2}|NaN))[A-Z\d“].*\.$/s);
          const isFree =
            found.notes.before.every(({ type }) => type === 'nothing' || type === 'branch') &&
            found.notes.sees.every(({ type }) => type === 'everyone' || type === 'choice');
          if (!isFree || kind === 'section') continue;
          opened++;
          expect([id, first.byId.get(id)?.status]).toEqual([id, 'open']);
        }
        for (const name of ['b0', 'c', 'complete']) explain(course, unread, name, english.date);
      }),
      { numRuns: RUNS },
    );
    expect(opened).toBeGreaterThan(RUNS / 2);
  });
});
