// The float32 kernels: close to the formulas of the activations they belong to, finite far out, and the same bits everywhere.
import { elu, exp, type Float32Kernel, gelu, identity, leakyRelu, relu, sigmoid, softplus, tanh } from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { namedRows } from '../support/activationRows.js';
import { float32Ulps, fromBits, hashOf } from '../support/float32.js';

const f = Math.fround;
const LEAST = 2 ** -149;

/** Every 65,521st float32 from 2^-20 to 100 in size, of both signs. */
function* sweep(): Generator<number> {
  for (let bits = 0x35800000; fromBits(bits) <= 100; bits += 65_521) {
    yield fromBits(bits);
    yield -fromBits(bits);
  }
}

describe('the float32 kernels', () => {
  it.each(namedRows)(
    '$name stays within $valueError units in the last place of its formula',
    ({ name, activation, valueError }) => {
      const { value } = activation.float32 as Float32Kernel;
      for (const x of sweep()) {
        const got = value(x);
        const right = activation(x);
        // The formula of elu itself loses 2^-53 of 1 near 0.
        const error = Math.abs(got - right) <= 2 ** -52 ? 0 : float32Ulps(got, right);
        if (!(error <= valueError)) expect.fail(`${name}(${x}) = ${got}, not ${right}: off by ${error}`);
        if (!Object.is(got, f(got))) expect.fail(`${name}(${x}) = ${got} is no float32`);
      }
    },
  );

  it('gelu stays within 2 units of 2^-24 of its weighted sum', () => {
    for (const x of sweep()) {
      const error = Math.abs((gelu.float32 as Float32Kernel).value(x) - gelu(x)) * 2 ** 24;
      if (!(error <= 2 * Math.abs(x))) expect.fail(`gelu(${x}) is off by ${error}`);
    }
  });

  it.each(namedRows)('$name has the derivative of its formula, in both precisions', ({ name, activation, derivativeError }) => {
    const { value, derivative } = activation.float32 as Float32Kernel;
    const step = 2 ** -16;
    for (const x of sweep()) {
      // At a kink there is no derivative to compare with.
      if (Math.abs(x) <= step) continue;
      const difference = (activation(x + step) - activation(x - step)) / (2 * step);
      const double = activation.derivative(x, activation(x));
      if (!(Math.abs(double - difference) <= 2e-9)) expect.fail(`${name}'(${x}) = ${double}, not ${difference}`);
      const single = derivative(x, value(x));
      if (!(Math.abs(single - double) <= derivativeError * 2 ** -24)) expect.fail(`${name}'(${x}) = ${single}, not ${double}`);
    }
  });

  it.each(namedRows)('$name has the bits it has on every engine', ({ activation, kernelHash }) => {
    const { value, derivative } = activation.float32 as Float32Kernel;
    const results = [...sweep()].flatMap((x) => [value(x), derivative(x, value(x))]);
    expect(hashOf(Float32Array.from(results))).toBe(kernelHash);
  });

  it.each(namedRows)('$name keeps weighted sums of 800 and -800 finite (case 25)', ({ activation }) => {
    const { value, derivative } = activation.float32 as Float32Kernel;
    for (const sum of [800, -800, 88.7, -88.7, -103.9, 1e4, -1e4]) {
      const rounded = f(sum);
      const results = [
        value(rounded),
        derivative(rounded, value(rounded)),
        activation(sum),
        activation.derivative(sum, activation(sum)),
      ];
      expect(results.every(Number.isFinite)).toBe(true);
      expect(value(rounded)).toBeCloseTo(activation(rounded), 2);
    }
  });

  it.each(namedRows)('$name takes denormal sums as it takes 0 (case 26)', ({ activation }) => {
    const { value, derivative } = activation.float32 as Float32Kernel;
    for (const sum of [LEAST, -LEAST, 1e-40, -1e-40]) {
      const rounded = f(sum);
      expect(value(rounded)).toBeCloseTo(activation(0), 6);
      expect(derivative(rounded, value(rounded))).toBeCloseTo(activation.derivative(rounded, activation(rounded)), 6);
    }
  });

  it('of the ReLU family belong to their left side at both zeros, and relu never gives -0', () => {
    const [on, leaky] = [relu.float32, leakyRelu.float32] as Float32Kernel[];
    expect([0, -0].map(on.value)).toEqual([0, 0]);
    expect([0, -0].map((sum) => on.derivative(sum, 0))).toEqual([0, 0]);
    expect([0, -0].map((sum) => leaky.derivative(sum, 0))).toEqual([f(0.01), f(0.01)]);
  });

  it.each(namedRows)('$name lets NaN be NaN, in both precisions', ({ activation }) => {
    expect((activation.float32 as Float32Kernel).value(Number.NaN)).toBeNaN();
    expect(activation(Number.NaN)).toBeNaN();
  });
});

describe('the formulas in double precision', () => {
  it('say what the documents say', () => {
    expect([sigmoid(0), tanh(0), relu(-2), relu(3), leakyRelu(-2), elu(-800), gelu(10), identity(-3)]).toEqual([
      0.5, 0, 0, 3, -0.02, -1, 10, -3,
    ]);
    expect(sigmoid(1)).toBe(1 / (1 + exp(-1)));
    expect(softplus(0)).toBeCloseTo(Math.LN2, 14);
  });
});
