// That a call with an `out` makes no garbage, as far as Node can tell: measured in a process of its own.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundleProgram } from '../../scripts/bundleProgram.js';

describe('a predictor on the core', () => {
  let bytes: Record<string, number> = {};

  beforeAll(() => {
    const program = bundleProgram(join(import.meta.dirname, 'garbage.ts'));
    const flags = ['--expose-gc', '--single-threaded'];
    bytes = JSON.parse(execFileSync(process.execPath, [...flags, program], { encoding: 'utf8' }));
  });

  it.each(['forward', 'predict', 'forwardBatch', 'predictBatch'])('allocates nothing in a call of %s with an out', (name) => {
    // An array of 10 floats, or a view of one, takes more than 100 bytes.
    expect(bytes[name]).toBeLessThan(16);
  });

  it('would be found out: without an out, a call takes its result', () => {
    expect(bytes['forward without out']).toBeGreaterThan(40);
  });
});
