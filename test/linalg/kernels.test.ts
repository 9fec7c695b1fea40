// The float32 kernels: close to the formulas of the activations they belong to, finite far out, and the same bits everywhere.
import {
  type Activation,
  elu,
  exp,
  gelu,
  identity,
  leakyRelu,
  Random,
  relu,
  sigmoid,
  softmax,
  softplus,
  tanh,
} from 'glassbox-nn';
import { describe, expect, it } from 'vitest';
import { type Kernel, kernels } from '../../src/linalg/kernels.js';
import { softmaxBackward, softmaxForward } from '../../src/linalg/softmax.js';
import { float32Ulps, fromBits, hashOf } from '../support/float32.js';

const f = Math.fround;
const LEAST = 2 ** -149;

interface Row {
  readonly name: string;
  readonly activation: Activation;
  /** The largest error of the value, in units in its last place. */
  readonly ulps: number;
  /** The largest error of the slope, in units of 2^-24. */
  readonly slope: number;
  /** Hash of values and slopes. */
  readonly golden: string;
}

// The bounds were measured over 1.4 million float32 from -100 to 100, and are rounded up.
const rows: readonly Row[] = [
  { name: 'identity', activation: identity, ulps: 0, slope: 0, golden: 'acf496fd' },
  { name: 'relu', activation: relu, ulps: 0, slope: 0, golden: '9fdb44a4' },
  { name: 'leakyRelu', activation: leakyRelu, ulps: 1, slope: 0.1, golden: '01fc9296' },
  { name: 'sigmoid', activation: sigmoid, ulps: 2.2, slope: 1.6, golden: 'a3753a8f' },
  { name: 'tanh', activation: tanh, ulps: 1.5, slope: 2.2, golden: '7dc21ead' },
  { name: 'elu', activation: elu, ulps: 2.2, slope: 1.6, golden: '9fb7068f' },
  { name: 'softplus', activation: softplus, ulps: 3.1, slope: 1.6, golden: '16fc2dbb' },
  // Where x is negative, 1 + tanh cancels: there gelu is right to 2 units of 2^-24 |x|, and not to the last place of its result.
  { name: 'gelu', activation: gelu, ulps: Number.POSITIVE_INFINITY, slope: 10, golden: '78b68a5d' },
];

/** Every 65,521st float32 from 2^-20 to 100 in size, of both signs. */
function* sweep(): Generator<number> {
  for (let bits = 0x35800000; fromBits(bits) <= 100; bits += 65_521) {
    yield fromBits(bits);
    yield -fromBits(bits);
  }
}

describe('the float32 kernels', () => {
  it('are those of the activations, by their names', () => {
    expect(Object.keys(kernels).sort()).toEqual(rows.map((row) => row.name).sort());
    for (const { name, activation } of rows) expect(activation.kernel).toBe(name);
  });

  it.each(rows)('$name stays within $ulps units in the last place of its formula', ({ name, activation, ulps }) => {
    const { value } = kernels[name] as Kernel;
    for (const x of sweep()) {
      const got = value(x);
      const right = activation(x);
      // The formula of elu itself loses 2^-53 of 1 near 0.
      const error = Math.abs(got - right) <= 2 ** -52 ? 0 : float32Ulps(got, right);
      if (!(error <= ulps)) expect.fail(`${name}(${x}) = ${got}, not ${right}: off by ${error}`);
      if (!Object.is(got, f(got))) expect.fail(`${name}(${x}) = ${got} is no float32`);
    }
  });

  it('gelu stays within 2 units of 2^-24 of its weighted sum', () => {
    for (const x of sweep()) {
      const error = Math.abs((kernels.gelu as Kernel).value(x) - gelu(x)) * 2 ** 24;
      if (!(error <= 2 * Math.abs(x))) expect.fail(`gelu(${x}) is off by ${error}`);
    }
  });

  it.each(rows)('$name has the slope of its formula, in both precisions', ({ name, activation, slope }) => {
    const { value, derivative } = kernels[name] as Kernel;
    const step = 2 ** -16;
    for (const x of sweep()) {
      // At a kink there is no slope to compare with.
      if (Math.abs(x) <= step) continue;
      const difference = (activation(x + step) - activation(x - step)) / (2 * step);
      const double = activation.derivative(x, activation(x));
      if (!(Math.abs(double - difference) <= 2e-9)) expect.fail(`${name}'(${x}) = ${double}, not ${difference}`);
      const single = derivative(x, value(x));
      if (!(Math.abs(single - double) <= slope * 2 ** -24)) expect.fail(`${name}'(${x}) = ${single}, not ${double}`);
    }
  });

  it.each(rows)('$name has the bits it has on every engine', ({ name, golden }) => {
    const { value, derivative } = kernels[name] as Kernel;
    const results = [...sweep()].flatMap((x) => [value(x), derivative(x, value(x))]);
    expect(hashOf(Float32Array.from(results))).toBe(golden);
  });

  it.each(rows)('$name keeps weighted sums of 800 and -800 finite (case 25)', ({ name, activation }) => {
    const { value, derivative } = kernels[name] as Kernel;
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

  it.each(rows)('$name takes denormal sums as it takes 0 (case 26)', ({ name, activation }) => {
    const { value, derivative } = kernels[name] as Kernel;
    for (const sum of [LEAST, -LEAST, 1e-40, -1e-40]) {
      const rounded = f(sum);
      expect(value(rounded)).toBeCloseTo(activation(0), 6);
      expect(derivative(rounded, value(rounded))).toBeCloseTo(activation.derivative(rounded, activation(rounded)), 6);
    }
  });

  it('of the ReLU family belong to their left side at both zeros, and relu never gives -0', () => {
    const { relu, leakyRelu } = kernels as Record<string, Kernel>;
    expect([0, -0].map(relu.value)).toEqual([0, 0]);
    expect([0, -0].map((sum) => relu.derivative(sum, 0))).toEqual([0, 0]);
    expect([0, -0].map((sum) => leakyRelu.derivative(sum, 0))).toEqual([f(0.01), f(0.01)]);
  });

  it.each(rows)('$name lets NaN be NaN, in both precisions', ({ name, activation }) => {
    expect((kernels[name] as Kernel).value(Number.NaN)).toBeNaN();
    expect(activation(Number.NaN)).toBeNaN();
  });
});

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

describe('the formulas in double precision', () => {
  it('say what the documents say', () => {
    expect([sigmoid(0), tanh(0), relu(-2), relu(3), leakyRelu(-2), elu(-800), gelu(10), identity(-3)]).toEqual([
      0.5, 0, 0, 3, -0.02, -1, 10, -3,
    ]);
    expect(sigmoid(1)).toBe(1 / (1 + exp(-1)));
    expect(softplus(0)).toBeCloseTo(Math.LN2, 14);
  });
});
