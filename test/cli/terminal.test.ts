import { describe, expect, it } from 'vitest';
import { shortPath } from '../../src/cli/path.ts';
import { explain } from '../../src/cli/program.ts';
import { showProgress } from '../../src/cli/progress.ts';
import { count, size } from '../../src/cli/quantities.ts';
import { processTerminal, type Terminal } from '../../src/cli/terminal.ts';
import { Refusal } from '../../src/platform/refusal.ts';

function terminal(animated: boolean): Terminal & { readonly said: string[] } {
  const said: string[] = [];
  const err = (text: string) => void said.push(text);
  return {
    out: err,
    err,
    said,
    animated,
    color: false,
    unicode: true,
    interactive: false,
    columns: 80,
    command: 'course',
  };
}

describe('progress', () => {
  const work = (animated: boolean, times: readonly number[]) => {
    let now = 0;
    const screen = terminal(animated);
    const progress = showProgress(screen, 'Reading', () => now);
    times.forEach((time, index) => {
      now = time;
      progress.update(index + 1, times.length);
    });
    progress.end();
    return screen.said;
  };

  it('says nothing of work that is shorter than a blink, nor where nothing can be redrawn', () => {
    expect(work(true, [0, 100, 399])).toEqual([]);
    expect(work(false, [0, 500, 5000])).toEqual([]);
  });

  it('draws one line, not too often, and takes it away', () => {
    expect(work(true, [100, 450, 460, 600])).toEqual([
      '\r\u001b[2KReading: 2 of 4',
      '\r\u001b[2KReading: 4 of 4',
      '\r\u001b[2K',
    ]);
  });
});

describe('the terminal', () => {
  const streams = (isTTY: boolean) => {
    const stream = { isTTY, columns: 132, write: () => true };
    return { stdin: { isTTY }, stdout: stream, stderr: stream };
  };

  it.each([
    [{}, true, { color: true, interactive: true, animated: true, columns: 132 }],
    [{}, false, { color: false, interactive: false, animated: false }],
    [{ CI: 'true' }, true, { interactive: false, animated: false }],
    [{ CI: 'false' }, true, { interactive: true, animated: true }],
    [{ TERM: 'dumb' }, true, { color: false, interactive: false, animated: false }],
    [{ NO_COLOR: '1' }, true, { color: false, interactive: true, animated: true }],
    [{}, true, { unicode: true }],
    [{ LANG: 'de_DE.UTF-8' }, true, { unicode: true }],
    [{ LANG: 'de_DE.ISO-8859-1' }, true, { unicode: false }],
    [{ LANG: 'C.utf8', LC_ALL: 'C' }, true, { unicode: false }],
    // Files and pipes take UTF-8 whatever the terminal does.
    [{ LC_ALL: 'C' }, false, { unicode: true }],
    [{ TERM: 'linux', LANG: 'en_US.UTF-8' }, true, { unicode: false }],
    [{ OS: 'Windows_NT' }, true, { unicode: false }],
    [{ OS: 'Windows_NT', WT_SESSION: 'x' }, true, { unicode: true }],
  ])('%j, a terminal: %s', (env, isTTY, expected) => {
    expect(processTerminal(env, streams(isTTY), 'course')).toMatchObject(expected);
  });
});

describe('errors', () => {
  const system = (code: string) => Object.assign(new Error('raw'), { code, syscall: 'open', path: '/x' });

  it.each([
    [new Refusal('No.', 'Do this.'), 'course: No.\n  Do this.\n'],
    [new Refusal('No.'), 'course: No.\n'],
    [new Refusal('evil\u001b[2Jname'), 'course: evil\uFFFD[2Jname\n'],
    [system('EACCES'), 'course: no permission for /x. Check who owns it.\n'],
    [system('ENOSPC'), 'course: the disk is full (at /x).\n'],
    [system('EIO'), 'course: /x cannot be read or written: the disk reports a fault.\n'],
  ])('%s', (error, text) => {
    expect(explain(error, { debug: false, command: 'npx course' })).toBe(text);
  });

  it('owns up to bugs, without a stack unless asked', () => {
    expect(explain(new TypeError('x is undefined'), { debug: false, command: 'npx course' })).toMatch(
      /should not: x is undefined[\s\S]*bug in course[\s\S]*COURSE_DEBUG/,
    );
    expect(explain(new TypeError('x'), { debug: false, command: 'npx course' })).not.toContain('    at ');
    expect(explain(new TypeError('x'), { debug: true, command: 'npx course' })).toContain('    at ');
    expect(explain('a string', { debug: false, command: 'npx course' })).toContain('a string');
  });
});

describe('quantities', () => {
  it.each([
    [count(1, 'page'), '1 page'],
    [count(0, 'page'), '0 pages'],
    [count(1234, 'quiz', 'quizzes'), '1,234 quizzes'],
    [size(0), '0 B'],
    [size(1023), '1023 B'],
    [size(1024), '1 KB'],
    [size(14_541), '14.2 KB'],
    [size(3_250_586), '3.1 MB'],
    [size(5 * 1024 ** 4), '5120 GB'],
  ])('%s', (found, expected) => {
    expect(found).toBe(expected);
  });

  it.each([
    ['/a/b', '/a/b', '.'],
    ['/a/b/c', '/a/b', 'c'],
    ['/a', '/a/b', '/a'],
    ['/x/y', '/a', '/x/y'],
  ])('shortens the path %s seen from %s', (path, from, expected) => {
    expect(shortPath(path, from)).toBe(expected);
  });
});
