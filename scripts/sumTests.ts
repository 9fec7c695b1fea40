// Adds up test counts, for the last line of .ci/run: those of vitest's results, and one failure for each other step that failed.
//
//   tsx scripts/sumTests.ts <steps that failed> <results.json> ...
import { countTests, inWords } from './testCounts.js';

const [steps = '0', ...results] = process.argv.slice(2);
const counts = results.map((path) => countTests(path, 0));
const passed = counts.reduce((total, count) => total + count.passed, 0);
const failed = counts.reduce((total, count) => total + count.failed, Number(steps));
console.log(inWords({ passed, failed }));
