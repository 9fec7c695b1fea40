// How many tests passed and failed, from the results that vitest's json reporter wrote.
import { existsSync, readFileSync } from 'node:fs';

/** Tests by their outcome. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** The counts in a results file. A file that could not even be loaded, and a failure vitest tells by its exit code alone, count as one failed test. */
export function countTests(path: string, exitCode: number): TestCounts {
  if (!existsSync(path)) return { passed: 0, failed: exitCode === 0 ? 0 : 1 };
  const results: Results = JSON.parse(readFileSync(path, 'utf8'));
  const broken = results.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = results.numFailedTests + broken.length;
  return { passed: results.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

/** The last line of a test run. */
export function inWords({ passed, failed }: TestCounts): string {
  return `${passed} passed, ${failed} failed`;
}
