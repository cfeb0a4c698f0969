import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for the sites that several files of tests look at (`built.ts`). */
    readonly sites: string;
  }
}

/** Gives the folder of built sites for this run, empties it before another run, and removes it in the end. */
export default async function sites(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'coursewright-sites-'));
  project.provide('sites', folder);
  project.onTestsRerun(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  return () => rm(folder, { recursive: true, force: true });
}
