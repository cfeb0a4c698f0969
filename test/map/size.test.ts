import { describe, expect, it } from 'vitest';
import { excerpt, pathwayGraph, plain, renderers } from '../../src/map/index.ts';
import type { Course } from '../../src/model/course.ts';
import { courseOf, module, type Node, section } from '../path/build.ts';
import { readSvg } from './parse.ts';

const options = { palette: plain, unicode: true };

/** `sections` of 100 modules each. */
const wide = (sections: number): Course =>
  courseOf(
    section(
      'root',
      { type: 'linear' },
      Array.from({ length: sections }, (_, s) =>
        section(
          `s${s}`,
          { type: 'hurdles' },
          Array.from({ length: 100 }, (_, i) => module(`m${s}-${i}`)),
        ),
      ),
    ),
  );

/** Sections within sections, of all shapes in turn, each with a module beside the next. */
const deep = (levels: number): Course => {
  const rules = [
    { type: 'linear' },
    { type: 'static-branching' },
    { type: 'random-access' },
    { type: 'choose' },
    { type: 'hurdles' },
  ] as const;
  let inner: Node = module('core');
  for (let level = levels; level > 0; level--)
    inner = section(`s${level}`, rules[level % rules.length] ?? { type: 'linear' }, [
      module(`m${level}`),
      inner,
    ]);
  return courseOf(section('root', { type: 'linear' }, [inner]));
};

describe.each(Object.entries(renderers))('%s', (_, renderer) => {
  it('grows in step with the course', () => {
    const size = (sections: number) => renderer.render(pathwayGraph(wide(sections)), options).length;
    const [small, large] = [size(10), size(100)];
    // Ten times as much, and longer ids and numbers.
    expect(large / small).toBeGreaterThan(9);
    expect(large / small).toBeLessThan(12);
  });

  it('shows sixty levels', () => {
    const course = deep(60);
    const text = renderer.render(pathwayGraph(course), options);
    expect(text).toContain('CORE');
    expect(text).toContain('S60');
  });
});

describe('huge courses', () => {
  it('fold to a picture that people can take in', () => {
    const part = excerpt(pathwayGraph(wide(100)), { depth: 0 });
    expect(part?.nodes).toHaveLength(101);
    expect(part?.nodes[1]?.folded).toEqual({ modules: 100, quizzes: 0 });
  });

  it('are as wide as small ones, and deep ones little wider', () => {
    const widthOf = (course: Course) =>
      Number(readSvg(renderers.svg.render(pathwayGraph(course), options)).elements[0]?.attributes.width);
    expect(widthOf(wide(100))).toBe(widthOf(wide(1)));
    expect(widthOf(deep(60))).toBeLessThan(5000);
  });
});
