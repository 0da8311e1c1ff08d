/** Which mutations of the decisions the specs notice; `npm run mutation` runs it. */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner'],
  mutate: [
    'packages/channel-kit/src/thread.{decide,evolve,calls,standing}.ts',
    'services/hub/src/publications/rules/*.ts',
    'packages/calendar/src/**/*.ts',
    'packages/content/src/import/**/*.ts',
    'services/hub/src/surroundings/catalogue/import.ts',
    'services/hub/src/surroundings/catalogue/time-limit.ts',
    '!**/*.spec.ts',
    '!packages/calendar/src/years/**',
  ],
  ignorePatterns: ['.data', '.tools', '.cache', '**/dist', '.turbo', 'docs'],
  // a constant is read once, when its file is loaded: changing it there tells nothing about one test
  ignoreStatic: true,
  concurrency: 2,
  reporters: ['progress-append-only', 'json'],
  jsonReporter: { fileName: '.cache/mutation.json' },
  tempDirName: '.cache/mutation',
};
