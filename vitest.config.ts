import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hastscript' } },
  test: {
    globalSetup: ['test/generate.ts', 'test/build.ts', 'test/browser/sites.ts'],
    setupFiles: ['test/seed.ts'],
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // On a busy machine a page may take its time: a wait ends when it is over, so long ones cost nothing.
    expect: { poll: { timeout: 20_000 } },
  },
});
