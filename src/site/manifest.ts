import type { Course } from '../model/course.ts';
import { shortDigest } from '../model/digest.ts';

/**
 * `course.js`: the compiled course as a classic script, since pages opened from a disk cannot fetch. `edition` tells one edition of it from another.
 */
export function manifestScript(
  course: Course,
  site: { readonly title: string; readonly version: string },
): string {
  const edition = shortDigest(JSON.stringify(course));
  const data = JSON.stringify({ course, site: { ...site, edition } })
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return `window.coursewright=${data};\n`;
}
