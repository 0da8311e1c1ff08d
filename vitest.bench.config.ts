import { defineConfig } from 'vitest/config';

const conditions = ['@towncrier/source'];

/** Measurements, run by `pnpm bench`; no part of the tests. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['**/*.bench.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    fileParallelism: false,
    hookTimeout: 600_000,
  },
});
