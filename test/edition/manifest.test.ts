import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { editionOfCourse } from '../../src/edition/course-edition.ts';
import { diff, type Published } from '../../src/edition/diff.ts';
import { diffJson } from '../../src/edition/diff-json.ts';
import { parseManifest } from '../../src/edition/manifest.ts';
import { ruleContext } from '../../src/edition/rule-words.ts';
import type { Course } from '../../src/model/course.ts';
import { manifestScript } from '../../src/site/manifest.ts';
import { BREAD, published } from './published.ts';

let bread: Awaited<ReturnType<typeof published>>;
beforeAll(async () => {
  bread = await published(BREAD);
});

const script = (course: unknown) => `window.coursewright=${JSON.stringify({ course })};\n`;

describe('a manifest', () => {
  it('is read as it was written', () => {
    const text = manifestScript(bread.course, { title: 'Bread', version: '1' });
    expect(parseManifest(text)).toEqual(bread.course);
  });

  it('is found in a page that speaks of manifests', () => {
    const page = `<p>window.coursewright=1 and window.coursewright={"course":{}};</p>\n<script>${manifestScript(bread.course, { title: 'Bread', version: '1' })}</script>\n`;
    expect(parseManifest(page)).toEqual(bread.course);
  });

  it.each([
    [
      'a ring of sections',
      (course: Course) =>
        course.items.map((item) => (item.id === 'basics' ? { ...item, parent: 'check' } : item)),
    ],
    [
      'a child of two sections',
      ({ items }: Course) =>
        items.map((item) =>
          item.id === 'loaves' && item.kind === 'section'
            ? { ...item, children: [...item.children, 'flour'] }
            : item,
        ),
    ],
    ['one id twice', ({ items }: Course) => [...items, ...items.slice(1)]],
    [
      'sections within sections without end',
      ({ items }: Course) => [
        items[0],
        ...Array.from({ length: 5000 }, (_, i) => ({
          kind: 'section',
          type: 'linear',
          autoplay: false,
          id: `s${i}`,
          title: '',
          parent: i === 0 ? 'pathway' : `s${i - 1}`,
          optional: false,
          minutes: 0,
          points: 0,
          children: [`s${i + 1}`],
        })),
      ],
    ],
  ])('is refused with %s', (_, items) => {
    expect(parseManifest(script(bread.course))).toEqual(bread.course);
    expect(parseManifest(script({ ...bread.course, items: items(bread.course) }))).toBeUndefined();
  });

  it('may hold anything: it is read or not, compared, and touches no prototype', () => {
    const odd = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>(
        '__proto__',
        'constructor',
        'flour',
        'check',
        -1,
        1e308,
        null,
        [],
        {},
        { type: 'not', of: { type: 'not' } },
        '<script>',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(), odd), { minLength: 1, maxLength: 4 }), (edits) => {
        const value: unknown = JSON.parse(JSON.stringify(bread.course));
        for (const [path, field, put] of edits) mutate(value, path, field, structuredClone(put));
        const course = parseManifest(script(value));
        if (course === undefined) return;
        const now: Published = {
          edition: editionOfCourse(course),
          course,
          renamed: new Map(Object.entries(course.renamed ?? {})),
          retired: new Set(),
        };
        for (const [one, other] of [
          [bread, now],
          [now, bread],
        ] as const) {
          const found = diff(one, other);
          const facts = { kind: 'site' as const, from: 'x', course: { id: 'x', title: 'x' } };
          const words = ruleContext(one, other, String);
          expect(() =>
            JSON.parse(diffJson(found, { old: facts, now: facts, place: () => undefined, words })),
          ).not.toThrow();
        }
      }),
      { numRuns: Number(process.env.COURSE_TEST_RUNS ?? 500) },
    );
    expect(Reflect.ownKeys(Object.prototype)).toEqual(PROTOTYPE);
  });
});

const PROTOTYPE = Reflect.ownKeys(Object.prototype);

/** Puts a value somewhere into a tree of JSON. */
function mutate(value: unknown, path: number, field: number, put: unknown): void {
  let at: unknown = value;
  for (let steps = path % 6; steps > 0; steps--) {
    const inner: unknown[] =
      typeof at === 'object' && at !== null
        ? Object.values(at).filter((each) => typeof each === 'object' && each !== null)
        : [];
    if (inner.length === 0) break;
    at = inner[path % inner.length];
  }
  if (typeof at !== 'object' || at === null) return;
  const keys = Object.keys(at);
  const key = keys[field % Math.max(1, keys.length)];
  if (key !== undefined)
    Object.defineProperty(at, key, { value: put, enumerable: true, configurable: true, writable: true });
}
