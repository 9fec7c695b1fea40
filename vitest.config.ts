// The tests: in Node, in a real Chromium where one is found, both on each backend, and against the packed package.
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { CHROMIUM_FLAGS, findChromium } from './scripts/findChromium.js';
import type { BackendName } from './test/support/backends.js';
import { readTestDigits, readTrainingDigits } from './test/support/readTrainingDigits.js';

const NODE_ONLY = 'test/**/*.node.test.ts';
const CHROMIUM_ONLY = 'test/**/*.browser.test.ts';
const PAGES = 'test/playground/*.node.test.ts';
const PACKAGE = 'test/package/**';
const PLAYGROUND = 'test/playground/**';

const found = findChromium();

/**
 * Tests that run programs of their own, look at the sources, ask for each backend themselves, or are of what has no backend (files,
 * pictures): one run of them is enough.
 */
const ONCE = [
  'test/pictures/**',
  'test/{linalg,random}/**',
  'test/model/{Layer,initializers,activations,limits,checkNetwork}.test.ts',
  'test/data/{csv,numpy,images}/**',
  'test/digits/{prepareDigit,recognizeAll,strokes,canvas,resampling,kinds}*',
  'test/data/{gunzip,idx}.test.ts',
  'test/data/augmentation/augment.test.ts',
  'test/{builtIns,fromScratch,workflows,doctest,readme,guide,recipes,digits,course,accuracy,accuracyPage,architecture,fuzz}.node.test.ts',
  'test/{pages,links,drawings,reliability,environments,signatures,undefinedOptions}.node.test.ts',
  'test/engine/{bits,Store,memory,predictorMemory,inputs,augmenting}.test.ts',
  'test/formats/**',
  'test/support/giveWay*',
  'test/playground/**',
  'test/engine/{missing,planFields,predictor}.node.test.ts',
  'test/digits/{resampling,weights,card,samples}.node.test.ts',
  'test/digits/canvas.browser.test.ts',
  'test/node/{demo,readMnist,otherSets,otherNames,saveCheckpoint,kills,stops,pendingTurns}.node.test.ts',
  'test/{training/nielsen,training/again,learning/claims}.node.test.ts',
  // Trains many copies; that both backends train to the same bits is tested elsewhere.
  'test/training/diagnosis/**',
  'test/{browser,platforms}/**',
  'test/junk/pollution.node.test.ts',
  'test/{node/nodeThreads,pictures/recordingPage}.node.test.ts',
  // Of words, tables and measures, which no backend touches.
  'test/{hostileWords,readers,support,data/folds,support/optionHomes}.test.ts',
  'test/{data/table,measures}/**',
  'test/training/{history,messages,names,refusals,resumeChanged,resumeOther}.test.ts',
];

/** What a project's tests run on: see test/support/askForBackend.ts. */
const on = (backend: BackendName) => ({ provide: { backend } });

const node: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'node',
    include: ['test/**/*.test.ts'],
    exclude: [CHROMIUM_ONLY, PACKAGE, PAGES],
    // As in the browsers below: files share the modules of their process, and put back what they replace.
    isolate: false,
    // CI has its own step for types, which sees these files too.
    typecheck: { enabled: process.env.CI === undefined, include: ['test/**/*.test-d.ts'], tsconfig: './tsconfig.json' },
    ...on('webassembly'),
  },
};

const nodeJavaScript: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'node-javascript',
    include: ['test/**/*.test.ts'],
    exclude: [CHROMIUM_ONLY, PACKAGE, ...ONCE],
    isolate: false,
    ...on('javascript'),
  },
};

const againstPackage: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'package',
    include: [`${PACKAGE}/*.test.ts`],
    globalSetup: ['test/package/packOnce.ts'],
    exclude: found === undefined ? ['test/package/{page,worker}.test.ts'] : [],
    fileParallelism: false,
  },
};

/** The playground as it is published, in a browser of its own; without one, only what is told by its files. */
const playground: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'playground',
    include: [found === undefined ? 'test/playground/site.node.test.ts' : PAGES],
    globalSetup: ['test/playground/support/publish.ts'],
    ...on('webassembly'),
  },
};

function chromium(executablePath: string): TestProjectInlineConfiguration {
  return {
    extends: true,
    optimizeDeps: { include: ['fast-check'] },
    test: {
      name: 'browsers',
      include: ['test/**/*.test.ts'],
      exclude: [NODE_ONLY, PACKAGE, PLAYGROUND],
      fileParallelism: false,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        // All files of a backend share a page: a module is loaded once, and half of the time saved. Tests put back what they replace.
        isolate: false,
        instances: [
          { browser: 'chromium', name: 'chromium', ...on('webassembly') },
          {
            browser: 'chromium',
            name: 'chromium-javascript',
            exclude: [NODE_ONLY, PACKAGE, PLAYGROUND, ...ONCE],
            ...on('javascript'),
          },
        ],
        provider: playwright({ launchOptions: { executablePath, args: CHROMIUM_FLAGS } }),
        commands: {
          readTrainingDigits: (_context, count: number, from?: number) => readTrainingDigits(count, from),
          readTestDigits: (_context, count: number, from?: number) => readTestDigits(count, from),
        },
      },
    },
  };
}

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    setupFiles: ['test/support/askForBackend.ts'],
    // No test is timed: this is for one that never ends, on a machine that is busy with others. Tests have no limits of their own.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: 200_000 } },
    projects: [node, nodeJavaScript, playground, againstPackage, ...(found === undefined ? [] : [chromium(found)])],
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      // What becomes WebAssembly is run as that, which no counter sees; goldens and comparisons with the step in JavaScript hold it.
      exclude: ['src/engine/assembly/**', 'playground/**'],
      reportsDirectory: 'build/coverage',
      reporter: ['text', 'json-summary', 'html'],
      thresholds: { lines: 95, branches: 90 },
    },
  },
});
