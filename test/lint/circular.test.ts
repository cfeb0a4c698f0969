import { expect, it } from 'vitest';
import { completeCourse } from '../fixtures/harness/complete.ts';
import { diagnose } from '../fixtures/harness/load.ts';

const dough = (items: string) => `pathway:
  type: linear
  items:
    - { type: linear, id: dough, title: Dough, items: [${items}] }
`;

it.each<[string, string, number]>([
  ['an item waits for its own section', dough('flour, { item: water, when: { completed: dough } }'), 1],
  [
    'a section waits for itself',
    'pathway:\n  type: linear\n  items:\n    - { type: linear, id: dough, title: Dough, when: { completed: dough }, items: [flour, water] }\n',
    1,
  ],
  [
    'an item waits for the whole pathway',
    dough('flour, { item: water, requires: { completed: pathway } }'),
    1,
  ],
  ['not is no way out', dough('flour, { item: water, when: { not: { completed: dough } } }'), 1],
  [
    'a section is there until its own child is completed',
    'pathway:\n  type: linear\n  items:\n    - { type: linear, id: dough, title: Dough, when: { not: { completed: flour } }, items: [flour, water] }\n',
    1,
  ],
  [
    'a section waits for what its child earns',
    'pathway:\n  type: linear\n  items:\n    - { type: linear, id: dough, title: Dough, when: { badge: baker }, items: [flour, water] }\nbadges:\n  baker: { title: Baker, when: { completed: flour } }\n',
    1,
  ],
  [
    'an item is there until it is completed',
    dough('flour, { item: water, when: { not: { completed: water } } }'),
    1,
  ],
  [
    'an item waits for its neighbour to be undone',
    dough('{ item: water, when: { not: { completed: flour } } }, flour'),
    0,
  ],
  [
    'a badge waits for itself',
    `${dough('flour, water')}badges:\n  baker: { title: Baker, when: { badge: baker } }\n`,
    1,
  ],
  [
    'two badges wait for each other: one finding',
    `${dough('flour, water')}badges:\n  a: { title: A, when: { badge: b } }\n  b: { title: B, when: { badge: a } }\n`,
    1,
  ],
  [
    'a badge opens an item of the section that earns it',
    `${dough('flour, { item: water, when: { badge: baker } }')}badges:\n  baker: { title: Baker, when: { completed: dough } }\n`,
    1,
  ],
  [
    'a badge of an earlier item opens a later one',
    `${dough('flour, { item: water, when: { badge: baker } }')}badges:\n  baker: { title: Baker, when: { completed: flour } }\n`,
    0,
  ],
  [
    'a later item waits for an earlier one',
    dough('flour, { item: water, requires: { completed: flour } }'),
    0,
  ],
  ['a remedial item after a weak quiz', dough('basics, { item: flour, when: { failed: basics } }, water'), 0],
  [
    'the end waits for the pathway, the certificate too',
    `complete: { completed: pathway }\ncertificate: { title: Baker, when: { completed: dough } }\n${dough('flour, water')}`,
    0,
  ],
  [
    'a route by an earlier choice',
    `pathway:
  type: linear
  items:
    - type: dynamic-branching
      id: first
      title: First
      options:
        - { id: a, title: A, items: [flour] }
        - { id: b, title: B, items: [water] }
    - type: dynamic-branching
      id: second
      title: Second
      route: [{ when: { chosen: a }, to: c }, { otherwise: d }]
      options:
        - { id: c, title: C, items: [salt] }
        - { id: d, title: D, items: [yeast] }
`,
    0,
  ],
  [
    'a route by its own options',
    `pathway:
  type: linear
  items:
    - type: dynamic-branching
      id: second
      title: Second
      route: [{ when: { chosen: c }, to: c }, { otherwise: d }]
      options:
        - { id: c, title: C, items: [salt] }
        - { id: d, title: D, items: [yeast] }
`,
    1,
  ],
])('%s', async (_, course, circles) => {
  const modules = { 'modules/salt.md': 'Two percent.\n', 'modules/yeast.md': 'A little.\n' };
  const files = course.includes('salt') ? modules : {};
  const found = await diagnose(completeCourse({ 'course.yaml': course, ...files }));
  const rules = found.map((each) => each.rule);
  expect(rules).toEqual(rules.filter((rule) => rule === 'path/circular'));
  expect(rules).toHaveLength(circles);
});
