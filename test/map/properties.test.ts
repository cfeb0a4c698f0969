import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, type Graph, pathwayGraph, plain, renderers } from '../../src/map/index.ts';
import { layout } from '../../src/map/layout.ts';
import type { Course } from '../../src/model/course.ts';
import { arbitraryCourse } from '../path/arbitrary.ts';
import { HOSTILE } from './courses.ts';
import { readDot, readMermaid, readSvg } from './parse.ts';

const RUNS = Number(process.env.COURSE_TEST_RUNS ?? 150);
const options = { palette: plain, unicode: true };

/** Random courses under random and hostile titles. */
const anyCourse: fc.Arbitrary<Course> = fc
  .tuple(
    arbitraryCourse,
    fc.array(
      fc.oneof(
        fc.constantFrom(...HOSTILE),
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ maxLength: 60 }),
      ),
      { minLength: 1, maxLength: 12 },
    ),
  )
  .map(([course, titles]) => ({
    ...course,
    items: course.items.map((item, i) => ({ ...item, title: titles[i % titles.length] ?? '' })),
  }));

const anyExcerpt = fc.record({ depth: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }) });

const partOf = (course: Course, { depth }: { depth: number | undefined }): Graph => {
  const graph = pathwayGraph(course);
  return excerpt(graph, depth === undefined ? {} : { depth }) ?? graph;
};

describe('every map of every course', () => {
  it('shows each item once, in formats that their own parsers accept', async () => {
    await fc.assert(
      fc.asyncProperty(anyCourse, anyExcerpt, async (course, how) => {
        const graph = partOf(course, how);
        const amount = graph.nodes.length;
        if (how.depth === undefined)
          expect(graph.nodes.map(({ id }) => id)).toEqual(course.items.map(({ id }) => id));
        expect((await readMermaid(renderers.mermaid.render(graph, options))).labels).toHaveLength(amount);
        expect(readDot(renderers.dot.render(graph, options)).labels).toHaveLength(amount);
        expect(readSvg(renderers.svg.render(graph, options)).labels).toHaveLength(amount);
        expect(JSON.parse(renderers.json.render(graph, options)).nodes).toHaveLength(amount);
        const lines = renderers.text.render(graph, options).split('\n');
        for (const { id } of graph.nodes)
          expect(lines.filter((line) => line.includes(`[${id}]`))).toHaveLength(1);
      }),
      { numRuns: RUNS },
    );
  });

  it('loses nothing by folding: what is hidden is counted, and no edge leads to nowhere', () => {
    fc.assert(
      fc.property(anyCourse, anyExcerpt, (course, how) => {
        const { nodes, edges } = partOf(course, how);
        const ids = new Set(nodes.map(({ id }) => id));
        const count = (kind: 'module' | 'quiz', folded: 'modules' | 'quizzes') =>
          nodes.reduce((sum, node) => sum + (node.kind === kind ? 1 : 0) + (node.folded?.[folded] ?? 0), 0);
        expect(count('module', 'modules')).toBe(course.items.filter(({ kind }) => kind === 'module').length);
        expect(count('quiz', 'quizzes')).toBe(course.items.filter(({ kind }) => kind === 'quiz').length);
        for (const { from, to } of edges)
          expect([ids.has(from), ids.has(to), from === to]).toEqual([true, true, false]);
        for (const { children, parent } of nodes)
          expect(
            [...children, ...(parent === undefined ? [] : [parent])].filter((id) => !ids.has(id)),
          ).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('places boxes within their frames and apart from each other', () => {
    fc.assert(
      fc.property(anyCourse, fc.integer({ min: 300, max: 1200 }), (course, width) => {
        const { nodes, width: whole, height } = layout(pathwayGraph(course), width);
        const places = new Map(nodes.map((placed) => [placed.node.id, placed]));
        for (const placed of nodes) {
          expect(placed.x >= 0 && placed.x + placed.width <= whole + 1).toBe(true);
          expect(placed.y >= 0 && placed.y + placed.height <= height + 1).toBe(true);
          const frame = places.get(placed.node.parent ?? '');
          if (frame === undefined) continue;
          expect(placed.x >= frame.x && placed.x + placed.width <= frame.x + frame.width + 1).toBe(true);
          expect(placed.y >= frame.y && placed.y + placed.height <= frame.y + frame.height + 1).toBe(true);
          for (const id of frame.node.children) {
            const other = places.get(id);
            if (other === undefined || other === placed) continue;
            const apart =
              placed.x + placed.width <= other.x ||
              other.x + other.width <= placed.x ||
              placed.y + placed.height <= other.y ||
              other.y + other.height <= placed.y;
            expect(apart).toBe(true);
          }
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('is the same for the same course', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const again = structuredClone(course);
        for (const renderer of Object.values(renderers))
          expect(renderer.render(pathwayGraph(again), options)).toBe(
            renderer.render(pathwayGraph(course), options),
          );
      }),
      { numRuns: 50 },
    );
  });
});
