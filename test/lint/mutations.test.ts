import fc from 'fast-check';
import { expect, it } from 'vitest';
import { courseOf } from '../fixtures/harness/course.ts';
import { fixtureNames } from '../fixtures/harness/disk.ts';
import { diagnose } from '../fixtures/harness/load.ts';

const names = fixtureNames();

/** What slips of the keyboard and bad merges put into a file. */
const rubbish = fc.oneof(
  fc.constantFrom(
    ':::',
    '---\n',
    '\t',
    '- ',
    ': ',
    '"',
    '[',
    ']',
    '{',
    '}',
    '![](',
    '<!--',
    '$$',
    '`',
    '*',
    '&a ',
    '\u0000',
    '\r',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const slip = fc.record({
  file: fc.nat(),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  gone: fc.nat(30),
  put: rubbish,
});

// Whatever is wrong with a course, the author gets findings with words and places, never a crash.
it('describes every damaged course', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.array(slip, { minLength: 1, maxLength: 4 }),
      async (name, slips) => {
        const files: Record<string, string | Uint8Array> = { ...courseOf(name).course };
        for (const { file, at, gone, put } of slips) {
          const paths = Object.keys(files);
          const path = paths[file % paths.length] ?? '';
          const text = files[path];
          if (typeof text !== 'string') continue;
          const start = Math.floor(at * text.length);
          files[path] = text.slice(0, start) + put + text.slice(start + gone);
        }
        for (const { message, help, file, start, end, rule } of await diagnose(files)) {
          for (const words of [message, help ?? '.']) {
            expect(words, rule).not.toMatch(/undefined|NaN|\[object|\bnull\b/);
            expect(words, rule).toMatch(/[.?!)]$/);
          }
          expect(Object.keys(files).concat('course.yaml'), rule).toContain(file);
          expect(end.offset, rule).toBeGreaterThanOrEqual(start.offset);
        }
      },
    ),
    { numRuns: Number(process.env.COURSE_TEST_RUNS ?? 300) },
  );
});
