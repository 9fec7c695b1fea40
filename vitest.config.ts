// The tests: in Node, in a real Chromium where one is found, and against the packed package.
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { CHROMIUM_FLAGS, findChromium } from './scripts/findChromium.js';
import { readTrainingDigits } from './test/support/readTrainingDigits.js';

const NODE_ONLY = 'test/**/*.node.test.ts';
const CHROMIUM_ONLY = 'test/**/*.browser.test.ts';
const PACKAGE = 'test/package/**';

const found = findChromium();

const node: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'node',
    include: ['test/**/*.test.ts'],
    exclude: [CHROMIUM_ONLY, PACKAGE],
    typecheck: { enabled: true, include: ['test/**/*.test-d.ts'], tsconfig: './tsconfig.json' },
  },
};

const againstPackage: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'package',
    include: [`${PACKAGE}/*.test.ts`],
    exclude: found === undefined ? ['test/package/page.test.ts'] : [],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
};

function chromium(executablePath: string): TestProjectInlineConfiguration {
  return {
    extends: true,
    optimizeDeps: { include: ['fast-check'] },
    test: {
      name: 'chromium',
      include: ['test/**/*.test.ts'],
      exclude: [NODE_ONLY, PACKAGE],
      fileParallelism: false,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        instances: [{ browser: 'chromium' }],
        provider: playwright({ launchOptions: { executablePath, args: CHROMIUM_FLAGS } }),
        commands: { readTrainingDigits: (_context, count: number) => readTrainingDigits(count) },
      },
    },
  };
}

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    projects: [node, againstPackage, ...(found === undefined ? [] : [chromium(found)])],
    maxWorkers: 2,
    coverage: { provider: 'v8', include: ['src/**'], reportsDirectory: 'build/coverage' },
  },
});
