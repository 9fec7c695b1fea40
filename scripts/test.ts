// `npm test`: runs vitest and prints, as its last line, how many tests passed and failed.
//
//   npm test                     the tests in Node, the type tests, and the tests in Chromium where one is found; all on
//                                WebAssembly and again in plain JavaScript; and the playground's page
//   npm test -- test/linalg      only those whose path contains the text
//   npm run test:package         the tests of the packed package; they need `npm run build` first
//
// With REQUIRE_CHROMIUM=1 a missing Chromium is an error.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findChromium } from './findChromium.js';
import { countTests, inWords } from './testCounts.js';

const againstPackage = process.argv.includes('--package');
const filters = process.argv.slice(2).filter((argument) => argument !== '--package');
const results = againstPackage ? 'build/tests-package.json' : 'build/tests.json';
const chromium = findChromium();

if (chromium === undefined && process.env.REQUIRE_CHROMIUM === '1') {
  console.error('No Chromium was found, and REQUIRE_CHROMIUM=1 asks for one. Install it, or name it with CHROMIUM_PATH.');
  process.exit(1);
}

const onBoth = (project: string) => [project, `${project}-javascript`];
const projects = againstPackage
  ? ['package']
  : [...onBoth('node'), 'playground', ...(chromium === undefined ? [] : onBoth('chromium'))];
rmSync(results, { force: true });
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [
    vitest,
    'run',
    ...projects.map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
    ...filters,
  ],
  { stdio: 'inherit' },
);

if (chromium === undefined) {
  console.log('\nThe tests in Chromium were LEFT OUT: no Chromium was found. Install one, or name it with CHROMIUM_PATH.');
}
const counts = countTests(results, status ?? 1);
console.log(inWords(counts));
process.exit(status === 0 && counts.passed > 0 && counts.failed === 0 ? 0 : 1);
