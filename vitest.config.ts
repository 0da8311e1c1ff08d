import { defineConfig } from 'vitest/config';

const conditions = ['@towncrier/source'];
const ours = { resolve: { conditions }, ssr: { resolve: { conditions } } };
const ignored = ['**/node_modules/**', '**/dist/**'];

/**
 * Tier by file name: `.spec` pure and fast · `.int.spec` one real broker or store · `conformance.spec` a
 * channel against its twin · `.e2e.spec` everything, real processes.
 */
export default defineConfig({
  test: {
    // also on two cores: most tests wait for a broker, a store or a far end
    maxWorkers: 2,
    // what ships, the browser's pages included; `npm test` measures when it runs everything
    coverage: {
      provider: 'v8',
      include: ['contracts/src/**/*.ts', 'packages/*/src/**/*.ts', 'services/*/{src,twin}/**/*.{ts,tsx}'],
      exclude: [
        '**/*.spec.ts',
        '**/*.spec.tsx',
        '**/testing/**',
        'packages/{e2e,channel-testkit}/**',
        '**/*.generated.ts',
      ],
      reporter: ['json-summary'],
      reportsDirectory: '.cache/coverage',
    },
    projects: [
      {
        ...ours,
        test: {
          name: 'unit',
          include: ['**/*.spec.ts'],
          exclude: [...ignored, '**/*.int.spec.ts', '**/*.e2e.spec.ts', '**/conformance.spec.ts'],
        },
      },
      {
        ...ours,
        test: {
          name: 'int',
          include: ['**/*.int.spec.ts'],
          exclude: ignored,
          globalSetup: ['scripts/lib/broker.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...ours,
        test: {
          name: 'conformance',
          include: ['services/*/test/conformance.spec.ts'],
          exclude: ignored,
          globalSetup: ['scripts/lib/broker.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...ours,
        test: {
          name: 'e2e',
          include: ['packages/e2e/src/**/*.e2e.spec.ts'],
          exclude: ignored,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
