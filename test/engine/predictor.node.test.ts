// That a call with an `out` makes no garbage, as far as Node can tell.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Network, predictor } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { on } from '../support/backends.js';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

/** So few that what they leave behind is not collected in between. */
const CALLS = 3000;
/** Work that is done before, so that its code is compiled. */
const CALLS_BEFORE = 100_000;

/** Bytes of the heap that a call takes: the middle of five averages, since other work of the process takes some now and then. */
function bytesOfCall(call: () => void): number {
  const work = (calls: number) => {
    for (let i = 0; i < calls; i++) call();
  };
  work(CALLS_BEFORE);
  const averages = Array.from({ length: 5 }, () => {
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    work(CALLS);
    return (process.memoryUsage().heapUsed - before) / CALLS;
  });
  return averages.sort((a, b) => a - b)[2] as number;
}

describe('a predictor on the core', () => {
  const network = new Network([20, 16, 10]);
  const { forward, predict, forwardBatch, predictBatch } = on('webassembly', () => predictor(network));
  const input = new Float32Array(20).fill(0.5);
  const out = new Float32Array(10);
  const answers = new Int32Array(1);

  it.each([
    ['forward', () => forward(input, out)],
    ['predict', () => predict(input)],
    ['forwardBatch', () => forwardBatch(input, 1, out)],
    ['predictBatch', () => predictBatch(input, 1, answers)],
  ])('allocates nothing in a call of %s with an out', (_, call) => {
    // An array of 10 floats, or a view of one, takes more than 100 bytes.
    expect(bytesOfCall(call)).toBeLessThan(16);
  });

  it('would be found out: without an out, a call takes its result', () => {
    expect(bytesOfCall(() => forward(input))).toBeGreaterThan(40);
  });
});
