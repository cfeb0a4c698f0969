import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { openCourseFolder } from '../../src/platform/course-files.ts';
import { MARKER, readMarker } from '../../src/platform/marker.ts';
import { BIN, course, scratch } from '../cli/run.ts';

/** How many builds are killed; 200 for the record, fewer in every run. */
const KILLS = Number(process.env.COURSE_KILLS ?? 25);

/** Enough that writing takes a good part of the build. */
const PAGES = 80;

/** A linear course of so many short modules. */
function courseOf(pages: number): string {
  const dir = scratch();
  const ids = Array.from({ length: pages }, (_, index) => `page-${index + 1}`);
  mkdirSync(join(dir, 'modules'));
  for (const id of ids)
    writeFileSync(join(dir, 'modules', `${id}.md`), `---\ntitle: ${id}\n---\n\nSome *text* on ${id}.\n`);
  const pathway = `pathway:\n  type: linear\n  items: [${ids.join(', ')}]\n`;
  writeFileSync(join(dir, 'course.yaml'), `id: killed\ntitle: Edition\n${pathway}`);
  return dir;
}

/** The files of a site by path; undefined when there is no site folder. */
function siteOf(dir: string): Map<string, string> | undefined {
  const site = join(dir, 'site');
  if (!existsSync(site)) return undefined;
  const entries = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(site.length + 1), readFileSync(path, 'latin1')];
    }),
  );
}

/** Builds and kills the build, process group and all, after so many milliseconds; whether it was still running. */
function buildAndKill(dir: string, after: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const build = spawn(process.execPath, [BIN, 'build', dir, '--no-cache'], {
      stdio: 'ignore',
      detached: true,
    });
    build.on('error', reject);
    const timer = setTimeout(() => {
      if (build.pid !== undefined && build.exitCode === null) process.kill(-build.pid, 'SIGKILL');
    }, after);
    build.on('exit', (_, signal) => {
      clearTimeout(timer);
      resolve(signal === 'SIGKILL');
    });
  });
}

it(`leaves no half site when ${KILLS} builds are killed at random moments`, {
  timeout: KILLS * 10_000,
}, async () => {
  const dir = courseOf(PAGES);
  const source = readFileSync(join(dir, 'course.yaml'), 'utf8');
  // Two editions that differ on every page, so that each build has everything to write.
  const edit = (title: string) =>
    writeFileSync(join(dir, 'course.yaml'), source.replace(/^title: .*$/m, `title: ${title}`));
  const editions = ['Edition one', 'Edition two'].map((title) => {
    edit(title);
    expect(course(['build', dir])).toMatchObject({ code: 0 });
    return { title, site: siteOf(dir) };
  });
  const started = performance.now();
  edit('Edition one');
  expect(course(['build', dir, '--no-cache']).code).toBe(0);
  const whole = performance.now() - started;

  let killed = 0;
  let absent = 0;
  // Half of them in the second half of the run, where the site is written and swapped.
  const moment = fc.oneof(
    fc.double({ min: 0, max: 1.1, noNaN: true }),
    fc.double({ min: 0.5, max: 1.1, noNaN: true }),
  );
  const moments = fc.sample(moment, { numRuns: KILLS, seed: 7 });
  for (const [index, share] of moments.entries()) {
    edit(editions[index % 2]?.title ?? '');
    if (await buildAndKill(dir, share * whole)) killed++;
    const site = siteOf(dir);
    // Between the two renames there is no site for a moment; the next build brings the old one back first.
    if (site === undefined) absent++;
    else expect(editions.some((edition) => sameFiles(edition.site, site))).toBe(true);
    // What a killed build leaves is no part of the course.
    expect(
      openCourseFolder(dir)
        .list()
        .some(({ path }) => path.includes('site')),
    ).toBe(false);
  }

  edit('Edition two');
  expect(course(['build', dir])).toMatchObject({ code: 0 });
  expect(sameFiles(siteOf(dir), editions[1]?.site)).toBe(true);
  expect(readMarker(join(dir, 'site'))?.files.length).toBe((siteOf(dir)?.size ?? 0) - 1);
  expect(readdirSync(dir).filter((name) => name.includes('course-') && name !== MARKER)).toEqual([]);
  console.log(`${KILLS} builds, ${killed} killed, 0 half sites, ${absent} between the renames`);
  expect(killed).toBeGreaterThan(0);
});

it.each(['SIGINT', 'SIGTERM'] as const)(
  'cleans up after %s while it writes, and ends by it',
  async (signal) => {
    const dir = courseOf(1500);
    const build = spawn(process.execPath, [BIN, 'build', dir, '--no-cache'], { stdio: 'ignore' });
    const ended = new Promise((resolve) => build.on('exit', (code, by) => resolve(by ?? code)));
    const beside = () => readdirSync(dir).filter((name) => name.startsWith('.site'));
    await vi.waitFor(() => expect(beside().some((name) => name.includes('new'))).toBe(true), {
      timeout: 30_000,
      interval: 5,
    });
    build.kill(signal);
    expect(await ended).toBe(signal);
    expect(beside()).toEqual([]);
    expect(existsSync(join(dir, 'site'))).toBe(false);
  },
  60_000,
);

function sameFiles(a: Map<string, string> | undefined, b: Map<string, string> | undefined): boolean {
  if (a === undefined || b === undefined || a.size !== b.size) return false;
  return [...a].every(([path, text]) => b.get(path) === text);
}
