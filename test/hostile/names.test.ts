import { expect, it } from 'vitest';
import { compile } from '../edition/random/compiled.ts';
import { expectUntouched } from './harness.ts';
import { NAMES } from './poison.ts';
import { use } from './use.ts';

const question = (id: string) => `:::question{#${id} competency=${id}}
Which?

- [x] This
- [ ] That
:::
`;

/** A course in which everything that has a name has this one. */
const folder = (name: string) => ({
  'course.yaml': `id: names
title: Names
competencies: { ${JSON.stringify(name)}: { title: C } }
badges: { ${JSON.stringify(name)}: { title: B, when: { completed: page } } }
pathway:
  type: linear
  items: [page, { type: random-access, id: ${JSON.stringify(name)}, title: S, items: [quiz] }]
`,
  'modules/page.md': `---\ntitle: Page\n---\n\nText.\n\n${question(name)}`,
  'quizzes/quiz.yaml': `title: Quiz\nquestions:\n  - id: ${JSON.stringify(name)}\n    prompt: How many?\n    answers: [4]\n`,
});

it.each(NAMES)('a course may try to call everything %s: that is ordinary or refused', async (name) => {
  const compiled = await compile(folder(name));
  if (compiled) {
    const { course } = compiled;
    for (const item of course.items) {
      const keys = 'questions' in item ? item.questions.map(({ key }) => key) : [];
      const credits = Object.fromEntries(keys.map((key) => [key, 1]));
      use(
        course,
        [
          { type: 'opened', item: item.id, device: 'a', n: 1, at: 0 },
          {
            type: 'submitted',
            item: item.id,
            attempt: 1,
            earned: 1,
            possible: 1,
            credits,
            device: 'a',
            n: 2,
            at: 0,
          },
        ],
        0,
      );
    }
  }
  // What all objects have names nothing that learners' work hangs on.
  expect(compiled === undefined).toBe(name in {} || name === 'prototype');
  expectUntouched();
});
