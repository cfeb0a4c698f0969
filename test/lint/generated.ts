import type { CourseFolder } from '../fixtures/harness/complete.ts';

/** Courses that show the rules about size and depth. */
export const GENERATED: Readonly<Record<string, () => CourseFolder>> = {
  'file/too-large': () => ({ 'modules/page.md': 'x'.repeat(20 * 1024 * 1024) }),
  'markdown/too-large': () => ({ 'modules/page.md': 'word '.repeat(90_000) }),
  'yaml/too-deep': () => ({ 'glossary.yaml': `Flour: ${'['.repeat(2000)}${']'.repeat(2000)}\n` }),
  'schema/too-many': () => ({
    'glossary.yaml': Array.from({ length: 500 }, (_, index) => `term-${index}: [not, text]\n`).join(''),
  }),
};
