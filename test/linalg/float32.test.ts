// expFloat32 and tanhFloat32: within their documented errors, right at the edges, and the same bits on every engine.
import { exp, expFloat32, tanhFloat32 } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { tanh } from '../../src/linalg/tanh.js';
import { float32Ulps, fromBits, hashOf } from '../support/float32.js';

const f = Math.fround;
const { POSITIVE_INFINITY, NEGATIVE_INFINITY, NaN: notANumber } = Number;
const LEAST = 2 ** -149;

/** Every `stride`th float32 from 2^-30 to `high` in size, of both signs. */
function* sweep(stride: number, high: number): Generator<number> {
  for (let bits = 0x30800000; fromBits(bits) <= high; bits += stride) {
    yield fromBits(bits);
    yield -fromBits(bits);
  }
}

describe('the elementary functions in float32', () => {
  it.each([
    { name: 'expFloat32', value: expFloat32, exact: exp, low: -104, high: 89, bound: 0.97, golden: '099eb57e' },
    { name: 'tanhFloat32', value: tanhFloat32, exact: tanh, low: -20, high: 20, bound: 1.41, golden: '76833965' },
  ])('$name stays within $bound units in the last place, with the bits it has on every engine', (row) => {
    const { name, value, exact, low, high, bound, golden } = row;
    const results: number[] = [];
    for (const x of sweep(4099, Math.max(-low, high))) {
      if (x < low || x > high) continue;
      const result = value(x);
      const error = float32Ulps(result, exact(x));
      if (!(error <= bound)) expect.fail(`${name}(${x}) = ${result} is off by ${error}`);
      if (!Object.is(result, f(result))) expect.fail(`${name}(${x}) = ${result} is no float32`);
      results.push(result);
    }
    expect(results.length).toBeGreaterThan(100_000);
    expect(hashOf(Float32Array.from(results))).toBe(golden);
  });

  it('expFloat32 is exact at the edges', () => {
    expect([0, -0, LEAST, -LEAST, 2 ** -30].map(expFloat32)).toEqual([1, 1, 1, 1, 1]);
    expect([f(88.73), 89, 800, f(3e38), POSITIVE_INFINITY].map(expFloat32)).toEqual(Array(5).fill(POSITIVE_INFINITY));
    expect([f(-103.98), -104, -800, f(-3e38), NEGATIVE_INFINITY].map(expFloat32)).toEqual([0, 0, 0, 0, 0]);
    expect(expFloat32(notANumber)).toBeNaN();
    expect(expFloat32(f(88.72))).toBe(f(exp(f(88.72))));
    expect(expFloat32(f(-103.97))).toBe(LEAST);
    expect(expFloat32(1)).toBe(f(Math.E));
  });

  it('tanhFloat32 is x near 0, 1 far out, and odd', () => {
    expect([0, LEAST, -LEAST, 2 ** -20].map(tanhFloat32)).toEqual([0, LEAST, -LEAST, 2 ** -20]);
    expect([10, 20, 800, POSITIVE_INFINITY].map(tanhFloat32)).toEqual([1, 1, 1, 1]);
    expect([-10, -20, -800, NEGATIVE_INFINITY].map(tanhFloat32)).toEqual([-1, -1, -1, -1]);
    expect(tanhFloat32(notANumber)).toBeNaN();
    for (const x of sweep(65_521, 20)) expect(tanhFloat32(-x)).toBe(-tanhFloat32(x));
  });
});
