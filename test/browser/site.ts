/** What the tests of a file share: it is there before the first of them and goes after the last. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { builtCourse } from './built.ts';
import { launchChromium, type Served, serveFolder } from './launch.ts';

/** Makes something before the tests of this file, or of this `describe`, and ends it after them. */
export function shared<T>(make: () => Promise<T>, end: (made: T) => Promise<void>): () => T {
  let made: { readonly value: T } | undefined;
  beforeAll(async () => {
    made = { value: await make() };
  });
  afterAll(async () => {
    if (made) await end(made.value);
  });
  return () => {
    if (!made) throw new Error('What tests share is there in tests and hooks only.');
    return made.value;
  };
}

/** A folder of this file's own. */
export const sharedFolder = (): (() => string) =>
  shared(
    () => mkdtemp(join(tmpdir(), 'coursewright-')),
    (folder) => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  );

/** A Chromium; each learner gets a context of their own in it, which is closed after the test. */
export function sharedChromium(flags: readonly string[] = []): () => Browser {
  const browser = shared(
    () => launchChromium(flags),
    (chromium) => chromium.close(),
  );
  afterEach(async () => {
    for (const context of browser().contexts()) await context.close();
  });
  return browser;
}

export interface Site extends Served {
  /** Where it stands on the disk: only to be looked at, since other tests look at it as well. */
  readonly folder: string;
}

/** The site of a course of this repository, as a static host has it. */
export const sharedSite = (course: string): (() => Site) =>
  shared(
    async () => {
      const folder = await builtCourse(course);
      return { ...(await serveFolder(folder)), folder };
    },
    (site) => site.close(),
  );
