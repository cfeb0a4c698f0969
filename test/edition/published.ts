import type { Published } from '../../src/edition/diff.ts';
import { editionOf } from '../../src/edition/edition.ts';
import { carriedNames } from '../../src/edition/lock.ts';
import { questionsOf } from '../../src/edition/place.ts';
import type { Course } from '../../src/model/course.ts';
import { loadCourse } from '../fixtures/harness/load.ts';

export type Files = Record<string, string>;

/** An edition of a course in memory with all that a comparison can know of it. Throws where course.yaml cannot be used. */
export async function published(files: Files): Promise<Published & { readonly course: Course }> {
  const loaded = await loadCourse(files);
  const { course } = loaded;
  if (!course) throw new Error('The course cannot be read.');
  return {
    edition: editionOf({ ...loaded, course }),
    course,
    questions: questionsOf(loaded),
    ...carriedNames(loaded.editions),
  };
}

/** The files with some texts replaced; `null` takes a file away. Throws where a text to be replaced is not there. */
export function changed(
  files: Files,
  changes: Readonly<Record<string, string | null | readonly (readonly [from: string, to: string])[]>>,
): Files {
  const found: Files = { ...files };
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) delete found[path];
    else if (typeof change === 'string') found[path] = change;
    else
      found[path] = change.reduce((text, [from, to]) => {
        if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
        return text.replace(from, to);
      }, found[path] ?? '');
  }
  return found;
}

/** A small course with something of everything that progress hangs on. */
export const BREAD: Files = {
  'course.yaml': `id: bread
title: Bread
competencies:
  dough: { title: Handle dough, mastery: 80%, evidence: 1 }
badges:
  baker: { title: Baker, when: { passed: check } }
pathway:
  type: linear
  items:
    - flour
    - type: hurdles
      id: basics
      title: Basics
      items: [kneading, check]
    - type: dynamic-branching
      id: loaves
      title: Loaves
      choose: 1
      options:
        - { id: rye, title: Rye, items: [rye-bread] }
        - { id: wheat, title: Wheat, items: [wheat-bread] }
    - final
`,
  'modules/flour.md': `---
title: Flour
---

Flour is ground grain. Strong flour has more protein, so that the dough holds its shape while it rises for many hours.

:::question{#protein competency=dough}
Which flour has the most protein of these three?

- [x] Strong white flour for bread
- [ ] Soft flour for cakes
- [ ] Starch made of maize
:::
`,
  'modules/kneading.md': `---
title: Kneading
---

Kneading lines up the gluten. Push the dough away with the heel of your hand, fold it back, and turn it by a quarter.
`,
  'modules/rye-bread.md': `---
title: Rye bread
---

Rye wants a sour dough: the acid keeps the enzymes of the grain from eating the starch.
`,
  'modules/wheat-bread.md': `---
title: Wheat bread
---

Wheat is forgiving: yeast, water, salt and a little patience are all that a first loaf needs.
`,
  'quizzes/check.yaml': `title: Basics check
pass: 60%
attempts: 3
exhausted: review
review: [kneading]
questions:
  - id: gluten
    prompt: What does kneading do to the gluten in the dough?
    competency: dough
    options:
      - { text: It lines it up, correct: true }
      - { text: It dissolves it in the water }
      - { text: It burns it away }
  - id: salt
    prompt: How many grams of salt go with a kilogram of flour?
    answer: 20
    type: numeric
`,
  'quizzes/final.yaml': `title: Final
pass: 50%
questions:
  - draw: 1
    from: pool
`,
  'quizzes/pool.yaml': `title: Pool
bank: true
questions:
  - { id: crust, prompt: Does steam in the oven make the crust shine?, answer: true, type: true-false }
  - { id: crumb, prompt: Is the crumb done when the loaf sounds hollow?, answer: true, type: true-false }
`,
};
