import { defineConfig } from 'vitest/config';

const conditions = ['@towncrier/source'];
/**
 * A busy machine is not a fault: what did not come in time is waited for once more. Whatever else is wrong, something
 * twice or something else than was expected, fails at once.
 */
const waiting = { count: 1, condition: /timed out in \d+ms|Timeout \d+ms exceeded/ };
const ours = { resolve: { conditions }, ssr: { resolve: { conditions } } };
const ignored = ['**/node_modules/**', '**/dist/**', '**/.cache/**'];
const recipe = 'packages/e2e/src/recipe.e2e.spec.ts';

/**
 * Tier by file name: `.spec` pure and fast, of the console what a person sees · `.int.spec` one real broker or store · `conformance.spec` a
 * channel against its twin · `.e2e.spec` everything, real processes · `.pdf.spec` printed sheets before a validator ·
 * `.judged.spec` what citizens open in a browser, before validators; the recipe for a new channel by itself.
 */
export default defineConfig({
  test: {
    // also on two cores: most tests wait for a broker, a store or a far end
    maxWorkers: 2,
    // golden files are made again only when asked for: `vitest run PATH -u` (`-u` takes a word that follows it for its own)
    update: 'none',
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
          // a property takes seconds on a busy machine
          testTimeout: 30_000,
          exclude: [
            ...ignored,
            '**/*.int.spec.ts',
            '**/*.e2e.spec.ts',
            '**/conformance.spec.ts',
            '**/*.pdf.spec.ts',
            '**/*.judged.spec.ts',
          ],
        },
      },
      {
        ...ours,
        test: {
          name: 'console',
          retry: waiting,
          environment: 'happy-dom',
          testTimeout: 120_000,
          include: ['services/console/src/**/*.spec.tsx'],
          exclude: ignored,
        },
      },
      {
        ...ours,
        test: {
          name: 'int',
          retry: waiting,
          include: ['**/*.int.spec.ts'],
          exclude: ignored,
          globalSetup: ['scripts/lib/broker.setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...ours,
        test: {
          name: 'conformance',
          retry: waiting,
          include: ['services/*/test/conformance.spec.ts'],
          exclude: ignored,
          globalSetup: ['scripts/lib/broker.setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...ours,
        test: {
          name: 'e2e',
          retry: waiting,
          include: ['packages/e2e/src/**/*.e2e.spec.ts'],
          exclude: [...ignored, recipe],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      // a validator in Java: `npm run pdf`, and CI
      { ...ours, test: { name: 'pdf', include: ['services/*/test/**/*.pdf.spec.ts'], exclude: ignored } },
      // a browser, and a validator in Java: `npm run pages`, and CI
      {
        ...ours,
        test: {
          name: 'pages',
          retry: waiting,
          include: ['{packages,services}/*/{src,test}/**/*.judged.spec.ts'],
          exclude: ignored,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      // a whole installation and a whole check of a copy: `npm run recipe`, and CI
      { ...ours, test: { name: 'recipe', include: [recipe], exclude: ignored } },
    ],
  },
});
