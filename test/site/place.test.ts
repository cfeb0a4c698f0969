import { describe, expect, it } from 'vitest';
import { createPlaces } from '../../src/site/place.ts';
import { filesOf, loadCourse, siteOf } from './course.ts';

/** A course of one long section, or of what is given as the pathway. */
function courseOf(items: string, pages: readonly string[]) {
  return filesOf({
    'course.yaml': `id: c\ntitle: C\npathway:\n  type: linear\n  items:\n${items}\n`,
    ...Object.fromEntries(pages.map((id) => [`modules/${id}.md`, `# Title of ${id}\n\nText.\n`])),
  });
}

function placesOf(files: ReturnType<typeof courseOf>) {
  const { course } = loadCourse(files);
  if (course === undefined) throw new Error('no course');
  const places = createPlaces(course);
  return (id: string) => {
    const item = course.items.find((each) => each.id === id);
    if (item === undefined || item.kind === 'section') throw new Error(`no page ${id}`);
    return places(item);
  };
}

describe('previous and next', () => {
  const place = placesOf(
    courseOf(
      `    - a
    - { type: hurdles, id: s, title: S, items: [b, { type: random-access, id: t, title: T, items: [c] }] }
    - { type: dynamic-branching, id: d, title: D, options: [{ id: o1, title: O1, items: [e, f] }, { id: o2, title: O2, items: [g] }] }
    - { type: static-branching, id: v, title: V, branches: [{ id: b1, title: B1, items: [h] }, { id: b2, title: B2, items: [i] }] }
    - j`,
      [...'abcefghij'],
    ),
  );
  const around = (id: string) => {
    const { previous, next } = place(id);
    return [previous?.item.id, next?.item.id];
  };

  it.each([
    ['a', undefined, 'b'],
    ['b', 'a', 'c'],
    ['c', 'b', 'd'],
    // Whoever took one option goes on behind the section, not to the other option.
    ['e', 'c', 'f'],
    ['f', 'e', 'v'],
    ['g', 'c', 'v'],
    // All branches are taken: the next one follows.
    ['h', 'd', 'i'],
    ['i', 'h', 'j'],
    ['j', 'v', undefined],
  ])('of %s are %s and %s', (id, previous, next) => {
    expect(around(id)).toEqual([previous, next]);
  });

  it('lead to the map where there is a choice to make', () => {
    expect(place('c').next?.href).toBe('index.html#item-d');
    expect(place('a').next?.href).toBe('modules/b.html');
  });

  it('stand beside the way down to the section', () => {
    expect(place('c').trail.map((step) => step.item.id)).toEqual(['s', 't']);
    expect(place('a').trail).toEqual([]);
  });
});

describe('a long course', () => {
  const site = (length: number) => {
    const pages = Array.from({ length }, (_, index) => `p${index}`);
    return siteOf(courseOf(`    - { type: linear, id: s, title: S, items: [${pages.join(', ')}] }`, pages));
  };
  const size = (files: ReturnType<typeof site>, path: string) => {
    const content = files.find((file) => file.path === path)?.content;
    return typeof content === 'string' ? content.length : 0;
  };

  it('has pages of the same size as a short one', () => {
    const short = site(40);
    const long = site(400);
    // `21 more before` has more digits than `12 more before`, and that is all.
    expect(Math.abs(size(long, 'modules/p20.html') - size(short, 'modules/p20.html'))).toBeLessThan(10);
    expect(size(short, 'modules/p20.html')).toBeGreaterThan(2000);
  });
});
