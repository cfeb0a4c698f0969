/** Three editions of the example course, made as its author would: by edits of its sources, and `course lock`. */
import { cp, readFile, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { runCourse } from '../built.ts';

const EXAMPLE = resolve(import.meta.dirname, '../../../example-course');

/** Replaces a text that stands there once. */
async function edit(
  file: string,
  ...changes: readonly (readonly [from: string, to: string])[]
): Promise<void> {
  let text = await readFile(file, 'utf8');
  for (const [from, to] of changes) {
    if (text.split(from).length !== 2)
      throw new Error(`${file} holds this ${text.split(from).length - 1} times: ${from}`);
    text = text.replace(from, () => to);
  }
  await writeFile(file, text);
}

/** Publishes what stands in the folder: builds its site into `out`, which checks it, and writes down what was published. */
async function publish(course: string, out: string): Promise<void> {
  await runCourse('build', course, '--out', out);
  await runCourse('lock', course);
}

/** The example course with two wrong answer keys, which nobody has noticed yet. */
export async function first(course: string, out: string): Promise<void> {
  await cp(EXAMPLE, course, { recursive: true, filter: (path) => !path.endsWith('course-lock.json') });
  await edit(
    join(course, 'quizzes/shapes-check.yaml'),
    [
      `with one branch for spills and one for acids
`,
      `with one branch for spills and one for acids
        correct: true
`,
    ],
    [
      `      - text: Linear with hurdles
        correct: true
        feedback: "Right. A wrong idea would`,
      `      - text: Linear with hurdles
        feedback: "Right. A wrong idea would`,
    ],
  );
  await edit(
    join(course, 'modules/choosing-a-shape.md'),
    [
      '- [ ] Dynamic branching with three paths for each topic',
      '- [x] Dynamic branching with three paths for each topic',
    ],
    [
      '- [x] Random access with a short quiz after each topic',
      '- [ ] Random access with a short quiz after each topic',
    ],
  );
  await publish(course, out);
}

/**
 * Names that say more, the keys corrected, a page and a question more, a question moved to where it belongs, one asked in other words,
 * a pass mark raised.
 */
export async function second(course: string, out: string): Promise<void> {
  const yaml = join(course, 'course.yaml');
  await edit(
    yaml,
    ['      id: foundations\n', '      id: basics\n'],
    ['        - five-shapes\n', '        - the-five-shapes\n'],
    [
      '        - choosing-a-shape\n        - shapes-check\n',
      '        - choosing-a-shape\n        - two-questions\n        - shapes-quiz\n',
    ],
    ['{ when: { score: shapes-check, below: 80% }', '{ when: { score: shapes-quiz, below: 80% }'],
    ['{ when: { score: shapes-check, from: 95% }', '{ when: { score: shapes-quiz, from: 95% }'],
    ['  cartographer:\n', '  map-reader:\n'],
    [
      'complete: { passed: final-quiz }\n',
      `complete: { passed: final-quiz }

renamed:
  five-shapes: the-five-shapes
  shapes-check: shapes-quiz
  "shapes-check#playlist": "shapes-quiz#museum"
  foundations: basics
  "badge:cartographer": "badge:map-reader"
  "feedback#attention": "learning-that-lasts#attention"
`,
    ],
  );
  await rename(join(course, 'quizzes/shapes-check.yaml'), join(course, 'quizzes/shapes-quiz.yaml'));
  await edit(
    join(course, 'quizzes/shapes-quiz.yaml'),
    ['review: [five-shapes,', 'review: [the-five-shapes,'],
    ['  - id: playlist\n', '  - id: museum\n'],
    [
      `with one branch for spills and one for acids
        correct: true
`,
      `with one branch for spills and one for acids
`,
    ],
    [
      `      - text: Linear with hurdles
        feedback: "Right. A wrong idea would`,
      `      - text: Linear with hurdles
        correct: true
        feedback: "Right. A wrong idea would`,
    ],
  );
  await edit(join(course, 'modules/five-shapes.md'), ['id: five-shapes\n', 'id: the-five-shapes\n']);
  await edit(
    join(course, 'modules/choosing-a-shape.md'),
    [
      '- [x] Dynamic branching with three paths for each topic',
      '- [ ] Dynamic branching with three paths for each topic',
    ],
    [
      '- [ ] Random access with a short quiz after each topic',
      '- [x] Random access with a short quiz after each topic',
    ],
  );
  await edit(
    join(course, 'modules/welcome.md'),
    [
      'Many instructors share this worry: “If I am not there, they will be alone.” Which answer does this course try to make\ntrue?',
      'What does this course want to show to an instructor who is afraid that learners at a distance will feel left by themselves?',
    ],
    // With the same options that count it would be the same question in other words.
    ['- [x] Presence can be designed\n', '- [x] Presence can be designed before anybody arrives\n'],
  );
  const attention = /:::question\{#attention [\s\S]*?\n:::\n/;
  const feedback = await readFile(join(course, 'modules/feedback.md'), 'utf8');
  const [question = ''] = attention.exec(feedback) ?? [];
  await writeFile(join(course, 'modules/feedback.md'), feedback.replace(question, ''));
  const lasting = await readFile(join(course, 'modules/learning-that-lasts.md'), 'utf8');
  await writeFile(join(course, 'modules/learning-that-lasts.md'), `${lasting.trimEnd()}\n\n${question}`);
  await edit(join(course, 'quizzes/toolbox-check.yaml'), ['pass: 60%', 'pass: 95%']);
  await writeFile(
    join(course, 'modules/two-questions.md'),
    `---
id: two-questions
title: Two questions before you draw
description: What learners owe at the end, and what they may leave out.
minutes: 3
---

Before you draw a shape, ask what a learner owes at its end, and what may be left out. The answers name the shape more often than taste does.

:::question{#owed competency=shapes}
A course asks for **all** of its parts, in an order that the learner likes. Which shape is near?

- [x] Static branching
- [ ] Dynamic branching
:::
`,
  );
  await publish(course, out);
}

/** Another name once more, a page taken out, a page split in two, a quiz renamed under a draft, one of its questions changed. */
export async function third(course: string, out: string): Promise<void> {
  await edit(
    join(course, 'course.yaml'),
    ['[welcome, what-asynchronous-is, live-blended-hybrid]', '[welcome, what-asynchronous-is]'],
    ['        - the-five-shapes\n', '        - shapes-overview\n'],
    [
      '        - presence\n        - pacing\n',
      '        - presence\n        - presence-alone\n        - pacing\n',
    ],
    ['items: [video-worth-watching, video-check]', 'items: [video-worth-watching, film-check]'],
    [
      '  five-shapes: the-five-shapes\n',
      `  five-shapes: the-five-shapes
  the-five-shapes: shapes-overview
  "presence#self-paced-presence": "presence-alone#self-paced-presence"
  video-check: film-check
`,
    ],
    ['\nrenamed:\n', '\nretired: [live-blended-hybrid]\n\nrenamed:\n'],
  );
  await edit(join(course, 'modules/five-shapes.md'), ['id: the-five-shapes\n', 'id: shapes-overview\n']);
  await edit(join(course, 'quizzes/shapes-quiz.yaml'), [
    'review: [the-five-shapes,',
    'review: [shapes-overview,',
  ]);
  await rename(join(course, 'modules/live-blended-hybrid.md'), join(course, '../live-blended-hybrid.md'));
  const presence = await readFile(join(course, 'modules/presence.md'), 'utf8');
  const [question = ''] = /:::question\{#self-paced-presence [\s\S]*?\n:::\n/.exec(presence) ?? [];
  await writeFile(join(course, 'modules/presence.md'), presence.replace(question, ''));
  await writeFile(
    join(course, 'modules/presence-alone.md'),
    `---
id: presence-alone
title: Presence without a cohort
minutes: 3
---

A course that people take one by one has no company to lend it life. Its pages have to do that.

${question}`,
  );
  await rename(join(course, 'quizzes/video-check.yaml'), join(course, 'quizzes/film-check.yaml'));
  await edit(
    join(course, 'quizzes/film-check.yaml'),
    [
      'You have time for one video this term. Which part of your course earns it?',
      'Which of these would you rather not film at all, since a page serves it better?',
    ],
    [
      '- text: The list of readings and dates\n',
      '- text: The list of readings and dates\n        correct: true\n',
    ],
    [
      '- text: How to hold the bow of a violin\n        correct: true\n',
      '- text: How to hold the bow of a violin\n',
    ],
  );
  await publish(course, out);
}
