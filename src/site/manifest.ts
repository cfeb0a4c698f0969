import type { Course } from '../model/course.ts';

/** `course.js`: the compiled course as a classic script, since pages opened from a disk cannot fetch. */
export function manifestScript(
  course: Course,
  site: { readonly title: string; readonly version: string },
): string {
  const data = JSON.stringify({ course, site })
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return `window.coursewright=${data};\n`;
}
