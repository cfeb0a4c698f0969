import { expect, it } from 'vitest';
import { completeCourse } from '../fixtures/harness/complete.ts';
import { diagnose } from '../fixtures/harness/load.ts';

const dough = (items: string) => `pathway:
  type: linear
  items:
    - { type: linear, id: dough, title: Dough, items: [${items}] }
`;

/** A route over options of which one holds a choice. */
const nested = (when: string) => `pathway:
  type: linear
  items:
    - flour
    - type: dynamic-branching
      id: second
      title: Second
      route: [{ when: ${when}, to: c }, { otherwise: d }]
      options:
        - { id: c, title: C, items: [salt] }
        - id: d
          title: D
          items:
            - type: dynamic-branching
              id: third
              title: Third
              choose: 1
              options: [{ id: e, title: E, items: [water] }, { id: f, title: F, items: [yeast] }]
`;

/** A route in one option of a choice. */
const inside = (when: string) => `pathway:
  type: linear
  items:
    - type: dynamic-branching
      id: first
      title: First
      choose: 1
      switch: true
      options:
        - id: a
          title: A
          items:
            - type: dynamic-branching
              id: second
              title: Second
              route: [{ when: ${when}, to: c }, { otherwise: d }]
              options: [{ id: c, title: C, items: [salt] }, { id: d, title: D, items: [yeast] }]
        - { id: b, title: B, items: [water, flour] }
`;

/** Two routes, one after the other. */
const routes = (first: string, second: string) => `pathway:
  type: linear
  items:
    - basics
    - type: dynamic-branching
      id: earlier
      title: Earlier
      route: [{ when: ${first}, to: a }, { otherwise: b }]
      options: [{ id: a, title: A, items: [salt] }, { id: b, title: B, items: [water] }]
    - type: dynamic-branching
      id: second
      title: Second
      route: [{ when: ${second}, to: c }, { otherwise: d }]
      options: [{ id: c, title: C, items: [yeast] }, { id: d, title: D, items: [flour] }]
`;

/** An item, a quiz, and a section after them. */
const later = (first: string, how: string, only = '{ item: salt, optional: true }') => `pathway:
  type: linear
  items:
    - ${first}
    - basics
    - { type: linear, id: extra, title: Extra, ${how}items: [${only}] }
    - water
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
  ['a route by a choice inside one of its options', nested('{ chosen: e }'), 1],
  ['a route by a choice inside one of its options, the other way round', nested('{ not: { chosen: e } }'), 1],
  [
    'a route by a badge for a choice inside one of its options',
    `${nested('{ badge: baker }')}badges:\n  baker: { title: Baker, when: { chosen: e } }\n`,
    1,
  ],
  ['a route by what an earlier one decided', routes('{ passed: basics }', '{ chosen: a }'), 0],
  [
    'a route by what a later one decides, whose turn comes after it',
    routes('{ chosen: c }', '{ passed: basics }'),
    1,
  ],
  ['a route by the choice that it stands in', inside('{ chosen: a }'), 1],
  ['a route by the choice beside the one that it stands in', inside('{ chosen: b }'), 0],
  [
    'an item waits for a later section with nothing required in it',
    later('{ item: flour, when: { completed: extra } }', 'optional: true, '),
    1,
  ],
  [
    'an item waits for a later section in which something may be hidden',
    later(
      '{ item: flour, when: { not: { completed: extra } } }',
      '',
      '{ item: salt, when: { passed: basics } }',
    ),
    1,
  ],
  [
    'an item waits for what comes before it, a section with nothing required in it',
    `pathway:
  type: linear
  items:
    - { type: linear, id: extra, title: Extra, items: [{ item: salt, optional: true }] }
    - { item: flour, when: { completed: extra } }
    - water
`,
    0,
  ],
  [
    'an optional item waits for a later section with nothing required in it',
    later('{ item: flour, optional: true, when: { completed: extra } }', 'optional: true, '),
    0,
  ],
])('%s', async (_, course, circles) => {
  const used = ['salt', 'yeast'].filter((id) => course.includes(id));
  const files = Object.fromEntries(used.map((id) => [`modules/${id}.md`, 'A little.\n']));
  const found = await diagnose(completeCourse({ 'course.yaml': course, ...files }));
  const rules = found.map((each) => each.rule);
  expect(rules).toEqual(rules.filter((rule) => rule === 'path/circular'));
  expect(rules).toHaveLength(circles);
});
