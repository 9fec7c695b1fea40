// Softmax in float32: close to its formula, finite far out, and the same bits everywhere.
import { Random, softmax } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { softmaxBackward, softmaxForward } from '../../src/linalg/softmax.js';
import { hashOf } from '../support/float32.js';

const LEAST = 2 ** -149;

describe('softmax in float32', () => {
  const forward = (sums: readonly number[]) => {
    const out = new Float32Array(sums.length);
    softmaxForward(out, Float32Array.from(sums));
    return out;
  };

  it('gives the reference values, however far from 0 the sums lie', () => {
    for (const start of [0, 10_000, -10_000]) {
      const shares = forward([start, start + 1, start + 2, start + 3]);
      for (const [i, share] of [0.0320586, 0.0871443, 0.2368828, 0.6439143].entries()) expect(shares[i]).toBeCloseTo(share, 6);
    }
  });

  it('stays finite at 800 and -800, and with denormals (cases 25 and 26)', () => {
    expect(forward([800, -800])).toEqual(Float32Array.of(1, 0));
    expect(forward([-800])).toEqual(Float32Array.of(1));
    expect(forward([LEAST, -LEAST])).toEqual(Float32Array.of(0.5, 0.5));
  });

  it('turns one NaN into NaN everywhere', () => {
    expect(forward([1, Number.NaN, 2])).toEqual(new Float32Array(3).fill(Number.NaN));
    expect(forward([Number.NaN, 1])).toEqual(new Float32Array(2).fill(Number.NaN));
  });

  it('stays close to its formula and has the bits it has on every engine, also in place', () => {
    const random = new Random(5);
    const results: number[] = [];
    for (let n = 1; n <= 40; n++) {
      const sums = Float32Array.from({ length: n }, () => random.uniform(-20, 20));
      const shares = forward([...sums]);
      for (const [i, share] of softmax(sums).entries()) expect(Math.abs(shares[i] - share)).toBeLessThan(4e-7);
      results.push(...shares);
      softmaxForward(sums, sums);
      expect(sums).toEqual(shares);
    }
    expect(hashOf(Float32Array.from(results))).toBe('1a1c5cff');
  });

  it('goes back through its full Jacobian, as central differences of the formula do', () => {
    const sums = [0.3, -1.2, 2, 0.7];
    const slopes = [0.5, -1, 0.25, 2];
    const delta = Float32Array.from(slopes);
    softmaxBackward(delta, forward(sums));
    const cost = (shift: number, at: number) =>
      softmax(sums.map((sum, i) => (i === at ? sum + shift : sum))).reduce((total, share, i) => total + share * slopes[i], 0);
    for (const i of sums.keys()) expect(delta[i]).toBeCloseTo((cost(1e-5, i) - cost(-1e-5, i)) / 2e-5, 6);
  });
});
