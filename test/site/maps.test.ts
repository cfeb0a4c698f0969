import { describe, expect, it } from 'vitest';
import { MOST_ITEMS, MOST_LEVELS, planMaps } from '../../src/site/maps.ts';
import { courseOf, module, quiz, section } from '../path/build.ts';
import { filesOf, siteOf, textOf } from './course.ts';

const modules = (prefix: string, amount: number) =>
  Array.from({ length: amount }, (_, i) => module(`${prefix}${i}`));
const sections = (amount: number, inside: (s: number) => ReturnType<typeof modules>) =>
  Array.from({ length: amount }, (_, s) => section(`s${s}`, { type: 'hurdles' }, inside(s)));

const COURSES = {
  small: courseOf(
    section(
      'root',
      { type: 'linear' },
      sections(4, (s) => modules(`m${s}-`, 6)),
    ),
  ),
  'of 300 items': courseOf(
    section(
      'root',
      { type: 'linear' },
      sections(20, (s) => modules(`m${s}-`, 14)),
    ),
  ),
  'of 10,000 lessons': courseOf(
    section(
      'root',
      { type: 'linear' },
      sections(100, (s) => [...modules(`m${s}-`, 99), quiz(`q${s}`)]),
    ),
  ),
  'of 10,000 lessons in one section': courseOf(
    section('root', { type: 'random-access' }, modules('m', 10_000)),
  ),
  'with 400 small sections': courseOf(
    section(
      'root',
      { type: 'linear' },
      sections(400, (s) => modules(`m${s}-`, 2)),
    ),
  ),
  'of sixty levels': courseOf(
    Array.from({ length: 60 }).reduce<ReturnType<typeof section>>(
      (inner, _, i) => section(`s${i}`, { type: 'static-branching' }, [...modules(`m${i}-`, 9), inner]),
      section('core', { type: 'linear' }, modules('c', 2)),
    ),
  ),
};

describe.each(Object.entries(COURSES))('the map of a course %s', (_, course) => {
  const pages = planMaps(course);
  const shownOn = (page: (typeof pages)[number]) => {
    const items = new Map(course.items.map((item) => [item.id, item]));
    const shown: string[] = [];
    const waiting = [...page.children];
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
      shown.push(item.id);
      if (item.kind === 'section' && page.open.has(item.id))
        waiting.push(...item.children.flatMap((id) => items.get(id) ?? []));
    }
    return shown;
  };

  it('shows each item on exactly one page', () => {
    const shown = pages.flatMap(shownOn);
    expect(new Set(shown).size).toBe(shown.length);
    expect(shown).toHaveLength(course.items.length - 1);
  });

  it('shows no more on a page than people take in', () => {
    for (const page of pages) expect(shownOn(page).length).toBeLessThanOrEqual(MOST_ITEMS);
  });

  it('nests no more frames than fit on a phone', () => {
    const parents = new Map(course.items.map(({ id, parent }) => [id, parent]));
    for (const page of pages)
      for (const id of page.open) {
        let frames = 1;
        for (let up = parents.get(id); up !== undefined && page.open.has(up); up = parents.get(up)) frames++;
        expect(frames).toBeLessThanOrEqual(MOST_LEVELS);
      }
  });

  it('can be walked from the first page, and back', () => {
    const paths = pages.map(({ path }) => path);
    expect(paths[0]).toBe('map.html');
    expect(new Set(paths).size).toBe(paths.length);
    const reached = new Set(['map.html']);
    for (const page of pages) {
      expect(reached).toContain(page.path);
      const onward = [
        ...[...page.folded.values()].map(({ href }) => href),
        ...(page.next === undefined ? [] : [page.next]),
      ];
      for (const path of onward) reached.add(path);
      for (const path of [...onward, page.previous, page.up])
        if (path !== undefined) expect(paths).toContain(path);
    }
    expect(reached.size).toBe(paths.length);
  });
});

describe('the plan', () => {
  it.each([
    ['small', 1],
    ['of 300 items', 1],
    ['of 10,000 lessons', 101],
    ['of sixty levels', 13],
    ['of 10,000 lessons in one section', 34],
    // The first 300 are folded; the other 100 fit with what is in them.
    ['with 400 small sections', 302],
  ] as const)('of a course %s has %i pages', (name, amount) => {
    expect(planMaps(COURSES[name])).toHaveLength(amount);
  });

  it('says what is in a section that is folded', () => {
    expect(planMaps(COURSES['of 10,000 lessons'])[0]?.folded.get('s7')).toEqual({
      href: 'maps/s7.html',
      modules: 99,
      quizzes: 1,
    });
  });
});

describe('the pages', () => {
  const items = Array.from(
    { length: 12 },
    (_, s) =>
      `{ type: hurdles, id: s${s}, title: S${s}, items: [${Array.from({ length: 30 }, (_, i) => `m${s}-${i}`).join(', ')}] }`,
  );
  const site = siteOf(
    filesOf({
      'course.yaml': `id: c\ntitle: C\npathway:\n  type: linear\n  items:\n${items.map((item) => `    - ${item}\n`).join('')}`,
      ...Object.fromEntries(
        Array.from({ length: 360 }, (_, n) => [
          `modules/m${Math.floor(n / 30)}-${n % 30}.md`,
          `# M <b> & "${n}"\n\nText.\n`,
        ]),
      ),
    }),
  );

  it('fold: the first shows sections, each with a page of its own', () => {
    const first = textOf(site, 'map.html');
    expect([...first.matchAll(/<li class="stop"/g)]).toHaveLength(12);
    expect(first).toContain('<a href="maps/s3.html">S3</a>');
    expect(first).toContain('30 modules');
    const inner = textOf(site, 'maps/s3.html');
    expect([...inner.matchAll(/<li class="stop"/g)]).toHaveLength(30);
    expect(inner).toContain('href="../modules/m3-7.html"');
    expect(inner).toContain('href="../map.html"');
    expect(inner).toMatch(/<h1>S3<\/h1>/);
  });

  it('are linked from the home page and the progress page, and link back', () => {
    for (const path of ['index.html', 'progress.html'])
      expect(textOf(site, path)).toContain('href="map.html"');
    expect(textOf(site, 'map.html')).toContain('href="index.html#map"');
  });

  it('carry each item for the runtime once, in nested lists', () => {
    const ids = [...textOf(site, 'maps/s3.html').matchAll(/ data-item="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(Array.from({ length: 30 }, (_, i) => `m3-${i}`));
    expect(textOf(site, 'maps/s3.html')).toContain('<ol class="way" data-shape="hurdles">');
  });
});
