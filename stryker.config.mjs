// Mutation testing: changes the code in one small place at a time, and sees whether a test fails. See docs/testing.md.
//
//   npm run mutation                                  all of it
//   npm run mutation -- --mutate 'src/linalg/**'      a part
//   npm run mutation -- --concurrency 4               on more cores
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'vitest.mutation.config.ts', related: false },
  mutate: ['src/linalg/**/*.ts', 'src/model/**/*.ts', 'src/learning/losses/**/*.ts'],
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // What runs only while modules load (a table, a name) is left out: each change of it would need every test again, which Stryker
  // reckons at most of the time. What tests run as well is changed for them.
  ignoreStatic: true,
  // Comments that turn off type checks are for runners that check types; ours does not.
  disableTypeChecks: false,
  // The tests run on a copy of the project: what they need of it.
  ignorePatterns: ['**', '!package.json', '!*.config.ts', '!tsconfig.json', '!{scripts,src,test}/**'],
  tempDirName: 'build/stryker',
  reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: 'build/mutation/mutation.html' },
  jsonReporter: { fileName: 'build/mutation/mutation.json' },
  thresholds: { high: 90, low: 80, break: 80 },
};
