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
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.int.spec.ts'],
  },
});
