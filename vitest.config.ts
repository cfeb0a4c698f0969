import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hastscript' } },
  test: {
    globalSetup: ['test/generate.ts', 'test/build.ts'],
    setupFiles: ['test/seed.ts'],
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
