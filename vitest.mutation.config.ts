import { defineConfig } from 'vitest/config';

const conditions = ['@towncrier/source'];

/** The specs a mutation run puts to the test: pure and fast, beside the code they are about. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: [
      'packages/{channel-kit,calendar,content}/src/**/*.spec.ts',
      'services/hub/src/{publications,surroundings}/**/*.spec.ts',
    ],
    // thousands of whole courses per mutant would take days, and prove what the specs beside the code prove
    exclude: [
      '**/node_modules/**',
      '**/dist/**',
      '**/*.int.spec.ts',
      '**/interleavings.spec.ts',
      '**/million.spec.ts',
    ],
    testTimeout: 60_000,
  },
});
