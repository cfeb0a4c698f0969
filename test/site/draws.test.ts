import { describe, expect, it } from 'vitest';
import { filesOf, siteOf, textOf, unsealed } from './course.ts';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const TEXTS = {
  'course.yaml': `id: drawn
title: Drawn
pathway: { type: linear, items: [intro, part/test, other] }
`,
  'modules/intro.md': '# Intro\n\nHello.\n',
  'assets/dot.png': Uint8Array.from(Buffer.from(PNG, 'base64')),
  'quizzes/banks/shapes.yaml': `bank: true
questions:
  - id: dot
    prompt: "What is ![a picture](../../assets/dot.png)? See [the intro](../../modules/intro.md)."
    options:
      - { text: A secret dot, correct: true, feedback: "Yes: [intro](intro)." }
      - { text: A line }
    explanation: Small and round.
  - id: many
    type: multiple
    prompt: Which are round?
    options: [{ text: Secret circles, correct: true }, { text: Secret discs, correct: true }, { text: Squares }]
  - id: far
    prompt: "And ![elsewhere](https://pictures.example/a.png)?"
    options: [{ text: A, correct: true }, { text: B }]
`,
  'quizzes/part/test.yaml': `title: Test
questions:
  - { id: first, prompt: First?, options: [{ text: A, correct: true }, { text: B }] }
  - { draw: 2, from: banks/shapes, points: 4 }
  - { id: last, prompt: Last?, options: [{ text: A, correct: true }, { text: B }] }
`,
  'quizzes/other.yaml': `title: Other
questions:
  - { draw: 1, from: banks/shapes }
`,
};

const site = siteOf(filesOf(TEXTS), {
  questions: new Map([
    ['single', { name: 'questions-single', text: 'single' }],
    ['multiple', { name: 'questions-multiple', text: 'multiple' }],
  ]),
});
const page = textOf(site, 'quizzes/part/test.html');

describe('the page of a quiz that draws', () => {
  it('shows what is always asked, with its place in an attempt, and says where questions are drawn', () => {
    const shown = [...page.matchAll(/data-question="([^"]*)"|<p class="draw" data-draw="(\d)"/g)];
    expect(shown.map(([, key, draw]) => key ?? draw)).toEqual(['part/test#first', '0', 'part/test#last']);
    expect(page).toContain('Question 1 of 4');
    expect(page).toContain('Question 4 of 4');
    expect(page).toContain('2 questions are drawn by chance here');
  });

  it('says how much an attempt asks', () => {
    expect(page).toMatch(/4 questions/);
    expect(textOf(site, 'index.html')).not.toContain('banks/shapes.html');
  });

  it('carries each candidate with its form, worth what the draw says', () => {
    const questions = unsealed(page);
    expect(questions.map(({ key }) => key)).toEqual([
      'part/test#first',
      'part/test#last',
      'part/test#banks/shapes/dot',
      'part/test#banks/shapes/many',
      'part/test#banks/shapes/far',
    ]);
    expect(questions.map(({ form }) => form !== undefined)).toEqual([false, false, true, true, true]);
    expect(questions.map(({ points }) => points)).toEqual([1, 1, 4, 4, 4]);
    const form = questions[2]?.form ?? '';
    expect(form).toMatch(
      /^<div class="question" id="c-banks\/shapes\/dot" data-question="part\/test#banks\/shapes\/dot"/,
    );
    expect(form).toContain('<span data-number></span> · 4 points');
  });

  it('joins what candidates refer to relative to the file of their bank, for the page that asks them', () => {
    const [, , dot] = unsealed(page);
    expect(dot?.form).toMatch(/src="\.\.\/\.\.\/media\/dot\.\w+\.png"/);
    expect(dot?.form).toContain('href="../../modules/intro.html"');
    expect(JSON.stringify(dot)).toContain('Yes: <a href=\\"../../modules/intro.html\\"');
    const [other] = unsealed(textOf(site, 'quizzes/other.html'));
    expect(other?.form).toContain('href="../modules/intro.html"');
    expect(site.some(({ path }) => /^media\/dot\./.test(path))).toBe(true);
  });

  it('may load what any candidate shows, and loads the scripts of all their types', () => {
    expect(page).toMatch(/img-src 'self' https:\/\/pictures\.example/);
    expect(page).toMatch(/assets\/questions-single\./);
    expect(page).toMatch(/assets\/questions-multiple\./);
  });

  it('has no key, and nothing of a candidate, that can be read at a glance; the manifest neither', () => {
    const manifest = textOf(site, 'course.js');
    for (const text of [page, manifest])
      expect(text).not.toMatch(/secret|correct|round|feedback":|Small and/i);
    const course = JSON.parse(manifest.replace(/^window\.coursewright=/, '').replace(/;\n$/, '')).course;
    const quiz = course.items.find((item: { id: string }) => item.id === 'part/test');
    expect(quiz.draws).toEqual([{ count: 2, points: 4, from: 2, to: 5, before: 1 }]);
  });

  it('is made for quizzes alone: a bank has no page', () => {
    expect(site.map(({ path }) => path).filter((path) => path.startsWith('quizzes/'))).toEqual([
      'quizzes/part/test.html',
      'quizzes/other.html',
    ]);
  });
});
